"""An agreement from its draft to its successor."""

import uuid
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from patrol.agreements import actions
from patrol.agreements.models import Claim, DutyMark, FourPartyAgreement, Signature
from patrol.agreements.states import TRANSITIONS, Act, State
from patrol.agreements.tasks import turn_the_day
from patrol.agreements.terms import Every, Side, Task, first_day, next_day
from shuangliu.audit.models import Entry
from shuangliu.notices.models import Notice
from shuangliu.pages.conflict import Conflict


def told(user, kind: str) -> bool:
    return Notice.objects.filter(user=user, kind=f"agreement.{kind}").exists()


def test_four_sign_and_it_is_in_force(village, cast):
    agreement = village.draft()
    assert (agreement.state, agreement.number) == (State.DRAFT, f"SF{agreement.pk:06d}")
    for number, side in enumerate(Side, 1):
        village.sign(agreement, side)
        assert agreement.signed_count == number
        assert agreement.state == (State.SIGNED if number == 4 else State.DRAFT)
    village.activate(agreement)
    assert agreement.state == State.ACTIVE
    assert told(cast.sun, "active")
    assert not told(cast.zhao, "active")  # who did it
    assert [entry.verb for entry in Entry.objects.filter(matter_type="patrol.fourpartyagreement").order_by("id")] == [
        "agreement.draft", *["agreement.sign"] * 4, "agreement.activate"]


@pytest.mark.parametrize("signed", range(4))
def test_nothing_is_in_force_without_four_signatures(village, signed):
    agreement = village.draft()
    for side in list(Side)[:signed]:
        village.sign(agreement, side)
    with pytest.raises(actions.AgreementMoved):
        village.activate(agreement)
    with pytest.raises(IntegrityError), transaction.atomic():  # and the database says so too
        FourPartyAgreement.objects.filter(pk=agreement.pk).update(state=State.ACTIVE, policy="P1",
                                                                  activated_at=village.at)


def test_a_side_signs_once_and_takes_it_back(village):
    agreement = village.agreement("signed")
    actions.unsign(agreement, by=village.cast.zhao, at=village.at, side="police", reason="签错了地方")
    assert (agreement.state, agreement.signed_count) == (State.DRAFT, 3)
    assert not agreement.signatures.filter(side="police").exists()
    with pytest.raises(Conflict):
        village.sign(agreement, "village")
    village.sign(agreement, "police")
    assert agreement.state == State.SIGNED


def test_what_is_signed_stays(village):
    agreement = village.draft()
    actions.correct(agreement, by=village.cast.zhao, at=village.at, terms=village.terms(covered=390),
                    duties=[Task(side, "值守") for side in Side])
    assert (agreement.covered, agreement.duties.count()) == (390, 4)
    village.sign(agreement, "village")
    with pytest.raises(Conflict):
        actions.correct(agreement, by=village.cast.zhao, at=village.at, terms=village.terms(), duties=[])


@pytest.mark.parametrize(("terms", "field"), [
    ({"covered": 421}, "covered"), ({"subsidy": Decimal("11400.01")}, "subsidy"),
    ({"ends_on": localdate() - timedelta(days=4000)}, "ends_on")])
def test_terms_that_cannot_be(village, terms, field):
    with pytest.raises(ValidationError) as refused:
        village.draft(**terms)
    assert set(refused.value.error_dict) == {field}


def test_each_of_the_four_takes_something_on(village):
    with pytest.raises(ValidationError) as refused:
        village.draft(duties=[Task(Side.VILLAGE, "夜间巡逻")])
    assert "保险公司" in str(refused.value)


def test_it_begins_on_its_day(village):
    agreement = village.draft(starts_on=village.today + timedelta(days=1))
    village.sign_all(agreement)
    with pytest.raises(ValidationError):
        village.activate(agreement)
    village.at += timedelta(days=1)
    village.activate(agreement)


def test_the_same_form_twice_is_one(village):
    number = uuid.uuid4()
    assert village.draft(uuid_=number) == village.draft(uuid_=number)
    with pytest.raises(Conflict):
        village.draft(uuid_=number, by=village.cast.sun)


