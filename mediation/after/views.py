"""What is due after mediation: overdue, today, coming."""

from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from .forms import DutyFilter
from .models import Duty
from .rows import rows_of

TABS = {"overdue": _("Past its time"), "today": _("Due today"), "coming": _("Due later")}
MANY = 100  # counts on a tab stop here
ORDER = ("due_at", "id")


@require_safe
@allows("duty.view")
def duty_list(request):
    """`?tab=` (the first with anything in it), `?kind=`, `?area=`, `?mine=1` (what waits for me), `?after=`."""
    at = now()
    form = DutyFilter(request.GET, user=request.user)
    rows = Duty.objects.waiting_for(request.user) if request.GET.get("mine") else Duty.objects.open()
    rows = form.narrow(rows.visible_to(request.user))
    counts = {tab: getattr(rows, tab)(at).order_by(*ORDER)[:MANY].count() for tab in TABS}
    tab = request.GET.get("tab") or next((tab for tab, count in counts.items() if count), "coming")
    if tab not in TABS:
        raise BadRequest("no such tab")
    page = keyset.page(getattr(rows, tab)(at).for_queue(), order=ORDER, after=request.GET.get("after"))
    return render(request, "mediation/after/duty_list.html", {
        "page": page, "rows": rows_of(page.rows, request.user, at), "form": form, "tab": tab,
        "mine": bool(request.GET.get("mine")),
        "tabs": [(name, label, counts[name]) for name, label in TABS.items()],
    }, status=422 if form.errors else 200)
