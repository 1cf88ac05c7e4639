"""All that can befall a route. What is planned already keeps the points it was planned with."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.keys import span, truncate
from grids.models import Area
from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from ..points.models import PatrolPoint
from ..shifts.models import Route, RouteStop

MOST = 30  # points of a route: nobody walks more in twelve hours


@transaction.atomic
def make(*, by, at: datetime, name: str, area: Area, is_shuffled: bool = False) -> Route:
    """A route without points yet. Raises ValidationError when the name is taken in this area."""
    route = Route(name=name, area=area, area_key=area.key, is_shuffled=is_shuffled)
    _save(route)
    audit.record("route.make", route, by=by, at=at, name=name)
    return route


@transaction.atomic
def correct(route: Route, *, by, at: datetime, name: str, area: Area, is_shuffled: bool) -> Route:
    """Raises ValidationError when the name is taken or points lie outside the town of `area`, Conflict when it is
    given up."""
    row = _lock(route)
    if row.stops.exclude(point__town_key=truncate(area.key, "town")).exists():
        raise ValidationError({"area": _("Its points lie in another town.")})
    row.name, row.area, row.area_key, row.is_shuffled = name, area, area.key, is_shuffled
    _save(row)
    audit.record("route.correct", row, by=by, at=at, name=name)
    return row


def add(route: Route, *, by, at: datetime, point: PatrolPoint) -> None:
    """At the end. Raises ValidationError for a point of another town, one that is there, and one too many."""

    def added(points: list[int]) -> list[int]:
        low = truncate(route.area_key, "town")
        if not low <= point.area_key < low + span("town"):
            raise ValidationError({"point": _("This point lies in another town.")})
        if point.pk in points:
            raise ValidationError({"point": _("This point is on the route already.")})
        if len(points) >= MOST:
            raise ValidationError({"point": _("At most %(most)d points.") % {"most": MOST}})
        return [*points, point.pk]

    _change(route, added, "route.add", by=by, at=at, point=point.pk)


def shift(route: Route, *, by, at: datetime, point: int, by_places: int) -> None:
    """One place up (-1) or down (1); at the edge, and for a point that is not there any more, nothing happens."""

    def shifted(points: list[int]) -> list[int]:
        if point not in points:
            return points
        old = points.index(point)
        new = min(max(old + by_places, 0), len(points) - 1)
        points.insert(new, points.pop(old))
        return points

    _change(route, shifted, "route.shift", by=by, at=at, point=point, places=by_places)


def remove(route: Route, *, by, at: datetime, point: int) -> None:
    _change(route, lambda points: [one for one in points if one != point], "route.remove", by=by, at=at, point=point)


@transaction.atomic
def give_up(route: Route, *, by, at: datetime) -> Route:
    """Nothing new is planned along it. Raises Conflict when it is given up already."""
    row = _lock(route)
    row.closed_on = localdate(at)
    row.save(update_fields=["closed_on"])
    audit.record("route.give-up", row, by=by, at=at)
    return row


@transaction.atomic
def _change(route: Route, new_order, verb: str, *, by, at: datetime, **detail) -> None:
    row = _lock(route)
    before = list(row.stops.order_by("position").values_list("point_id", flat=True))
    after = new_order(list(before))
    if after == before:
        return
    row.stops.all().delete()
    RouteStop.objects.bulk_create(RouteStop(route=row, point_id=point, position=number)
                                  for number, point in enumerate(after, 1))
    audit.record(verb, row, by=by, at=at, **detail)


def _lock(route: Route) -> Route:
    row = Route.objects.select_for_update().get(pk=route.pk)
    if row.closed_on is not None:
        raise Conflict(_("This route is given up."), matter=row)
    return row


def _save(route: Route) -> None:
    try:
        with transaction.atomic():
            route.save()
    except IntegrityError:
        raise ValidationError({"name": _("There is a route of this name here.")}) from None
