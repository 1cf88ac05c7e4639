"""/subjects/: what has to be acted on, due first; what is open, late, answered."""

from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from ..states import Kind
from ..worklist import TABS, count, rows_of_tab


@require_safe
@allows("subject.view")
def subject_list(request):
    """`?tab=`, `?kind=`, `?after=`."""
    user, at = request.user, now()
    tab, kind = request.GET.get("tab") or "waiting", request.GET.get("kind", "")
    if tab not in TABS or kind not in {"", *Kind.values}:
        raise BadRequest("no such tab or kind")
    rows = rows_of_tab(tab, user, at).for_queue()
    page = keyset.page(rows.filter(kind=kind) if kind else rows, order=TABS[tab][1], after=request.GET.get("after"))
    counts = {name: count(user, name, at) for name in ("waiting", "overdue")}
    return render(request, "subjects/subject_list.html", {
        "page": page, "tab": tab, "kind": kind, "kinds": Kind.choices, "may_receive": holds(user, "subject.receive"),
        "may_take": holds(user, "subject.take"), "may_see_figures": holds(user, "subject.figures"),
        "tabs": [(name, label, counts.get(name)) for name, (label, _order) in TABS.items()]})
