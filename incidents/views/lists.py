"""The list of incidents: what waits for me, what is open, all, what I reported; and what a person makes of it."""

from urllib.parse import parse_qsl, urlencode

from django.core.exceptions import BadRequest
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import holds
from shuangliu.pages import columns, fragments, keyset
from shuangliu.pages.access import allows
from shuangliu.worklists import presence
from shuangliu.worklists.actions import filters_of
from shuangliu.worklists.lists import MANY, written
from shuangliu.worklists.views import filter_counts, filter_page, filters_page

from .. import finding
from ..bulk import BULK, KEYS
from ..columns import COLUMNS
from ..forms import IncidentFilter
from ..models import Incident
from ..rows import rows_of
from ..states import RULES
from ..worklist import BY_DUE, TABS, WORKLIST, rows_of_tab, tab_of


@require_safe
@allows("incident.view")
def incident_list(request):
    """`?tab=`, the filters of IncidentFilter, `?after=`. Without any, what the person has chosen to open first."""
    at, user = now(), request.user
    kept = list(filters_of(user, WORKLIST))
    first = next((saved for saved in kept if saved.is_default), None)
    if first and not request.GET:
        return redirect(WORKLIST.address(first.query))
    form, tab, incidents = asked(request)
    page = page_of(form, incidents, request, at, TABS[tab][1])
    busy = presence.at_each(Incident, [incident.pk for incident in page.rows], user, at) if page.rows else {}
    shown = columns.chosen(request, WORKLIST.key, COLUMNS)
    rows = rows_of(page.rows, at, form.text, columns=shown, busy=busy)
    waiting = Incident.objects.waiting_for(user).order_by(*BY_DUE)[:MANY].count()
    may_report = holds(user, "incident.report")
    mark = fragments.mark_of(user.pk, get_language(), waiting, page.next_cursor, [column.name for column in shown],
                             [(row.pk, row.version) for row in rows])
    context = {
        "page": page, "rows": rows, "form": form, "tab": tab, "may_report": may_report, "mark": mark,
        "columns": shown, "bulk": bulk_acts(user) if tab != "mine" else [],
        "may_export": holds(user, "incident.export"), "may_preview": holds(user, "rule.preview"),
        "tabs": [(name, label, waiting if name == "waiting" else None) for name, (label, _order) in TABS.items()
                 if name != "mine" or may_report],
    }
    if fragments.is_asked(request):
        return fragments.answer(request, "incidents/_incident_list.html", context, mark)
    query = written(request.GET, ["tab", *form.fields]) if form.is_set and not form.errors else ""
    context |= {
        "all_columns": COLUMNS, "query": query, "is_kept": any(saved.query == query for saved in kept),
        "kept": [{"saved": saved, "url": WORKLIST.address(saved.query)} for saved in kept],
    }
    return render(request, "incidents/incident_list.html", context, status=422 if form.errors else 200)


def asked(request) -> tuple:
    """The form, the tab and its incidents, not narrowed yet, that the address asks for: one rule for the list and its
    export. Raises BadRequest."""
    form = IncidentFilter(request.GET, user=request.user)
    tab = tab_of(request.GET, form)
    if tab not in TABS:
        raise BadRequest("no such tab")
    return form, tab, rows_of_tab(tab, request.user, is_figure=bool(request.GET.get("count")))


def bulk_acts(user) -> list[dict]:
    """What the person may do to many, in which states, and by which key."""
    return [{"deed": deed, "states": " ".join(sorted(RULES[act].sources)), "key": KEYS[act]}
            for act, deed in BULK.items() if holds(user, f"incident.{act}")]


def page_of(form, incidents, request, at, order) -> keyset.Page:
    """The page that the filters and `?after=` ask for. Raises BadRequest for a cursor of another list."""
    return finding.page_of(form, incidents, at, order=order, after=request.GET.get("after"))


@require_http_methods(["GET", "POST"])
@allows("incident.view")
def incident_columns(request):
    """Remember the ticked `columns`, and go `back` to the list."""
    response = redirect(WORKLIST.address(urlencode(parse_qsl(request.POST.get("back", "")))))
    if request.method == "POST":
        known = {column.name for column in COLUMNS}
        columns.remember(response, request, WORKLIST.key,
                         [name for name in request.POST.getlist("columns") if name in known])
    return response


@require_http_methods(["GET", "POST"])
@allows("incident.view")
def incident_filters(request):
    return filters_page(request, WORKLIST)


@require_http_methods(["GET", "POST"])
@allows("incident.view")
def incident_filter(request, pk):
    return filter_page(request, WORKLIST, pk)


@require_safe
@allows("incident.view")
def incident_filter_counts(request):
    return filter_counts(request, WORKLIST)
