"""The volunteers of the demo county: rules hold for them too, and they are nobody."""

from django.db.models import F, Q, Sum

from patrol.models import Attendance, Invitation, Team, Volunteer
from patrol.volunteers import rules
from shuangliu.accounts.models import User
from shuangliu.demo.people import NEVER_ASSIGNED
from shuangliu.privacy import documents


def test_every_number_checks_is_nobodys_and_comes_once(tiny):
    numbers = [one.id_number for one in Volunteer.objects.all()]
    assert len(set(numbers)) == len(numbers) == 60
    for number in numbers:
        documents.validate("111", number, today=tiny.at.date())
        assert number.startswith(NEVER_ASSIGNED)


def test_sums_and_days_agree(tiny):
    for one in Volunteer.objects.annotate(said=Sum("attendances__hours")):
        assert one.hours == (one.said or 0)
    assert not Attendance.objects.filter(verified_at__lt=F("call_up__starts_at")).exists()
    assert not Volunteer.objects.filter(Q(applied_at__gt=tiny.at) | Q(verified_at__gt=tiny.at)
                                        | Q(ended_on__gt=tiny.at.date())).exists()
    assert not Volunteer.objects.filter(ended_on__lt=F("verified_at__date")).exists()


def test_dangerous_call_ups_asked_nobody_they_may_not(tiny):
    asked = Invitation.objects.filter(call_up__is_risky=True).select_related("volunteer", "call_up")
    assert asked
    assert not [row for row in asked if rules.why_unfit(row.volunteer, row.call_up.starts_at.date())]


def test_the_people_of_the_tour_find_their_work(tiny):
    station, leader, volunteer = (User.objects.get(username=name) for name in ("station", "patrol", "volunteer"))
    assert Volunteer.objects.visible_to(station).serving().count() > 5
    assert Team.objects.visible_to(leader).exists()
    own = Volunteer.objects.own(volunteer).get()
    assert own.hours > 0
    assert own.certificates.exists()
    assert own.invitations.filter(call_up__ends_at__gt=tiny.at).exists()
