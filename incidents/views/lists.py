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
    form = IncidentFilter(request.GET, user=request.user)
    tab = request.GET.get("tab", "all" if form.is_set else "waiting")
    if tab not in TABS:
        raise BadRequest("no such tab")
    incidents = tab_of(tab, request.user)
    page = page_of(form, incidents, request, at, TABS[tab][1])
    waiting = Incident.objects.waiting_for(request.user)[:MANY].count()
    may_report = holds(request.user, "incident.report")
    return render(request, "incidents/incident_list.html", {
        "page": page, "rows": rows_of(page.rows, at, form.text), "form": form, "tab": tab, "may_report": may_report,
        "tabs": [(name, label, waiting if name == "waiting" else None) for name, (label, _order) in TABS.items()
                 if name != "mine" or may_report],
    }, status=422 if form.errors else 200)


def tab_of(tab: str, user):
    """The incidents of a tab; each is a part of what is visible to the user."""
    incidents = Incident.objects.all()
    if tab == "waiting":
        return incidents.waiting_for(user)
    if tab == "mine":
        return incidents.filter(reporter=user)
    return incidents.open_for(user) if tab == "open" else incidents.listed_for(user)


def page_of(form, incidents, request, at, order) -> keyset.Page:
    """The page that the filters and `?after=` ask for. Raises BadRequest for a cursor of another list."""
    try:
        return finding.page_of(form, incidents, at, order=order, after=request.GET.get("after"))
    except (keyset.BadCursor, TypeError, ValueError, ValidationError) as error:
        raise BadRequest("not a cursor of this list") from error
