"""Whether somebody has rest enough between their shifts: pure functions over spans of time, and the question to the
database that a plan asks before it is written. A warning, no bar: whoever plans says why it must be."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import NamedTuple

from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from . import rules
from .models import Duty, Shift

DAY = timedelta(days=1)


class Span(NamedTuple):
    starts_at: datetime
    ends_at: datetime


def faults(span: Span, others: Iterable[Span], rule) -> list[str]:
    """What is wrong with `span` for somebody who also walks `others`, in words; nothing without a rule."""
    if rule is None:
        return []
    others, found = list(others), []
    gaps = [max(span.starts_at - other.ends_at, other.starts_at - span.ends_at) for other in others]
    if (gap := min(gaps, default=None)) is not None and gap < timedelta(hours=rule.hours):
        found.append(_("only %(n)s h of rest, %(least)d are due") % {
            "n": f"{max(gap, timedelta(0)) / timedelta(hours=1):.3g}", "least": rule.hours})
    if is_night(span, rule):
        week = monday(span.starts_at)
        nights = 1 + sum(1 for other in others if is_night(other, rule) and monday(other.starts_at) == week)
        if nights > rule.nights:
            found.append(_("night shift no. %(n)d of the week, %(most)d at most") % {"n": nights, "most": rule.nights})
    return found


def is_night(span: Span, rule) -> bool:
    """Does it touch the hours of the night? They may go over midnight."""
    start, end = localtime(span.starts_at), localtime(span.ends_at)
    day = start.date() - DAY
    while day <= end.date():
        begins = _at(start, day, rule.night_from)
        over = _at(start, day + DAY if rule.night_until <= rule.night_from else day, rule.night_until)
        if start < over and begins < end:
            return True
        day += DAY
    return False


def monday(moment: datetime):
    day = localdate(moment)
    return day - day.weekday() * DAY


def of_people(shift: Shift, people: Iterable) -> list[str]:
    """The faults of a shift for each of those who are to walk it, with their names. One query."""
    rule, people = rules.current(), list(people)
    if rule is None or not people:
        return []
    span = Span(shift.starts_at, shift.ends_at)
    spans = defaultdict(list)
    duties = Duty.objects.filter(
        person__in=people, starts_at__gte=span.starts_at - 8 * DAY, starts_at__lt=span.ends_at + 8 * DAY,
    ).exclude(shift=shift).exclude(shift__state="cancelled").values_list("person_id", "starts_at", "shift__ends_at")
    for person, *other in duties:
        spans[person].append(Span(*other))
    return [_("%(name)s: %(what)s") % {"name": person, "what": what}
            for person in people for what in faults(span, spans[person.pk], rule)]


def _at(like: datetime, day, clock: time) -> datetime:
    return datetime.combine(day, clock, like.tzinfo)
