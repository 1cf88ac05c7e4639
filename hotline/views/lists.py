"""The list of tickets: what has to be decided, told, reviewed and called back, and all others."""

from django.core.exceptions import BadRequest
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import holds
from incidents.views.search import lead
from shuangliu.pages import keyset
from shuangliu.pages.access import allows
from shuangliu.worklists.actions import filters_of
from shuangliu.worklists.lists import MANY, written
from shuangliu.worklists.views import filter_counts, filter_page, filters_page

from .. import finding
from ..forms import TicketFilter
from ..models import Ticket
from ..queue import BY_DUE
from ..rows import rows_of
from ..worklist import COUNTED, TABS, WORKLIST, rows_of_tab, tab_of


@require_safe
@allows("ticket.view")
def ticket_list(request):
    """`?tab=`, the filters of TicketFilter, `?after=`. Without any, what the person has chosen to open first."""
    at, user = now(), request.user
    kept = list(filters_of(user, WORKLIST))
    first = next((saved for saved in kept if saved.is_default), None)
    if first and not request.GET:
        return redirect(WORKLIST.address(first.query))
    form, tab, tickets = asked(request)
    page = page_of(form, tickets, request, at, TABS[tab][1])
    counts = {name: rows_of_tab(name, user).order_by(*BY_DUE)[:MANY].count() for name in COUNTED}
    query = written(request.GET, ["tab", *form.fields]) if form.is_set and not form.errors else ""
    return render(request, "hotline/ticket_list.html", {
        "page": page, "rows": rows_of(page.rows, at, form.text), "form": form, "tab": tab,
        "tabs": [(name, label, counts.get(name)) for name, (label, _order) in TABS.items()],
        "may_export": holds(user, "ticket.export"), "query": "" if form.data.get("caller") else query,
        "is_kept": any(saved.query == query for saved in kept),
        "kept": [{"saved": saved, "url": WORKLIST.address(saved.query)} for saved in kept],
    }, status=422 if form.errors else 200)


def asked(request) -> tuple:
    """The form, the tab and its tickets, not narrowed yet, that the address asks for: one rule for the list and its
    export. Raises BadRequest."""
    form = TicketFilter(request.GET, user=request.user)
    tab = tab_of(request.GET, form)
    if tab not in TABS:
        raise BadRequest("no such tab")
    return form, tab, rows_of_tab(tab, request.user)


def page_of(form, tickets, request, at, order) -> keyset.Page:
    """The page that the filters and `?after=` ask for. Raises BadRequest for a cursor of another list."""
    around = Ticket.objects.visible_to(request.user)
    return finding.page_of(form, tickets, at, order=order, after=request.GET.get("after"), around=around)


@require_http_methods(["GET", "POST"])
@allows("ticket.view")
def ticket_search(request):
    return lead(request, Ticket, finding.number_in, "caller", finding.caller_of, "hotline:ticket-list")


@allows("ticket.view")
def ticket_filters(request):
    return filters_page(request, WORKLIST)


@require_http_methods(["GET", "POST"])
@allows("ticket.view")
def ticket_filter(request, pk):
    return filter_page(request, WORKLIST, pk)


@require_safe
@allows("ticket.view")
def ticket_filter_counts(request):
    return filter_counts(request, WORKLIST)
