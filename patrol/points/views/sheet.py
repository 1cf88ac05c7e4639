"""/patrol/points/signs/: signs to print, A5 each, of one point or of a whole town."""

import segno
from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from grids.jurisdiction import scope_q
from shuangliu.pages.access import allows

from .. import signs
from ..forms import PointFilter
from ..models import PatrolPoint

MOST = 200


@require_safe
@allows("point.sign")
def point_sheet(request):
    """`?point=` one or several keys, else the filter of the list. Looking at a sign changes nothing."""
    points = PatrolPoint.objects.in_use().filter(scope_q(request.user, "point.sign")).for_list()
    if keys := request.GET.getlist("point"):
        points = points.filter(pk__in=[key for key in keys if key.isascii() and key.isdigit() and len(key) < 16])
        if not points:
            raise Http404
    else:
        points = PointFilter(request.GET, user=request.user).narrow(points)
    sheet = [(point, drawn(request, point)) for point in points.order_by("area_key", "id")[:MOST]]
    return render(request, "patrol/points/point_sheet.html", {"sheet": sheet})


def drawn(request, point: PatrolPoint) -> str:
    """The QR code of the sign as SVG; level Q still reads with a quarter of it scratched."""
    path = signs.url(point)
    address = settings.PUBLIC_URL + path if settings.PUBLIC_URL else request.build_absolute_uri(path)
    code = segno.make(address, error="q", micro=False)
    return mark_safe(code.svg_inline(border=4, omitsize=True))  # noqa: S308
