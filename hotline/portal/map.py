"""/public/nearby/: what is open in a town, on a map and as a list."""

from functools import partial

from django.core.cache import caches
from django.http import JsonResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from grids.models import Area, Level
from grids.outlines import children_of
from shuangliu import guard
from shuangliu.pages.access import ANYONE, allows

from .fields import county
from .nearby import Nearby, in_area

A_MINUTE = 60


@require_safe
@allows(ANYONE)
def nearby(request):
    """`?town=<code>`; the whole county unless one is chosen."""
    guard.throttle(request, "portal.near")
    whole = county()
    towns = list(Area.objects.filter(level=Level.TOWN).current(localdate()).defer("outline").order_by("key"))
    area = next((town for town in towns if town.code == request.GET.get("town")), whole)
    found = _found(area) if area else []
    points = [{"at": [one.latitude, one.longitude], "name": one.category, "progress": one.progress} for one in found]
    context = {"found": found, "points": points, "towns": towns, "area": area}
    return render(request, "hotline/portal/nearby.html", context)


def _found(area: Area) -> list[Nearby]:
    """The same for everybody who reads this language, for a minute."""
    key = f"portal-nearby-{area.pk}-{get_language()}"
    return caches["process"].get_or_set(key, partial(in_area, area), A_MINUTE)


@require_safe
@allows(ANYONE)
def outlines(request):
    """The outlines of the towns: the map of the portal."""
    whole = county()
    response = JsonResponse(children_of(whole) if whole else {"type": "FeatureCollection", "features": []})
    response["Cache-Control"] = "public, max-age=3600"
    return response
