"""From the application to the certificate and the withdrawal; who may not what."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from patrol.models import Attendance, TeamMember, Volunteer
from patrol.volunteers import actions, rules
from patrol.volunteers.consent import PURPOSE
from shuangliu.audit.models import Entry
from shuangliu.pages.conflict import Conflict
from shuangliu.protection import consents
from tests.residents.story import LUO

from .story import CHILD, number_of

pytestmark = pytest.mark.django_db


def verbs(matter) -> list[str]:
    return list(Entry.objects.filter(matter_type=matter._meta.label_lower, matter_id=matter.pk).order_by("id")
                .values_list("verb", flat=True))


def test_applied_seen_in_service_pausing_back_and_gone(corps, cast):
    one = corps.apply()
    assert one.state == "applied"
    assert consents.running(one, PURPOSE)
    one = actions.verify(one, by=cast.zhao, at=corps.at)
    assert (one.state, one.verified_by) == ("verified", cast.zhao)
    one = actions.activate(one, by=cast.zhao, at=corps.at)
    one = actions.suspend(one, by=cast.zhao, at=corps.at, reason="休养")
    one = actions.resume(one, by=cast.zhao, at=corps.at)
    assert (one.state, one.reason) == ("active", "")
    team = corps.team(one)
    one = actions.withdraw(one, by=None, at=corps.at)
    assert (one.state, one.ended_on) == ("withdrawn", corps.today)
    assert not TeamMember.objects.filter(team=team, left_on=None).exists()
    assert not consents.running(one, PURPOSE)
    assert verbs(one) == ["volunteer.apply", "consent.given", "volunteer.verify", "volunteer.activate",
                          "volunteer.suspend", "volunteer.resume", "volunteer.withdraw", "consent.withdrawn"]


@pytest.mark.parametrize(("act", "state"), [("activate", "applied"), ("verify", "active"), ("resume", "active"),
                                            ("suspend", "verified"), ("withdraw", "withdrawn")])
def test_a_wrong_state_changes_nothing(corps, cast, act, state):
    one = corps.volunteer(state)
    more = {"reason": "x"} if act == "suspend" else {}
    with pytest.raises(Conflict):
        getattr(actions, act)(one, by=cast.zhao, at=corps.at, **more)
    assert Volunteer.objects.get().state == state


def test_the_same_form_makes_one(corps):
    one = corps.apply()
    assert corps.apply(uuid=one.uuid) == one
    assert Volunteer.objects.count() == 1


def test_nobody_under_age_without_a_guardian(corps, cast):
    with pytest.raises(ValidationError) as refused:
        corps.apply(number=CHILD)
    assert set(refused.value.error_dict) == {"guardian_name", "guardian_phone"}
    child = corps.apply(number=CHILD, guardian_name="唐大明", guardian_phone="13800001234")
    assert consents.running(child, PURPOSE).by_guardian
    with pytest.raises(ValidationError) as refused:
        actions.verify(child, by=cast.zhao, at=corps.at)
    assert "guardian_agreed" in refused.value.error_dict
    child = actions.verify(child, by=cast.zhao, at=corps.at, guardian_agreed=True)
    assert child.guardian_agreed_at == corps.at


def test_one_person_once_in_the_county_and_nobody_is_named(corps, cast):
    corps.volunteer(name="罗永贵", number=LUO)
    there = corps.apply(name="罗永贵", number=LUO, area=cast.areas["510116002001"])  # the portal tells nobody
    with pytest.raises(ValidationError) as refused:
        actions.verify(there, by=cast.qian, at=corps.at)
    said = refused.value.message_dict["id_number"][0]
    assert "棠湖社区" in said
    assert "罗" not in said
    with pytest.raises(ValidationError):
        actions.enter(by=cast.qian, at=corps.at, area=cast.areas["510116002001"], name="罗永贵", document="111",
                      id_number=LUO, phone="13800005555", born_on=None, uuid=uuid4())
    assert Volunteer.objects.known().count() == 1


def test_a_phone_of_another_is_asked_about(corps, cast):
    corps.volunteer(phone="13900001111")
    wife = corps.apply(phone="13900001111")
    with pytest.raises(ValidationError) as refused:
        actions.verify(wife, by=cast.zhao, at=corps.at)
    assert "shares_phone" in refused.value.error_dict
    assert actions.verify(wife, by=cast.zhao, at=corps.at, shares_phone=True).state == "verified"


def test_who_withdrew_may_come_back(corps, cast):
    corps.volunteer("withdrawn", number=LUO)
    assert corps.volunteer(number=LUO).state == "active"


def test_dangerous_tasks_ask_adults_who_are_insured_and_trained(corps, cast):
    plain, fit = corps.volunteer(), corps.fit()
    uninsured, untrained = corps.volunteer(), corps.volunteer()
    corps.train(uninsured)
    corps.insure(untrained)
    child = corps.apply(number=CHILD, guardian_name="唐大明", guardian_phone="13800001234")
    child = actions.verify(child, by=cast.zhao, at=corps.at, guardian_agreed=True)
    child = actions.activate(child, by=cast.zhao, at=corps.at)
    corps.insure(child)
    corps.train(child)
    call_up = corps.call_up(task="night_patrol")
    assert call_up.is_risky
    assert [row.volunteer for row in call_up.invitations.all()] == [fit]
    assert call_up.left_out == 4
    for one in (plain, uninsured, untrained, child):
        assert rules.why_unfit(one, corps.today)
    assert corps.call_up(task="order").invitations.count() == 5


def test_the_rule_and_its_query_agree_on_birthdays(corps, cast):
    for born in ("19000101", "20080229", "20080310", "20080311"):  # the last is 18 today
        corps.fit(number=number_of(born))
    for born in ("20080312", "20100101"):
        young = corps.apply(number=number_of(born), guardian_name="甲", guardian_phone="13800001234")
        corps.insure(actions.verify(young, by=cast.zhao, at=corps.at, guardian_agreed=True))
        corps.train(young)
    fit = set(rules.fit(Volunteer.objects.all(), corps.today))
    assert fit == {one for one in Volunteer.objects.all() if not rules.why_unfit(one, corps.today)}
    assert len(fit) == 4


def test_an_insurance_that_ends_before_the_day_does_not_count(corps, cast):
    one = corps.volunteer()
    corps.train(one)
    corps.insure(one, until=corps.today + timedelta(days=1))
    late = corps.at + timedelta(days=2)
    with pytest.raises(ValidationError):
        corps.call_up(task="rescue", starts_at=late)
    call_up = corps.call_up(task="rescue")
    one.insurances.all().delete()  # ended early
    with pytest.raises(ValidationError):
        actions.answer(call_up.invitations.get(), "yes", by=None, at=corps.at, way="portal")


def test_answers_come_in_change_and_end(corps, cast):
    one, other = corps.volunteer(), corps.volunteer()
    call_up = corps.call_up()
    mine = call_up.invitations.get(volunteer=one)
    actions.answer(mine, "later", by=None, at=corps.at, way="portal")
    mine = actions.answer(mine, "yes", by=cast.zhao, at=corps.at, way="phone")
    assert (mine.answer, mine.answered_by) == ("yes", cast.zhao)
    actions.cancel_call_up(call_up, by=cast.jin, at=corps.at, reason="下雨改期")
    with pytest.raises(Conflict):
        actions.answer(call_up.invitations.get(volunteer=other), "yes", by=None, at=corps.at, way="portal")
    with pytest.raises(Conflict):
        actions.cancel_call_up(call_up, by=cast.jin, at=corps.at, reason="again")


def test_hours_are_verified_put_right_and_never_ones_own(corps, cast):
    one = corps.volunteer()
    call_up = corps.call_up()
    with pytest.raises(Conflict):
        actions.verify_hours(call_up, {one: Decimal(3)}, by=cast.jin, at=corps.at)  # it has not begun
    later = corps.at + timedelta(hours=9)
    assert actions.verify_hours(call_up, {one: Decimal("3.5")}, by=cast.jin, at=later) == 1
    assert actions.verify_hours(call_up, {one: Decimal("3.5")}, by=cast.jin, at=later) == 0
    actions.verify_hours(call_up, {one: Decimal(2)}, by=cast.jin, at=later)
    one.refresh_from_db()
    assert one.hours == 2
    actions.verify_hours(call_up, {one: None}, by=cast.jin, at=later)
    one.refresh_from_db()
    assert one.hours == 0
    assert not Attendance.objects.exists()
    boss = actions.bind(corps.volunteer(), by=cast.zhao, at=corps.at, user=cast.jin)
    with pytest.raises(Conflict):
        actions.verify_hours(call_up, {boss: Decimal(9)}, by=cast.jin, at=later)


def test_the_certificate_counts_what_was_verified(corps, cast):
    one = corps.volunteer()
    with pytest.raises(ValidationError):
        actions.certify(one, by=None, at=corps.at)
    corps.served(one, "3")
    corps.served(one, "2.5")
    made = actions.certify(one, by=None, at=corps.at)
    assert (made.hours, made.times) == (Decimal("5.5"), 2)
    assert actions.certify(one, by=None, at=corps.at) == made
    with pytest.raises(ValidationError):
        actions.certify(one, by=None, at=corps.at, since=corps.today, until=corps.today)


def test_taking_the_consent_back_ends_it(corps):
    one = corps.volunteer()
    consents.withdraw(one, PURPOSE, at=corps.at, how="online")
    assert Volunteer.objects.get(pk=one.pk).state == "withdrawn"


def test_an_account_is_of_one_volunteer(corps, cast):
    corps.hong()
    with pytest.raises(ValidationError):
        actions.bind(corps.volunteer(), by=cast.zhao, at=corps.at, user=cast.hong)
