"""The list of shifts and its tabs; and what waits on desks."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import holds
from shuangliu.pages.forms import day_start, midnight_after

from .models import Shift, ShiftStop
from .states import State

FORWARD, BACK = ("starts_at", "id"), ("-starts_at", "-id")
TABS = {
    "today": (_("Today"), FORWARD),
    "coming": (_("Coming"), FORWARD),
    "missed": (_("Missed or left out"), BACK),
    "all": (_("All"), BACK),
}
LATELY = timedelta(days=92)  # what was missed longer ago is history
LONGEST = timedelta(hours=13)  # no shift that began so long ago still runs
AHEAD_OF_DESK = timedelta(days=8)


def of_user(user):
    """Desks and leaders what lies in their areas, whoever walks what they walk; each by an index."""
    rows = Shift.objects.visible_to(user)
    return rows.of_desk(user) if holds(user, "shift.view") else rows.walked_by(user)


def rows_of_tab(tab: str, user, at: datetime):
    rows, today = of_user(user), day_start(localdate(at))
    if tab == "today":
        return rows.filter(starts_at__gte=today, starts_at__lt=midnight_after(at))
    if tab == "coming":
        return rows.filter(starts_at__gte=midnight_after(at)).exclude(state=State.CANCELLED)
    if tab == "missed":
        return rows.filter(starts_at__gte=today - LATELY, state__in=[State.MISSED, State.PARTIAL])
    return rows


def in_trouble(user, at: datetime):
    """What goes wrong now: nobody came, or a point ran out and nobody has been there since."""
    late = Exists(ShiftStop.objects.filter(shift=OuterRef("pk"), visited_at=None, alerted_at__isnull=False))
    return Shift.objects.of_desk(user).filter(
        Q(state=State.MISSED) | Q(late, state=State.STARTED), starts_at__gte=at - LONGEST, starts_at__lte=at,
        ends_at__gt=at)


def raised(user, at: datetime):
    """For the desk above the leader: shifts for which nobody answers."""
    return in_trouble(user, at).exclude(raised_at=None)


def unpublished(user, at: datetime):
    """Planned for the next days, and on nobody's phone."""
    return Shift.objects.of_desk(user, "shift.publish").filter(
        state=State.PLANNED, starts_at__gt=at, starts_at__lt=at + AHEAD_OF_DESK)
