"""One shift: what can be done, who walks it, its points on a map, what was told of each, and its past."""

from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, holds
from shuangliu.pages.access import SIGNED_IN, allows

from ...routes.spots import spots
from ...swaps.models import Swap
from ..deeds import may_swap, offered
from ..models import Shift
from ..trail import trail_of


@require_safe
@allows(SIGNED_IN)
def shift_detail(request, pk):
    """Desks and leaders those of their areas, everybody those they walk (`visible_to`)."""
    user, at = request.user, now()
    shift = get_or_404(Shift, pk, user=user, may="shift.view",
                       queryset=Shift.objects.select_related("route", "area", "leader").defer("area__outline"))
    stops = list(shift.stops.select_related("point"))
    return render(request, "patrol/shifts/shift_detail.html", {
        "shift": shift, "at": at,
        "deeds": offered(shift, user, at), "may_swap": may_swap(shift, user, at),
        "people": shift.duties.select_related("person"),
        "stops": stops, "spots": spots(stops, at=at),
        "check_ins": shift.check_ins.select_related("point", "by").order_by("made_at", "id"),
        "swaps": Swap.objects.visible_to(user).filter(shift=shift).select_related("giver", "taker").order_by("id"),
        "trail": trail_of(shift), "is_desk": holds(user, "shift.view"), "town": shift.area.code[:9],
        "sees_outlines": holds(user, "area.view") and holds(user, "shift.view"),
    })
