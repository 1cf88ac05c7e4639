"""/patrol/agreements/: what runs, what ends, what has to be signed; and the duties that are due."""

from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from ..forms import AgreementFilter
from ..worklist import TABS, counts, duties_due, rows_of_tab


@require_safe
@allows("agreement.view")
def agreement_list(request):
    """`?tab=`, the filters of AgreementFilter, `?after=`. Raises BadRequest."""
    at, user = now(), request.user
    form = AgreementFilter(request.GET, user=user)
    tab = request.GET.get("tab") or ("all" if form.is_set else "running")
    if tab not in TABS:
        raise BadRequest("no such tab")
    rows = form.narrow(rows_of_tab(tab, user, at)).for_list()
    page = keyset.page(rows, order=TABS[tab][1], after=request.GET.get("after"))
    found = counts(user, at)
    return render(request, "patrol/agreements/agreement_list.html", {
        "page": page, "form": form, "tab": tab, "rows": [(one, one.left(localdate(at))) for one in page.rows],
        "tabs": [(name, label, found.get(name)) for name, (label, _order) in TABS.items()],
        "may_draft": holds(user, "agreement.draft"),
    }, status=422 if form.errors else 200)


@require_safe
@allows("agreement.view")
def agreement_duties(request):
    """What each side has to have done by the end of the next seven days; `?after=`."""
    at, user = now(), request.user
    page = keyset.page(duties_due(user, at), order=("due_on", "id"), after=request.GET.get("after"))
    return render(request, "patrol/agreements/agreement_duties.html", {
        "page": page, "today": localdate(at), "may_mark": holds(user, "agreement.mark")})
