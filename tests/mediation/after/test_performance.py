"""What an agreement obliges to: when it is due, what becomes of it, and what follows."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils.timezone import localdate

from mediation import actions
from mediation.after import actions as after
from mediation.after.actions import Owed, instalments
from mediation.models import Duty, Performance
from shuangliu import audit, deadlines
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.notices.models import Notice
from tests.mediation.after import story as tale
from tests.mediation.after.story import told

DAY = timedelta(days=1)


def open_duties(case) -> dict:
    return {duty.kind: localdate(duty.due_at) for duty in case.duties.open()}


def test_an_oral_agreement_is_in_effect_at_once(story):
    case = tale.agreed(story.cast)
    assert case.round.effective_at == story.now
    # 15 days after the last performance, and that ends on a Saturday and Qingming: Tuesday 7 April.
    assert open_duties(case) == {
        "perform": date(2026, 3, 20), "follow_up": date(2026, 4, 7), "archive": date(2026, 4, 10)}


def test_a_written_one_waits_for_its_signatures(story):
    case = tale.agreed(story.cast, form="written")
    assert (case.outcome, case.round.effective_at) == ("settled", None)
    assert set(open_duties(case)) == {"sign", "follow_up", "archive"}
    assert tale.item(case).due_at is None
    after.sign_case(case, by=story.cast.feng, at=story.now + 2 * DAY, signed_on=date(2026, 3, 12))
    case = tale.fresh(case)
    assert localdate(case.round.effective_at) == date(2026, 3, 12)
    # Thirty days from effect end on a Saturday.
    assert open_duties(case) | {"archive": None} == {
        "perform": date(2026, 3, 20), "confirm": date(2026, 4, 13), "follow_up": date(2026, 4, 7), "archive": None}


def test_without_a_day_the_general_limit_runs_from_effect(story):
    case = tale.signed(story.cast, on=None)
    assert localdate(tale.item(case).due_at) == date(2026, 4, 10)


def test_twelve_instalments_in_one_go(story):
    case = tale.agreed(story.cast, on=date(2026, 3, 31), times=12)
    items = list(case.performances.order_by("number"))
    assert [str(item.due_on) for item in items[:3]] == ["2026-03-31", "2026-04-30", "2026-05-31"]
    assert sum(item.amount for item in items) == Decimal("200")
    assert {item.amount for item in items[:-1]} == {Decimal("16.66")}
    assert case.duties.open().filter(kind="perform").count() == 12


def test_the_end_of_a_month_stays_its_end():
    owed = Owed(None, "付款", None, date(2027, 12, 31))
    assert [str(one.on) for one in instalments(owed, 4)] == ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31"]


def test_paid_on_the_spot(story):
    case = tale.agreed(story.cast, is_done=True)
    item = tale.item(case)
    assert (item.state, item.done_on, localdate(item.due_at)) == ("performed", date(2026, 3, 11), date(2026, 3, 11))
    assert "perform" not in open_duties(case)
    assert open_duties(case)["follow_up"] == date(2026, 3, 26)


def test_performed_in_time_stops_the_clock(story):
    case = tale.agreed(story.cast)
    item, duty = tale.item(case), case.duties.get(kind="perform")
    after.perform_item(case, by=story.cast.feng, at=story.now + DAY, item=item, on=date(2026, 3, 12))
    assert not deadlines.running(duty).exists()
    assert open_duties(case)["follow_up"] == date(2026, 3, 27)  # earlier than planned
    assert list(Performance.objects.counted()) == list(Performance.objects.performed()) == [item]


def test_a_breach_presses_and_changes_no_outcome(story):
    case = tale.broken(story.cast)
    duty = case.duties.open().get(kind="perform")
    assert (duty.due_at, duty.alert) == (story.now + 5 * DAY, "overdue")
    assert (case.outcome, case.state) == ("settled", "agreed")
    after.perform_item(case, by=story.cast.feng, at=story.now + 6 * DAY, item=tale.item(case), on=date(2026, 3, 17))
    assert tale.item(case).state == "performed"
    assert not case.duties.open().filter(kind="perform").exists()


def test_a_wrong_tick_is_put_right_and_stays_readable(story):
    case = tale.performed(story.cast)
    item = tale.item(case)
    before = item.due_at
    after.undo_item(case, by=story.cast.wu, at=story.now + DAY, item=item, note="登记错了一件。")
    item = tale.item(case)
    assert (item.state, item.done_on, item.due_at) == ("owed", None, before)
    assert [step.what for step in item.steps.all()] == ["owed", "performed", "undone"]
    assert localdate(case.duties.open().get(kind="perform").due_at) == date(2026, 3, 20)
    assert "case.undone" in [entry.verb for entry in audit.history(case)]


def test_waived_counts_nowhere(story):
    case = tale.agreed(story.cast)
    after.waive_item(case, by=story.cast.feng, at=story.now, item=tale.item(case), note="申请人放弃。")
    assert not Performance.objects.counted().exists()
    assert "perform" not in open_duties(case)


def test_telling_the_ways_to_court_ends_the_duty_not_the_breach(story):
    case, uuid = tale.broken(story.cast), uuid4()
    for _ in range(2):  # sent twice
        after.counsel_item(case, by=story.cast.feng, at=story.now + 6 * DAY, item=tale.item(case), note="可以起诉。",
                           uuid=uuid)
    assert tale.item(case).state == "breached"
    assert not case.duties.open().filter(kind="perform").exists()
    assert tale.item(case).steps.filter(what="counselled").count() == 1


def test_a_second_round_replaces_what_is_owed(story):
    case = tale.broken(story.cast)
    first = tale.item(case)
    actions.reopen_case(case, by=story.cast.wu, at=story.now + 6 * DAY, reason="五天后又砌墙。")
    assert not case.duties.open().exists()
    assert not any(deadlines.running(duty).exists() for duty in case.duties.all())
    first.refresh_from_db()
    assert (first.state, first.steps.last().what) == ("superseded", "superseded")
    with pytest.raises(actions.CaseMoved):
        after.perform_item(case, by=story.cast.feng, at=story.now + 6 * DAY, item=first, on=date(2026, 3, 17))
    assert not Performance.objects.counted().exists()


def test_items_are_added_once(story):
    case, uuid = tale.agreed(story.cast), uuid4()
    for _ in range(2):
        after.owe_case(case, by=story.cast.feng, at=story.now, uuid=uuid,
                       owed=[Owed(tale.respondent(case), "修好围墙", on=date(2026, 5, 6))])
    assert case.performances.count() == 2
    assert open_duties(case)["follow_up"] == date(2026, 5, 21)


def test_the_clock_tells_and_the_thirty_days_end_by_themselves(story):
    case = tale.signed(story.cast)
    duty = case.duties.get(kind="perform")
    escalate_overdue(at=duty.due_at + timedelta(minutes=1))
    duty.refresh_from_db()
    assert (duty.alert, duty.done_at) == ("overdue", None)
    assert told(story.cast.feng, "duty.perform_overdue")
    confirm = case.duties.get(kind="confirm")
    escalate_overdue(at=confirm.due_at + timedelta(minutes=1))
    confirm.refresh_from_db()
    assert (confirm.is_void, confirm.done_at is not None) == (True, True)


def test_a_duty_warns_five_and_two_days_before(story):
    case = tale.signed(story.cast, on=date(2026, 3, 27))
    points = {(duty.kind, *deadlines.running(duty).get().warn_days) for duty in case.duties.open()}
    assert points == {(kind, 5, 2) for kind in ("perform", "confirm", "follow_up", "archive")}
    for day, ringing in [("2026-03-21", 0), ("2026-03-22", 1), ("2026-03-24", 1), ("2026-03-25", 2)]:
        escalate_overdue(at=datetime.fromisoformat(f"{day}T08:00+08:00"))
        notices = Notice.objects.filter(user=story.cast.feng, kind="duty.perform_warned")
        assert notices.count() == ringing, day


def test_a_duty_of_a_few_days_has_the_warnings_that_fit(story):
    case = tale.agreed(story.cast, on=date(2026, 3, 15))
    clock = deadlines.running(case.duties.get(kind="perform")).get()
    assert clock.warn_days == [2]


def test_the_duties_of_a_case_are_its_own(story):
    """An agreed case has no clock of its own any more."""
    case = tale.agreed(story.cast)
    assert not deadlines.running(case).exists()
    assert Duty.objects.filter(case=case).count() == 3
