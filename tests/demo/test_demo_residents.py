"""The residents of the demo county: a register that can be worked with, and nobody's data."""

from django.db.models import Count, Q

from residents.models import Coverage, Dwelling, Likeness, Person, Residence, VisitTask
from shuangliu.accounts.models import User
from shuangliu.demo.people import NEVER_ASSIGNED
from shuangliu.indicators.recompute import compare
from shuangliu.privacy import documents
from shuangliu.subjects.models import SubjectRequest


def today(rows=None):
    return (Residence.objects if rows is None else rows).filter(until=None)


def test_every_number_checks_and_is_nobodys(tiny):
    numbers = [person.id_number for person in Person.objects.exclude(id_hash="")]
    assert len(numbers) > 20
    for number in numbers:
        documents.validate("111", number, today=tiny.at.date())
        assert number.startswith(NEVER_ASSIGNED)


def test_everybody_lives_at_one_door_of_the_grid_they_are_in(tiny):
    for home in today().select_related("person", "dwelling"):
        assert home.person.area_key == home.dwelling.area_key
        assert home.since is None or home.person.born_on is None or home.since >= home.person.born_on
    assert not today().values("person").annotate(n=Count("pk")).filter(n__gt=1).exists()


def test_nothing_lies_in_the_future(tiny):
    assert not Person.objects.filter(Q(confirmed_at__gt=tiny.at) | Q(created_at__gt=tiny.at)).exists()
    assert not Dwelling.objects.filter(checked_at__gt=tiny.at).exists()
    assert not VisitTask.objects.filter(Q(asked_at__gt=tiny.at) | Q(done_at__gt=tiny.at)
                                        | Q(closed_at__gt=tiny.at)).exists()


def test_the_worker_and_the_registrar_find_their_work(tiny):
    worker, registrar = (User.objects.get(username=name) for name in ("worker", "registrar"))
    assert VisitTask.objects.of_desk(worker, "visit.report").to_make().count() >= 3
    assert VisitTask.objects.of_desk(registrar).to_enter().exists()
    assert Likeness.objects.visible_to(registrar).open().exists()
    assert Coverage.objects.exists()


def test_figures_of_visits_are_what_the_rows_say(tiny):
    assert compare(["visit.asked", "visit.made", "visit.on_time"], at=tiny.at) == 0


def test_people_ask_about_their_own_data(tiny):
    states = set(SubjectRequest.objects.values_list("state", flat=True))
    assert states >= {"received", "identified", "carried_out", "answered", "refused", "withdrawn"}
    assert not SubjectRequest.objects.filter(Q(at__gt=tiny.at) | Q(ended_at__gt=tiny.at)).exists()
    for name in ("registrar", "security", "hotline_lead"):
        assert SubjectRequest.objects.waiting_for(User.objects.get(username=name)).exists(), name
