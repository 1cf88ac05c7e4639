"""One shift: who walks it, its points, and what was told of each."""

from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu.pages.access import SIGNED_IN, allows

from ..models import Shift


@require_safe
@allows(SIGNED_IN)
def shift_detail(request, pk):
    """Desks and leaders those of their areas, everybody those they walk (`visible_to`)."""
    shift = get_or_404(Shift, pk, user=request.user, may="shift.view",
                       queryset=Shift.objects.select_related("route", "area", "leader").defer("area__outline"))
    return render(request, "patrol/shifts/shift_detail.html", {
        "shift": shift,
        "people": shift.duties.select_related("person"),
        "stops": shift.stops.select_related("point"),
        "may_verify_hours": shift.starts_at <= now() and may(request.user, "shift.hours", shift),
        "check_ins": shift.check_ins.select_related("point", "by").order_by("made_at", "id"),
    })
