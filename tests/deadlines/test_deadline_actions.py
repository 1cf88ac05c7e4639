"""What befalls a clock between its start and its stop."""

import pytest

from shuangliu import deadlines
from shuangliu.accounts.models import User
from shuangliu.deadlines.models import Deadline, SpecialDay
from shuangliu.deadlines.sweep import escalate_overdue
from tests.deadlines.story import KEY, at, start


def one(matter):
    return deadlines.running(matter).get()


def test_start(matter):
    clock = start(matter)
    assert clock.due_at == at("2026-03-11 14:30")
    assert clock.next_check_at == clock.warn_at
    assert (clock.matter_type, clock.matter_id, clock.area_key) == ("accounts.user", matter.pk, KEY)
    assert clock.limit == deadlines.Limit(4, "work_hours")


def test_start_takes_the_area_of_the_matter(matter):
    matter.area_key = KEY + 1
    limit = deadlines.Limit(1, "working_days")
    assert deadlines.start(matter, "check", limit=limit, at=at("2026-03-11 09:30")).area_key == KEY + 1


def test_started_twice_it_runs_once(matter):
    assert start(matter, when="2026-03-11 11:00") == start(matter)
    assert one(matter).started_at == at("2026-03-11 11:00")


def test_counts_the_special_days_of_the_county(matter):
    SpecialDay.objects.create(date="2026-03-12", name="停工")
    assert start(matter, amount=1, unit="working_days").due_at == at("2026-03-13 23:59:59")


def test_clocks_of_different_kinds_run_side_by_side(matter):
    start(matter, "total", 15, "working_days")
    start(matter, "sign")
    assert [clock.kind for clock in deadlines.running(matter)] == ["sign", "total"]
    assert deadlines.stop(matter, at=at("2026-03-11 10:00"), kind="sign") == 1
    assert one(matter).kind == "total"


@pytest.mark.parametrize(("when", "is_met"), [("2026-03-11 14:30", True), ("2026-03-11 14:30:01", False)])
def test_stop_tells_whether_it_was_in_time(matter, when, is_met):
    start(matter)
    assert deadlines.stop(matter, at=at(when)) == 1
    clock = Deadline.objects.get()
    assert (clock.stopped_at, clock.is_met, clock.next_check_at) == (at(when), is_met, None)


def test_stopped_twice_the_first_counts(matter):
    start(matter)
    deadlines.stop(matter, at=at("2026-03-11 10:00"))
    assert deadlines.stop(matter, at=at("2026-03-11 16:00")) == 0
    assert Deadline.objects.get().stopped_at == at("2026-03-11 10:00")


def test_a_cancelled_clock_counts_for_nothing(matter):
    start(matter)
    deadlines.pause(matter, at=at("2026-03-11 10:00"))
    assert deadlines.cancel(matter, at=at("2026-03-11 16:00")) == 1
    clock = Deadline.objects.get()
    assert (clock.is_met, clock.is_cancelled, clock.paused_at) == (None, True, None)
    assert deadlines.cancel(matter, at=at("2026-03-11 16:00")) == 0


def test_others_clocks_are_left_alone(matter):
    other = User.objects.create(username="other")
    start(matter)
    start(other)
    deadlines.stop(other, at=at("2026-03-11 10:00"))
    assert one(matter).stopped_at is None


def test_pause_and_resume_keep_what_was_left(matter):
    start(matter)
    deadlines.pause(matter, at=at("2026-03-11 10:30"))
    assert one(matter).next_check_at is None
    deadlines.resume(matter, at=at("2026-03-16 09:00"))
    clock = one(matter)
    assert (clock.warn_at, clock.due_at) == (at("2026-03-16 11:12"), at("2026-03-16 12:00"))
    assert clock.next_check_at == clock.warn_at
    assert clock.remaining is None


def test_paused_twice_or_resumed_twice_changes_nothing(matter):
    start(matter)
    assert len(deadlines.pause(matter, at=at("2026-03-11 10:30"))) == 1
    assert deadlines.pause(matter, at=at("2026-03-11 11:30")) == []
    assert one(matter).paused_at == at("2026-03-11 10:30")
    assert len(deadlines.resume(matter, at=at("2026-03-12 10:30"))) == 1
    assert deadlines.resume(matter, at=at("2026-03-12 11:30")) == []
    assert one(matter).due_at == at("2026-03-12 14:30")


