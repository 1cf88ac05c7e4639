"""When a window is open: said in words, and asked of a moment. Windows come from `with_hours`."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.db.models import Prefetch, QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from shuangliu.deadlines.calendars import current

from ..models import MediationWindow, WindowClosure
from .models.hours import Weekday

Span = tuple[time, time]
LOOK_AHEAD = 30  # days in which a next opening is looked for


def with_hours(windows: QuerySet, day: date) -> QuerySet:
    """With their hours and the closures that are not over on this day: two queries, however many windows."""
    ahead = Prefetch("closures", WindowClosure.objects.filter(last__gte=day).order_by("first", "id"), to_attr="ahead")
    return windows.prefetch_related("hours", ahead)


def spans_on(window: MediationWindow, day: date) -> list[Span]:
    """From when to when it is open on this day."""
    if any(closure.first <= day <= closure.last for closure in window.ahead):
        return []
    week = _week(window.hours.all())
    special = current().special.get(day) if window.keeps_office_days else None
    if special is False:
        return []
    usual = week.get(day.isoweekday(), [])
    return week.get(Weekday.FRIDAY, []) if special and not usual else usual


def is_open(window: MediationWindow, at: datetime) -> bool:
    there = localtime(at)
    return any(opens <= there.time() < closes for opens, closes in spans_on(window, there.date()))


def next_opening(window: MediationWindow, at: datetime) -> datetime | None:
    """When it opens next; None where it does not within a month."""
    there = localtime(at)
    for n in range(LOOK_AHEAD):
        day = there.date() + timedelta(days=n)
        for opens, _closes in spans_on(window, day):
            moment = datetime.combine(day, opens, there.tzinfo)
            if moment > there:
                return moment
    return None


def in_words(hours: Iterable) -> str:
    """周一至周五 9:00—12:00、13:00—17:00；周六 9:00—12:00"""
    week = _week(hours)
    days = [(day, tuple(week[day])) for day in sorted(week)]
    # Neighbouring days with the same spans are one run: the difference of day and place is the same for all of it.
    runs = [[entry for _place, entry in run] for _key, run in
            groupby(enumerate(days), key=lambda pair: (pair[1][0] - pair[0], pair[1][1]))]
    return _("; ").join(f"{_days(run[0][0], run[-1][0])} {_spans(run[0][1])}" for run in runs)


def _week(hours: Iterable) -> dict[int, list[Span]]:
    week: dict[int, list[Span]] = {}
    for row in sorted(hours, key=lambda row: (row.weekday, row.opens)):
        week.setdefault(row.weekday, []).append((row.opens, row.closes))
    return week


def _days(first: int, last: int) -> str:
    if first == last:
        return str(Weekday(first).label)
    return _("%(first)s to %(last)s") % {"first": Weekday(first).label, "last": Weekday(last).label}


def _spans(spans: tuple[Span, ...]) -> str:
    return _(", ").join(f"{opens.hour}:{opens:%M}—{closes.hour}:{closes:%M}" for opens, closes in spans)
