"""What offices ask of each other: the list of it, and a page for each act."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404
from shuangliu.attachments.forms import status
from shuangliu.pages import drafts, keyset, unsent
from shuangliu.pages.access import allows

from ..demands.answering import DemandMoved
from ..demands.deeds import DEEDS, Deed, check, done
from ..demands.rows import asked_of, asker, rows_of, title, wish
from ..models import Demand
from .acts import act_view

BY_DUE, NEWEST = ("due_at", "id"), ("-id",)
MANY = 100  # counts on a tab stop here
TABS = {
    "waiting": (_("Waiting for me"), BY_DUE),
    "mine": (_("Asked by me"), NEWEST),
    "late": (_("Overdue"), BY_DUE),
    "open": (_("Open"), BY_DUE),
}


@require_safe
@allows("demand.list")
def demand_list(request):
    """`?tab=`, `?after=`."""
    user, at = request.user, now()
    tab = request.GET.get("tab", "waiting")
    if tab not in TABS:
        raise BadRequest("no such tab")
    page = keyset.page(tab_of(tab, user).for_queue(), order=TABS[tab][1], after=request.GET.get("after"))
    waiting = Demand.objects.waiting_for(user)[:MANY].count()
    return render(request, "incidents/demand_list.html", {
        "page": page, "rows": rows_of(page.rows, at), "tab": tab,
        "tabs": [(name, label, waiting if name == "waiting" else None) for name, (label, _order) in TABS.items()],
    })


def tab_of(tab: str, user):
    if tab == "waiting":
        return Demand.objects.waiting_for(user)
    if tab == "mine":
        return Demand.objects.visible_to(user).filter(asked_by=user)
    seen = Demand.objects.visible_to(user)
    return seen.late() if tab == "late" else seen.alive()


def act_page(request, pk, deed: Deed):
    """/incidents/demands/<pk>/<act>/: fetch what the person may do this to, ask, do it, answer. Raises Http404,
    PermissionDenied, DemandMoved."""
    rows = Demand.objects.for_detail().select_related("incident__category", "incident__grid")
    demand = get_or_404(Demand, pk, user=request.user, may="demand.view", queryset=rows)
    try:
        check(demand, deed.act, request.user)
        if request.method == "GET":
            form = deed.form(unsent.take(request), None, demand=demand, by=request.user)
            return show(request, demand, deed, form, 200)
        form = deed.form(request.POST, request.FILES, demand=demand, by=request.user)
        if not done(deed, demand, form, by=request.user, at=now()):
            return show(request, demand, deed, form, status(form))
    except DemandMoved as moved:
        # The same hand clicked twice: it is done, and nothing is lost.
        if request.method == "GET" or not moved.is_repeat:
            raise
    messages.success(request, deed.done)
    return drafts.stored(redirect(demand), draft_key(demand, deed))


def show(request, demand: Demand, deed: Deed, form, code: int):
    context = {"demand": demand, "incident": demand.incident, "deed": deed.of(demand.kind), "form": form,
               "asker": asker(demand), "of": asked_of(demand), "title": title(demand),
               "wish": wish(demand), "draft": draft_key(demand, deed)}
    return render(request, "incidents/demand_act.html", context, status=code)


def draft_key(demand: Demand, deed: Deed) -> str:
    return f"demand-{deed.act}-{demand.pk}"


DEMAND_VIEWS = {act: act_view(deed, "demand", act_page) for act, deed in DEEDS.items()}
