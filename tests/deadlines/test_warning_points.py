"""A clock may warn at points of its own, so many days before its end; each warning comes once."""

from datetime import date

import pytest
from django.utils.timezone import localdate

from shuangliu import deadlines
from shuangliu.deadlines import Limit
from shuangliu.deadlines.models import Deadline, DeadlineStep
from shuangliu.deadlines.sweep import escalate_overdue
from tests.deadlines.story import KEY, at


def start(matter, amount=30, unit="natural_days", when="2026-03-11 09:30", warn_days=(5, 2)):
    return deadlines.start(matter, "mediate", limit=Limit(amount, unit, warn_days), at=at(when), area_key=KEY)


def told(heard):
    return [(step, moment.date()) for _, step, moment in heard]


def test_it_warns_five_and_two_days_before_the_end(matter, heard):
    clock = start(matter)
    assert clock.due_at.date() == date(2026, 4, 10)
    for when, counts in [
        ("2026-04-04 23:59", {}),
        ("2026-04-05 00:00", {"warned": 1}),
        ("2026-04-05 08:00", {}),
        ("2026-04-07 23:59", {}),
        ("2026-04-08 00:00", {"warned": 1}),
        ("2026-04-10 23:58", {}),
        ("2026-04-11 00:00", {"overdue": 1}),
        ("2026-12-31 09:00", {"raised": 1}),
    ]:
        assert escalate_overdue(at(when)) == counts, when
    assert [step for step, _ in told(heard)] == ["warned", "warned", "overdue", "raised"]
    assert list(DeadlineStep.objects.order_by("id").values_list("step", "reminder")) == [
        ("warned", 0), ("warned", 1), ("overdue", 0), ("raised", 0)]


def test_without_points_the_ladder_warns_once(matter, heard):
    start(matter, warn_days=())
    escalate_overdue(at("2026-12-31 09:00"))
    assert [step for step, _ in told(heard)] == ["warned", "overdue", "raised"]


@pytest.mark.parametrize(("amount", "kept"), [(10, [5, 2]), (4, [2]), (1, [])])
def test_points_before_the_start_fall_away(amount, kept, matter):
    assert start(matter, amount, when="2026-03-02 09:30").warn_days == kept


def test_a_pause_between_two_warnings_keeps_the_second(matter, heard):
    start(matter)
    escalate_overdue(at("2026-04-06 09:00"))
    deadlines.pause(matter, at=at("2026-04-06 10:00"))
    assert escalate_overdue(at("2026-05-20 09:00")) == {}
    deadlines.resume(matter, at=at("2026-05-20 10:00"))  # four days are left: Sunday, so until Monday the 25th
    clock = Deadline.objects.get()
    assert (clock.due_at.date(), localdate(clock.next_check_at)) == (date(2026, 5, 25), date(2026, 5, 23))
    assert escalate_overdue(at("2026-05-23 09:00")) == {"warned": 1}
    assert [step for step, _ in told(heard)] == ["warned", "warned"]


def test_an_extension_brings_both_again(matter, heard):
    start(matter)
    escalate_overdue(at("2026-04-09 09:00"))
    deadlines.extend(matter, "mediate", amount=20, at=at("2026-04-09 10:00"))
    clock = Deadline.objects.get()
    assert (clock.step, clock.reminders, localdate(clock.next_check_at)) == ("none", 0, date(2026, 4, 25))
    escalate_overdue(at("2026-04-29 09:00"))
    assert [step for step, _ in told(heard)] == ["warned"] * 4


def test_a_short_extension_keeps_what_was_warned(matter, heard):
    """Two more days from the eve: of the new limit the first point lies behind, the second as well, or today."""
    start(matter)
    escalate_overdue(at("2026-04-09 09:00"))
    deadlines.extend(matter, "mediate", amount=4, at=at("2026-04-09 10:00"))
    clock = Deadline.objects.get()
    assert (clock.due_at.date(), clock.step, clock.reminders) == (date(2026, 4, 14), "warned", 0)
    assert escalate_overdue(at("2026-04-12 09:00")) == {"warned": 1}


def test_an_overdue_clock_with_points_goes_on_to_raised(matter, heard):
    start(matter)
    escalate_overdue(at("2026-04-11 09:00"))
    clock = Deadline.objects.get()
    assert (clock.step, clock.taken, [step for step, _ in clock.upcoming]) == ("overdue", 3, ["raised"])
