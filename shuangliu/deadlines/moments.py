"""When a running limit warns, ends, and is raised to the next tier (domain.md §5.1.2)."""

from datetime import datetime, time, timedelta
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

    It warns at the first of its own warning points; without any when a fifth of the limit is left, or what the ladder
    says. In units of days that is rounded up to whole days, for a warning that comes with the end is none: a limit of
    one to five days warns as its last day begins.
    """
    due_at = after(at, left, limit.unit, calendar)
    raise_at = raised_after(due_at, limit, calendar)
    if limit.warn_days:
        return Moments(warned_before(due_at, limit.warn_days, calendar)[0], due_at, raise_at)
    quiet = max(left - limit.span * (100 - calendar.ladder.warn_percent) / 100, NOTHING)
    if limit.unit.in_days:
        quiet -= quiet % DAY
    return Moments(after(at, quiet, limit.unit, calendar, rolls=False), due_at, raise_at)


def warned_before(due_at: datetime, warn_days: tuple[int, ...], calendar: Calendar) -> list[datetime]:
    """The moments of the warning points, the earliest first: the beginning of the day so many days before the end."""
    last = due_at.astimezone(calendar.zone).date()
    return [datetime.combine(last - timedelta(days=days), time(0), calendar.zone) for days in warn_days]


def fitting(at: datetime, limit: Limit, calendar: Calendar) -> Limit:
    """The limit without the warning points that lie before its start: four days cannot warn five days ahead."""
    due_at = after(at, limit.span, limit.unit, calendar)
    points = warned_before(due_at, limit.warn_days, calendar)
    return Limit(limit.amount, limit.unit,
                 tuple(days for days, moment in zip(limit.warn_days, points, strict=True) if moment > at))


def raised_after(due_at: datetime, limit: Limit, calendar: Calendar) -> datetime:
    """150 % of the limit or three working days past its end, or what the ladder says, whichever comes first; days
    rounded up."""
    ladder = calendar.ladder
    over = limit.span * (ladder.raise_percent - 100) / 100
    if limit.unit.in_days:
        over += -over % DAY
    return min(after(due_at, over, limit.unit, calendar), after(due_at, ladder.raise_days, Unit.WORKING_DAYS, calendar))