def test_a_claim_is_paid_or_refused_and_names_nobody(village, cast):
    agreement = village.agreement()
    paid, refused = village.claim(agreement), village.claim(agreement, loss="goods")
    actions.settle(paid, by=cast.zhao, at=village.at, settled_on=village.today, paid=Decimal("1500.00"))
    actions.settle(refused, by=cast.zhao, at=village.at, settled_on=village.today, reason="超出承保范围")
    assert [(one.state, one.paid) for one in Claim.objects.order_by("id")] == [
        ("paid", Decimal("1500.00")), ("refused", None)]
    with pytest.raises(Conflict):
        actions.settle(paid, by=cast.zhao, at=village.at, settled_on=village.today, paid=Decimal("1"))
    names = {field.name for field in Claim._meta.get_fields()}
    assert not names & {"name", "claimant", "household", "phone", "address", "suspect", "thief"}


@pytest.mark.parametrize(("given", "field"), [
    ({"happened_on": localdate() - timedelta(days=4000)}, "happened_on"), ({"loss": "crops"}, "loss"),
    ({"filed_on": localdate() + timedelta(days=4000)}, "filed_on")])
def test_claims_that_cannot_be(village, given, field):
    with pytest.raises(ValidationError) as refused:
        village.claim(village.agreement(), **given)
    assert field in refused.value.error_dict


def test_a_claim_is_entered_once(village):
    agreement, number = village.agreement(), uuid.uuid4()
    first = village.claim(agreement, uuid=number, reference="BA1")
    assert village.claim(agreement, uuid=number, reference="BA1") == first
    with pytest.raises(ValidationError) as refused:
        village.claim(agreement, reference="BA1")
    assert "reference" in refused.value.error_dict


def test_why_a_claim_is_refused_tells_of_no_person(village):
    claim = village.claim(village.agreement())
    with pytest.raises(ValidationError) as refused:
        actions.settle(claim, by=village.cast.zhao, at=village.at, settled_on=village.today, reason="系刑满人员所为")
    assert "reason" in refused.value.error_dict


def test_more_than_was_claimed_is_not_paid(village):
    claim = village.claim(village.agreement())
    with pytest.raises(ValidationError):
        actions.settle(claim, by=village.cast.zhao, at=village.at, settled_on=village.today, paid=Decimal("1800.01"))


def test_duties_come_one_period_after_another(village, cast):
    agreement = village.agreement()  # on Wednesday, 11 March 2026
    weekly = agreement.duties.get(text="组织巡逻队夜间巡逻")
    assert f"{weekly.due_on}" == "2026-03-15"
    assert f"{agreement.duties.get(every=Every.QUARTER).due_on}" == "2026-03-31"
    actions.mark(weekly, by=cast.zhao, at=village.at, due_on=weekly.due_on, was_done=True, hours=Decimal("13.5"))
    assert f"{weekly.due_on}" == "2026-03-22"
    with pytest.raises(ValidationError):
        actions.mark(weekly, by=cast.zhao, at=village.at, due_on=weekly.due_on, was_done=False)
    actions.mark(weekly, by=cast.zhao, at=village.at, due_on=weekly.due_on, was_done=False, note="暴雨")
    with pytest.raises(Conflict):  # a second click
        actions.mark(weekly, by=cast.zhao, at=village.at, due_on=localdate(village.at) + timedelta(days=11),
                     was_done=True)
    assert [mark.was_done for mark in DutyMark.objects.order_by("id")] == [True, False]


def test_the_last_period_ends_with_the_agreement(village, cast):
    agreement = village.agreement(ends_on=village.today + timedelta(days=8))  # Thursday, 19 March
    weekly = agreement.duties.filter(every=Every.WEEK).first()
    for expected in ("2026-03-19", "None"):
        actions.mark(weekly, by=cast.zhao, at=village.at, due_on=weekly.due_on, was_done=True)
        assert f"{weekly.due_on}" == expected


