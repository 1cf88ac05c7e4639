"""The list of shifts: of a desk's areas, or of one's own days."""

from django.core.exceptions import BadRequest
from django.db.models import Prefetch
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds
from shuangliu.pages import keyset
from shuangliu.pages.access import SIGNED_IN, allows

from ..forms import ShiftFilter
from ..models import Duty
from ..worklist import TABS, rows_of_tab


@require_safe
@allows(SIGNED_IN)
def shift_list(request):
    """`?tab=`, the filters of ShiftFilter, `?after=`. Who holds no post over shifts sees those they walk."""
    user, form = request.user, ShiftFilter(request.GET, user=request.user)
    tab = request.GET.get("tab") or ("all" if form.is_set else "today")
    if tab not in TABS:
        raise BadRequest("no such tab")
    rows = form.narrow(rows_of_tab(tab, user, now())).select_related("route", "area").defer("area__outline")
    people = Prefetch("duties", Duty.objects.select_related("person").order_by("id"))
    page = keyset.page(rows.prefetch_related(people), order=TABS[tab][1], after=request.GET.get("after"))
    return render(request, "patrol/shifts/shift_list.html", {
        "page": page, "form": form, "tab": tab, "may_plan": holds(user, "shift.plan"),
        "is_desk": holds(user, "shift.view"), "tabs": [(name, label) for name, (label, _order) in TABS.items()],
    }, status=422 if form.errors else 200)
