"""What patrols bring about, over ten check-ins for each incident: 1 and 10 million of them."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count, Q
from django.utils.timezone import localdate

from incidents.models import Incident
from patrol.effect.coverage import blind, point_rows, rows_below, whole
from patrol.effect.heat import Kind, heat
from patrol.models import ShiftStop
from shuangliu.demo.world import World
from shuangliu.indicators.periods import Period
from shuangliu.pages.forms import day_start

from .. import fill
from ..measure import Case
from .searching import beside_its_sql

LEADER, EFFECT, MOST = "county", "/patrol/effect/", 10
MONTH = 30


def coverage(world: World) -> Iterator[Case]:
    """A month of the county, beside counting the points from the rows, and the page beside its SQL alone."""
    fill.patrols(MOST * Incident.objects.count(), world.at)
    end = localdate(world.at)
    month = Period("", "", end - timedelta(days=MONTH), end)
    yield Case("coverage", lambda: _coverage(world, month), lambda: _count(month))
    yield beside_its_sql("effect", LEADER, f"{EFFECT}?start={month.start}&end={month.end}")


def _coverage(world: World, month: Period) -> list:
    return [whole(world.county, month), *rows_below(world.county, month), *point_rows(world.county, month),
            *blind(world.county, month), *heat(Kind.GAP, world.county, month)]


def _count(month: Period) -> list:
    """Points due and visited in the month, by point, out of the rows."""
    stops = ShiftStop.objects.filter(due_at__gte=day_start(month.start),
                                     due_at__lt=day_start(month.end + timedelta(days=1)))
    return list(stops.order_by().values_list("point").annotate(n=Count("pk"), v=Count(
        "pk", filter=Q(visited_at__isnull=False))))