@pytest.mark.parametrize(("every", "first", "second"), [
    (Every.WEEK, "2026-12-06", "2026-12-13"), (Every.MONTH, "2026-12-31", "2027-01-31"),
    (Every.QUARTER, "2026-12-31", "2027-03-31"), (Every.ONCE, "2027-06-30", "None")])
def test_periods_end_with_week_month_and_quarter(every, first, second):
    start, end = localdate().replace(2026, 12, 3), localdate().replace(2027, 6, 30)
    day = first_day(start, every, end)
    assert (f"{day}", f"{next_day(day, every)}") == (first, second)


def test_a_month_ahead_the_station_is_told_once(village, cast):
    agreement = village.agreement(ends_on=village.today + timedelta(days=30))
    later = village.agreement(ends_on=village.today + timedelta(days=31))
    assert (actions.remind_of_ends(village.at), actions.remind_of_ends(village.at)) == (1, 0)
    agreement.refresh_from_db()
    later.refresh_from_db()
    assert agreement.reminded_at
    assert later.reminded_at is None
    assert told(cast.zhao, "expiring")
    assert not told(cast.qian, "expiring")


def test_the_day_after_its_last_it_has_run_out(village, cast):
    agreement = village.agreement(ends_on=village.today)
    assert actions.expire(village.at) == 0
    assert (actions.expire(village.at + timedelta(days=1)), actions.expire(village.at + timedelta(days=1))) == (1, 0)
    agreement.refresh_from_db()
    assert (agreement.state, agreement.ended_on) == (State.EXPIRED, agreement.ends_on)
    assert not agreement.duties.filter(due_on__isnull=False).exists()
    assert told(cast.zhao, "expired")


def test_the_job_does_both(village):
    village.agreement(ends_on=village.today + timedelta(days=5))
    turn_the_day()
    assert FourPartyAgreement.objects.get().reminded_at


def test_a_renewal_takes_over_when_it_is_in_force(village, cast):
    old = village.agreement(ends_on=village.today + timedelta(days=10))
    new = actions.renew(old, by=cast.zhao, at=village.at, uuid=uuid.uuid4(),
                        ends_on=village.today + timedelta(days=375), premium=Decimal("12000"))
    assert (old.state, new.state, new.starts_on) == (State.ACTIVE, State.DRAFT, old.ends_on + timedelta(days=1))
    assert [duty.text for duty in new.duties.all()] == [duty.text for duty in old.duties.all()]
    with pytest.raises(Conflict):
        actions.renew(old, by=cast.zhao, at=village.at, uuid=uuid.uuid4(),
                      ends_on=village.today + timedelta(days=375), premium=Decimal("12000"))
    village.sign_all(new)
    village.at += timedelta(days=11)
    actions.expire(village.at)
    village.activate(new)
    old.refresh_from_db()
    assert (old.state, old.ended_on) == (State.RENEWED, old.ends_on)


def test_it_ends_before_its_time_for_a_reason(village, cast):
    agreement = village.agreement("terminated")
    assert (agreement.state, agreement.ended_on) == (State.TERMINATED, village.today)
    assert told(cast.sun, "terminated")
    claim = village.claim(agreement)  # a loss of its days
    assert claim.pk
    with pytest.raises(ValidationError):
        village.claim(agreement, happened_on=village.today + timedelta(days=1))
    draft = village.draft()
    actions.terminate(draft, by=cast.zhao, at=village.at, ground="dropped", reason="保险公司退出")
    assert draft.state == State.TERMINATED
    with pytest.raises(ValidationError):
        actions.terminate(village.agreement(), by=cast.zhao, at=village.at, ground="dropped", reason="没有")


def test_every_state_can_be_told_and_every_act_is_written_down(village):
    for state in State:
        assert village.agreement(state).state == state
    assert set(Act) == set(TRANSITIONS)


def test_who_signed_is_encrypted_and_masked(village):
    signature = village.sign(village.draft(), "village")
    assert signature.masked_name == "周**"
    raw = Signature.objects.filter(pk=signature.pk).extra(select={"raw": "name"}).values_list("raw", flat=True)[0]
    assert "周国富" not in raw
