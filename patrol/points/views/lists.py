"""Points as a list beside their map, and the page of one."""

from datetime import timedelta

from django.db.models import Count, Q
from django.db.models.functions import TruncDate
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, holds, may, scope_q
from mediation.models import ScreeningPoint
from shuangliu.pages import keyset
from shuangliu.pages.access import allows
from shuangliu.pages.forms import day_start

from ...shifts.models import CheckIn
from ..forms import PointFilter
from ..models import PatrolPoint

ON_MAP = 1000
DAYS = 14  # of check-ins shown on the page of a point


@require_safe
@allows("point.view")
def point_list(request):
    """Along the areas; on the map with the screening points of the mediators beside them, for those who plan."""
    form = PointFilter(request.GET, user=request.user)
    points = form.narrow(PatrolPoint.objects.visible_to(request.user))
    page = keyset.page(points.for_list(), order=("area_key", "id"), after=request.GET.get("after"))
    return render(request, "patrol/points/point_list.html", {
        "page": page, "form": form, "spots": [*spots(points), *beside(request.user)],
        "may_register": holds(request.user, "point.register"), "may_sign": holds(request.user, "point.sign"),
        "town": form.cleaned_data.get("town"),
    }, status=422 if form.errors else 200)


def spots(points) -> list[dict]:
    """For the map: where they stand, and their pages."""
    rows = points.order_by("area_key", "id").values("pk", "name", "kind", "longitude", "latitude")[:ON_MAP]
    labels = dict(PatrolPoint._meta.get_field("kind").choices)
    return [{"name": row["name"], "label": str(labels[row["kind"]]), "kind": row["kind"], "latitude": row["latitude"],
             "longitude": row["longitude"], "url": reverse("patrol:point-detail", args=[row["pk"]])} for row in rows]


def beside(user) -> list[dict]:
    """The screening points, in the middle of their areas, those of one area side by side: they have no coordinates,
    and their disputes are none of a patrol's."""
    if not holds(user, "point.beside"):
        return []
    rows = ScreeningPoint.objects.active().filter(scope_q(user, "point.beside", "area__key"))
    taken, drawn = {}, []
    for name, area, west, south, east, north in rows.order_by("area__key", "id").values_list(
            "name", "area", "area__west", "area__south", "area__east", "area__north")[:ON_MAP]:
        if west is not None:
            n = taken[area] = taken.get(area, -1) + 1
            drawn.append({"name": name, "label": str(ScreeningPoint._meta.verbose_name), "kind": "screening", "url": "",
                          "latitude": (south + north) / 2, "longitude": (west + east) / 2 + n * 0.004})
    return drawn


@require_safe
@allows("point.view")
def point_detail(request, pk):
    """Its check-ins as counts by day, for those who see shifts: who was there stands on the shift."""
    point = get_or_404(PatrolPoint, pk, user=request.user, may="point.view", queryset=PatrolPoint.objects.for_list())
    acts = [act for act in ("correct", "sign", "close") if may(request.user, f"point.{act}", point)]
    return render(request, "patrol/points/point_detail.html", {
        "point": point, "acts": acts if point.closed_on is None else [],
        "routes": point.routes.visible_to(request.user).in_use(),
        "days": days(point) if may(request.user, "shift.view", point) else None,
    })


def days(point: PatrolPoint) -> list[dict]:
    """How many check-ins each of the last days had, and how many of them are doubtful; the newest first."""
    since = day_start(localdate(now()) - timedelta(days=DAYS - 1))
    doubtful = Q(is_far=True) | Q(is_unseen=True) | Q(is_untimely=True) | Q(is_clock_off=True)
    return list(CheckIn.objects.filter(point=point, made_at__gte=since).order_by().values(day=TruncDate("made_at"))
                .annotate(n=Count("pk"), doubtful=Count("pk", filter=doubtful)).order_by("-day"))
