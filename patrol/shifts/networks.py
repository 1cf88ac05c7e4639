"""What routes and shifts are for the networks, and who is on duty."""

from datetime import timedelta

from django.db.models import Count
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q
from patrol.networks import Missing, OnDuty, by_town, gap, network, on_duty
from shuangliu.pages.forms import day_start, midnight_after

from .models import Route, Shift
from .states import State

MOST = 200
COUNTS = [state for state in State if state not in (State.PLANNED, State.CANCELLED)]


@network("street_patrol", "routes", _("Patrol routes"))
def routes(areas):
    return by_town(Route.objects.in_use(), areas)


@network("street_patrol", "shifts", _("Shifts of this week"))
def shifts_of_the_week(areas):
    return by_town(_of_this_week(), areas)


@network("cross_boundary", "joint-shifts", _("Joint shifts of this week"))
def joint_shifts(areas):
    return by_town(_of_this_week().filter(with_police=True), areas)


@on_duty("street_patrol")
def today(areas, at):
    """By numbers: who they are stands on the page of the shift."""
    shifts = _begun_on(at).filter(area_q(areas)).select_related("route", "area").defer("area__outline").annotate(
        people=Count("duties"))
    return [OnDuty(one.starts_at, one.ends_at, str(one.route or one.area),
                   _now("%(n)s people, %(state)s") % {"n": one.people, "state": one.get_state_display()},
                   one.get_absolute_url(), "shift.view") for one in shifts.order_by("starts_at", "id")[:MOST]]


@gap("street_patrol", _("Shift of today to which nobody came"))
def missed(areas, at):
    shifts = _begun_on(at).filter(area_q(areas), state=State.MISSED).select_related("route", "area").defer(
        "area__outline")
    return [Missing(str(one.route or one.area), one.number, one.get_absolute_url(), "shift.view")
            for one in shifts.order_by("starts_at", "id")[:MOST]]


def _begun_on(at):
    return Shift.objects.filter(starts_at__gte=day_start(localdate(at)), starts_at__lt=midnight_after(at),
                                state__in=COUNTS)


def _of_this_week():
    """From Monday to Sunday."""
    monday = localdate(now()) - timedelta(days=localdate(now()).weekday())
    return Shift.objects.filter(starts_at__gte=day_start(monday), starts_at__lt=day_start(monday + timedelta(days=7)),
                                state__in=COUNTS)
