"""Which shifts are mine: those of today and the week to come, and the one that runs at a moment."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from shuangliu.pages.forms import day_start

from ..shifts.actions.planning import LONGEST
from ..shifts.models import Shift
from ..shifts.states import HEARD, OPENS_BEFORE

AHEAD = timedelta(days=7)
MOST = 20  # nobody walks more in a week


def shifts(user, at: datetime) -> list[Shift]:
    """Those on the roster from midnight before `at` to a week after it, in their order."""
    today = day_start(localdate(at))
    rows = _walked(user, today - LONGEST, at + AHEAD).filter(state__in=HEARD, ends_at__gt=today)
    return list(rows.order_by("starts_at", "pk")[:MOST])


def main(rows: list[Shift], at: datetime) -> Shift | None:
    """The one that the phone shows first: it runs, or is the next."""
    live = [row for row in rows if row.finished_at is None and row.ends_at + OPENS_BEFORE >= at]
    return next((row for row in live if row.starts_at <= at <= row.ends_at), live[0] if live else None)


def at_work(user, at: datetime) -> Shift | None:
    """The one to which a check-in made at `at` belongs: it runs then, or begins or has ended a moment away."""
    rows = list(_walked(user, at - LONGEST - OPENS_BEFORE, at + OPENS_BEFORE).filter(
        state__in=HEARD, ends_at__gte=at - OPENS_BEFORE).order_by("starts_at", "pk")[:MOST])
    return next((row for row in rows if row.starts_at <= at <= row.ends_at), rows[0] if rows else None)


def _walked(user, since: datetime, until: datetime):
    """By the index of a person's days: person and time of the same duty."""
    return (Shift.objects.filter(duties__person=user, duties__starts_at__gt=since, duties__starts_at__lte=until)
            .select_related("route", "area", "leader").defer("area__outline"))
