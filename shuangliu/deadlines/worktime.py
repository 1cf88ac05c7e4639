"""When a limit ends and how much of one has gone by: pure functions over a Calendar.

Rules and vectors: domain.md §4.6 (民事诉讼法 2023 art. 85). Days are counted in local dates and the day
of the start is not counted; a limit in days ends at 23:59:59 of its last day, and natural days that end on a
day off end on the next working day. Moments are aware datetimes; answers are in the calendar's zone.
"""

from datetime import datetime, time, timedelta
from decimal import Decimal

from .limits import DAY, Unit, span
from .workdays import NOTHING, Calendar

END_OF_DAY = time(23, 59, 59)


def after(start: datetime, amount: int | Decimal | timedelta, unit: Unit, calendar: Calendar, *,
          rolls: bool = True) -> datetime:
    """The moment at which `amount` of the unit has gone by since `start`.

    `rolls=False` lets natural days end on a day off: right for a reminder, not for a limit.
    Raises ValueError for a naive start, a negative amount or a part of a day.
    """
    start, amount = _local(start, calendar), span(amount, unit)
    match unit:
        case Unit.NATURAL_HOURS:
            return start + amount
        case Unit.WORK_HOURS:
            return _after_work(start, amount, calendar)
        case Unit.WORKING_DAYS:
            day = calendar.working_day_after(start.date(), amount.days) if amount else start.date()
        case Unit.NATURAL_DAYS:
            day = start.date() + amount
            if rolls and not calendar.is_working(day):
                day = calendar.working_day_after(day, 1)
    return datetime.combine(day, END_OF_DAY, calendar.zone)


def elapsed(start: datetime, end: datetime, unit: Unit, calendar: Calendar) -> timedelta:
    """How much of the unit's time lies between the two; nothing when `end` is not after `start`.

    In units of days: as many days as dates count, after the start's up to and with the end's.
    """
    start, end = _local(start, calendar), _local(end, calendar)
    if end <= start:
        return NOTHING
    first, last = start.date(), end.date()
    match unit:
        case Unit.NATURAL_HOURS:
            return end - start
        case Unit.WORK_HOURS:
            days_before_last = (calendar.working_days_between(first, last)
                                + calendar.is_working(first) - calendar.is_working(last))
            return (days_before_last * calendar.day_length
                    + calendar.worked_until(end) - calendar.worked_until(start))
        case Unit.WORKING_DAYS:
            return calendar.working_days_between(first, last) * DAY
        case Unit.NATURAL_DAYS:
            return last - first


def _after_work(start: datetime, amount: timedelta, calendar: Calendar) -> datetime:
    if not amount:
        return start
    day, worked = start.date(), calendar.worked_until(start) + amount
    if calendar.is_working(day):
        if worked <= calendar.day_length:
            return calendar.moment_of(day, worked)
        worked -= calendar.day_length
    # What ends with a working day ends in its evening, not on the morning of the next.
    whole_days = -(-worked // calendar.day_length) - 1
    day = calendar.working_day_after(day, whole_days + 1)
    return calendar.moment_of(day, worked - whole_days * calendar.day_length)


def _local(moment: datetime, calendar: Calendar) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a time zone: {moment}")
    return moment.astimezone(calendar.zone)
