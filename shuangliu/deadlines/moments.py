"""When a running limit warns, ends, and is raised to the next tier (domain.md §5.1.2)."""

from datetime import datetime, timedelta
from typing import NamedTuple

from .limits import DAY, Limit, Unit
from .workdays import NOTHING, Calendar
from .worktime import after


class Moments(NamedTuple):
    """The three moments of a clock, by the names of its columns."""

    warn_at: datetime
    due_at: datetime
    raise_at: datetime


def moments(at: datetime, left: timedelta, limit: Limit, calendar: Calendar) -> Moments:
    """The moments of a clock that has `left` of its limit to go at `at`, be it started, resumed or extended.

    It warns when a fifth of the limit is left, or what the ladder says. In units of days that is rounded up to whole
    days, for a warning that comes with the end is none: a limit of one to five days warns as its last day begins.
    """
    quiet = max(left - limit.span * (100 - calendar.ladder.warn_percent) / 100, NOTHING)
    if limit.unit.in_days:
        quiet -= quiet % DAY
    due_at = after(at, left, limit.unit, calendar)
    warn_at = after(at, quiet, limit.unit, calendar, rolls=False)
    return Moments(warn_at, due_at, raised_after(due_at, limit, calendar))


def raised_after(due_at: datetime, limit: Limit, calendar: Calendar) -> datetime:
    """150 % of the limit or three working days past its end, or what the ladder says, whichever comes first; days
    rounded up."""
    ladder = calendar.ladder
    over = limit.span * (ladder.raise_percent - 100) / 100
    if limit.unit.in_days:
        over += -over % DAY
    return min(after(due_at, over, limit.unit, calendar), after(due_at, ladder.raise_days, Unit.WORKING_DAYS, calendar))
