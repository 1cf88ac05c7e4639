"""When a clock warns (80 %), ends (100 %) and is raised (150 % or three working days, whichever is first)."""

import pytest

from shuangliu.deadlines import Limit
from shuangliu.deadlines.moments import moments
from shuangliu.deadlines.workdays import Calendar
from tests.deadlines.story import at


@pytest.mark.parametrize(("amount", "unit", "warn_at", "due_at", "raise_at"), [
    ("0.5", "natural_hours", "2026-03-11 09:54", "2026-03-11 10:00", "2026-03-11 10:15"),
    (24, "natural_hours", "2026-03-12 04:42", "2026-03-12 09:30", "2026-03-12 21:30"),
    (4, "work_hours", "2026-03-11 13:42", "2026-03-11 14:30", "2026-03-11 16:30"),
    # Days round in the handler's favour: the warning comes as the last day begins, the next tier a day later.
    (1, "working_days", "2026-03-11 23:59:59", "2026-03-12 23:59:59", "2026-03-13 23:59:59"),
    (2, "working_days", "2026-03-12 23:59:59", "2026-03-13 23:59:59", "2026-03-16 23:59:59"),
    (3, "working_days", "2026-03-13 23:59:59", "2026-03-16 23:59:59", "2026-03-18 23:59:59"),
    (5, "working_days", "2026-03-17 23:59:59", "2026-03-18 23:59:59", "2026-03-23 23:59:59"),
    (15, "working_days", "2026-03-27 23:59:59", "2026-04-01 23:59:59", "2026-04-06 23:59:59"),
    # A month of natural days waits three working days for the next tier, not half a month.
    (30, "natural_days", "2026-04-04 23:59:59", "2026-04-10 23:59:59", "2026-04-15 23:59:59"),
    # A warning may come on a Saturday, the end may not.
    (10, "natural_days", "2026-03-19 23:59:59", "2026-03-23 23:59:59", "2026-03-26 23:59:59"),
])
def test_moments_of_a_clock_started_on_wednesday_morning(amount, unit, warn_at, due_at, raise_at):
    limit = Limit(amount, unit)
    found = moments(at("2026-03-11 09:30"), limit.span, limit, Calendar({}))
    assert found == (at(warn_at), at(due_at), at(raise_at))


def test_resumed_with_less_than_a_fifth_it_warns_at_once():
    limit = Limit(10, "work_hours")
    warn_at, due_at, _ = moments(at("2026-03-11 09:30"), limit.span / 10, limit, Calendar({}))
    assert (warn_at, due_at) == (at("2026-03-11 09:30"), at("2026-03-11 10:30"))
