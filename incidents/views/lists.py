"""The list of incidents: what waits for me, what is open, all, what I reported."""

from django.core.exceptions import BadRequest, ValidationError
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from .. import finding
from ..finding import NEWEST
from ..forms import IncidentFilter
from ..models import Incident
from ..rows import rows_of

BY_DUE = ("due_at", "id")
TABS = {
    "waiting": (_("Waiting for me"), BY_DUE),
    "open": (_("Open"), BY_DUE),
    "all": (_("All"), NEWEST),
    "mine": (_("Reported by me"), NEWEST),
}
MANY = 100  # counts on a tab stop here: nobody needs the exact number of a queue


@require_safe
@allows("incident.view")
def incident_list(request):
    """`?tab=`, the filters of IncidentFilter, `?after=`. Filters without a tab search everything."""
    at = now()
    form, tab, incidents = asked(request)
    page = page_of(form, incidents, request, at, TABS[tab][1])
    waiting = Incident.objects.waiting_for(request.user)[:MANY].count()
    may_report, may_export = holds(request.user, "incident.report"), holds(request.user, "incident.export")
    return render(request, "incidents/incident_list.html", {
        "page": page, "rows": rows_of(page.rows, at, form.text), "form": form, "tab": tab, "may_report": may_report,
        "may_export": may_export, "may_preview": holds(request.user, "rule.preview"),
        "tabs": [(name, label, waiting if name == "waiting" else None) for name, (label, _order) in TABS.items()
                 if name != "mine" or may_report],
    }, status=422 if form.errors else 200)


def asked(request) -> tuple:
    """The form, the tab and its incidents, not narrowed yet, that the address asks for: one rule for the list and its
    export. Raises BadRequest."""
    form = IncidentFilter(request.GET, user=request.user)
    tab = request.GET.get("tab", "all" if form.is_set else "waiting")
    if tab not in TABS:
        raise BadRequest("no such tab")
    return form, tab, tab_of(tab, request.user, is_figure=bool(request.GET.get("count")))


def tab_of(tab: str, user, *, is_figure: bool):
    """The incidents of a tab; each is a part of what is visible to the user. Behind a figure stand also those that
    boundaries have taken elsewhere."""
    incidents = Incident.objects.all()
    if tab == "waiting":
        return incidents.waiting_for(user)
    if tab == "mine":
        return incidents.filter(reporter=user)
    if tab == "open":
        return incidents.open_for(user)
    return incidents.visible_to(user) if is_figure else incidents.listed_for(user)


def page_of(form, incidents, request, at, order) -> keyset.Page:
    """The page that the filters and `?after=` ask for. Raises BadRequest for a cursor of another list."""
    try:
        return finding.page_of(form, incidents, at, order=order, after=request.GET.get("after"))
    except (keyset.BadCursor, TypeError, ValueError, ValidationError) as error:
        raise BadRequest("not a cursor of this list") from error