def test_paused_for_a_moment_it_is_due_as_before(matter):
    for amount, unit in [(4, "work_hours"), (24, "natural_hours"), (3, "working_days"), (10, "natural_days")]:
        clock = start(matter, unit, amount, unit)
        deadlines.pause(matter, at=at("2026-03-11 10:00"), kind=unit)
        deadlines.resume(matter, at=at("2026-03-11 10:00"), kind=unit)
        assert deadlines.running(matter, unit).get().due_at == clock.due_at


def test_days_are_given_back_whole(matter):
    start(matter, amount=3, unit="working_days")  # due on Monday, two working days after Thursday
    deadlines.pause(matter, at=at("2026-03-12 16:00"))
    deadlines.resume(matter, at=at("2026-03-17 09:00"))
    assert one(matter).due_at == at("2026-03-19 23:59:59")


def test_paused_on_its_last_day_a_clock_gets_a_whole_day(matter):
    start(matter, amount=1, unit="working_days")
    deadlines.pause(matter, at=at("2026-03-12 09:00"))
    deadlines.resume(matter, at=at("2026-03-17 16:50"))
    assert one(matter).due_at == at("2026-03-18 23:59:59")


def test_an_overdue_clock_stays_overdue_through_a_pause(matter):
    start(matter)
    escalate_overdue(at("2026-03-11 15:00"))
    deadlines.pause(matter, at=at("2026-03-11 15:30"))
    deadlines.resume(matter, at=at("2026-03-16 09:00"))
    clock = one(matter)
    assert (clock.step, clock.due_at) == ("overdue", at("2026-03-11 14:30"))
    assert clock.next_check_at == clock.raise_at == at("2026-03-16 11:00")


def test_stopped_while_paused_it_is_met_by_what_was_left(matter):
    start(matter)
    deadlines.pause(matter, at=at("2026-03-11 14:00"))
    deadlines.stop(matter, at=at("2026-04-01 11:00"))
    assert Deadline.objects.get().is_met


def test_extend(matter):
    start(matter, amount=2, unit="working_days")
    clock = deadlines.extend(matter, "handle", amount=2, at=at("2026-03-12 10:00"))
    assert (clock.due_at, clock.extensions) == (at("2026-03-17 23:59:59"), 1)
    assert clock.warn_at == clock.next_check_at == at("2026-03-16 23:59:59")
    assert clock.limit == deadlines.Limit(4, "working_days")
    assert one(matter).due_at == clock.due_at


def test_extended_after_its_end_it_counts_on_from_there_and_warns_again(matter, heard):
    start(matter)
    escalate_overdue(at("2026-03-11 15:00"))
    clock = deadlines.extend(matter, "handle", amount=4, at=at("2026-03-11 15:30"))
    assert (clock.step, clock.due_at) == ("none", at("2026-03-12 10:30"))
    escalate_overdue(at("2026-03-12 10:30"))
    assert [step for _, step, _ in heard] == ["warned", "overdue"] * 2


def test_extended_by_little_it_is_not_warned_again(matter, heard):
    start(matter, amount=10)
    escalate_overdue(at("2026-03-12 10:30"))
    assert deadlines.extend(matter, "handle", amount=1, at=at("2026-03-12 11:30")).step == "warned"


def test_extended_while_paused(matter):
    start(matter)
    deadlines.pause(matter, at=at("2026-03-11 10:30"))
    clock = deadlines.extend(matter, "handle", amount=1, at=at("2026-03-13 10:30"))
    assert clock.next_check_at is None
    deadlines.resume(matter, at=at("2026-03-16 09:00"))
    assert one(matter).due_at == at("2026-03-16 14:00")


def test_only_a_running_clock_is_extended(matter):
    start(matter)
    deadlines.stop(matter, at=at("2026-03-11 10:00"))
    with pytest.raises(Deadline.DoesNotExist):
        deadlines.extend(matter, "handle", amount=1, at=at("2026-03-11 10:30"))


def test_next_due_of_a_list_costs_one_query(matter, django_assert_num_queries):
    other, idle = (User.objects.create(username=name) for name in ("other", "idle"))
    start(matter, "total", 15, "working_days")
    sign = start(matter, "sign")
    total = start(other, "total", 15, "working_days")
    with django_assert_num_queries(1):
        assert deadlines.next_due([matter, other, idle]) == {matter.pk: sign, other.pk: total}
    assert deadlines.next_due([]) == {}
