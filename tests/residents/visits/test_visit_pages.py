"""The pages: Xie asks and enters, Wang tells from the door with or without script and network."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from patrol.field import addresses_of
from residents.models import Person, Visit, VisitTask

from .story import form

REPORT, LIST, PLAN = (reverse(f"residents:visit-{name}") for name in ("report", "list", "plan"))
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def xie(cast, browser):
    return browser(cast.xie)


@pytest.fixture
def wang(cast, browser):
    return browser(cast.wang)


def test_a_visit_is_asked_for_from_the_page_of_a_dwelling(visits, xie, now):
    dwelling = visits.dwelling()
    url = reverse("residents:visit-ask", args=[dwelling.pk])
    assert url in xie.get(dwelling.get_absolute_url()).text
    sent = {"purpose": "aid", "due_on": now.date() + timedelta(days=3), "uuid": str(uuid4())}
    first, again = (xie.post(url, sent).url for _ in range(2))
    assert first == again == VisitTask.objects.get().get_absolute_url()
    assert VisitTask.objects.get().purpose == "aid"
    bad = xie.post(reverse("residents:visit-ask", args=[visits.dwelling(room="7").pk]), {**sent, "purpose": "spy"})
    assert (bad.status_code, list(bad.context["form"].errors)) == (422, ["purpose"])


def test_the_worker_reads_address_errand_and_masked_names(visits, wang):
    visits.register()
    visits.asked(purpose="permit")
    page = wang.get(REPORT).text
    assert "棠湖小区3栋2单元501" in page
    assert "罗永贵" not in page
    assert "罗**" in page or "罗*" in page


def test_told_in_the_ordinary_way(visits, wang):
    task = visits.asked()
    assert wang.post(REPORT, form(task, "new", new_count="2", new_name="何新来")).url == REPORT
    assert (Visit.objects.get().new_name, Visit.objects.get().new_count) == ("何新来", 2)
    assert "何新来" not in wang.get(task.get_absolute_url()).text


def test_the_phone_gets_a_receipt_and_the_same_again(visits, wang):
    task = visits.asked()
    sent = form(task)
    first, again = (wang.post(REPORT, sent, **JSON) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert (first.json()["uuid"], again.json()["number"]) == (sent["uuid"], task.number)
    assert Visit.objects.count() == 1


@pytest.mark.parametrize(("sent", "field"), [
    ({"result": ""}, "result"), ({"result": "new"}, "new_count"), ({"note": "电话13800001234"}, "note"),
    ({"task": ""}, "task")])
def test_what_is_wrong_is_said_at_its_field(visits, wang, sent, field):
    answer = wang.post(REPORT, form(visits.asked()) | sent, **JSON)
    assert (answer.status_code, [error["field"] for error in answer.json()["errors"]]) == (422, [field])


def test_a_visit_made_meanwhile_or_of_another_grid_is_refused(visits, wang, browser):
    assert browser(visits.cast.li).post(REPORT, form(visits.asked()), **JSON).status_code == 422
    assert wang.post(REPORT, form(visits.told(visits.asked(purpose="aid"))), **JSON).status_code == 422


def test_li_and_yan_do_not_learn_of_it(visits, browser, cast):
    task = visits.told()
    for stranger in (cast.li, cast.yan, cast.qian):
        assert browser(stranger).get(task.get_absolute_url()).status_code == 404
    assert browser(cast.zhao).post(reverse("residents:visit-enter", args=[task.pk])).status_code == 403
    assert browser(cast.chen).get(LIST).status_code == 403


def test_one_tap_enters_what_was_confirmed(visits, xie):
    person, task = visits.register(), visits.told()
    page = xie.get(task.get_absolute_url())
    begun = {name: field.initial for name, field in page.context["form"].fields.items()}
    assert begun == {f"person_{person.pk}": "stays"}
    url = reverse("residents:visit-enter", args=[task.pk])
    assert xie.post(url, begun).url == LIST
    assert xie.post(url, begun).status_code == 409


def test_what_is_not_said_is_asked_for(visits, xie):
    visits.register()
    task = visits.told(result="moved_away")
    answer = xie.post(reverse("residents:visit-enter", args=[task.pk]), {})
    assert answer.status_code == 422
    assert Person.objects.get().residences.get().until is None


def test_the_form_of_registration_begins_with_what_the_worker_heard(visits, xie, browser):
    task = visits.told(result="new", new_name="何新来")
    url = reverse("residents:person-register") + f"?visit={task.pk}"
    assert url in xie.get(task.get_absolute_url()).text
    assert xie.get(url).context["form"].initial["name"] == "何新来"
    assert browser(visits.cast.yan).get(url).status_code == 404


def test_the_stalest_are_looked_at_before_they_are_asked_for(visits, xie, now):
    never, old, fresh = (visits.dwelling(room=room) for room in ("1", "2", "3"))
    for dwelling, days in ((old, 400), (fresh, 3)):
        dwelling.checked_at = now - timedelta(days=days)
        dwelling.save()
    sent = {"area": visits.cast.grid.pk, "n": 2, "due_on": now.date() + timedelta(days=7)}
    page = xie.post(PLAN, {**sent, "preview": "1"})
    assert page.context["rows"] == [never, old]
    assert VisitTask.objects.count() == 0
    assert xie.post(PLAN, {**sent, "create": "1"}).status_code == 422  # none chosen
    assert xie.post(PLAN, {**sent, "create": "1", "dwellings": [old.pk]}).url == f"{LIST}?tab=open"
    assert VisitTask.objects.get().dwelling == old
    assert xie.post(PLAN, {**sent, "preview": "1"}).context["rows"] == [never, fresh]  # a visit waits at the old one


def test_of_another_community_nothing_can_be_asked(visits, xie, now):
    other = visits.cast.areas["510116002001001"]
    answer = xie.post(PLAN, {"area": other.pk, "n": 2, "due_on": now.date() + timedelta(days=7), "create": "1"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["area"])


def test_the_worker_goes_from_the_list_to_the_page_of_the_field(visits, wang):
    assert wang.get(LIST).url == REPORT
    assert REPORT in wang.get(reverse("patrol:day")).text
    assert REPORT in addresses_of(visits.cast.wang)  # its phone keeps a copy
    assert REPORT not in addresses_of(visits.cast.zhao)


def test_the_desk_shows_what_waits(visits, xie, wang):
    visits.told()
    visits.asked(purpose="aid")
    (pile,) = (pile for pile in xie.get(reverse("desk")).context["piles"] if pile.url == LIST)
    assert (pile.later, len(pile.rows)) == (1, 1)
    (pile,) = (pile for pile in wang.get(reverse("desk")).context["piles"] if pile.url == REPORT)
    assert pile.total == 1
