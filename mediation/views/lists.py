"""The list of cases: what waits for me, what is open, all."""

from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds, may
from shuangliu import deadlines
from shuangliu.pages import clocks, keyset
from shuangliu.pages.access import allows

from ..forms import CaseFilter
from ..models import Case, CaseTransfer
from ..states import State

BY_DUE, NEWEST = ("due_at", "id"), ("-registered_at", "-id")
TABS = {
    "waiting": (_("Waiting for me"), BY_DUE),
    "open": (_("Open cases"), BY_DUE),
    "all": (_("All"), NEWEST),
    "guests": (_("From other areas"), NEWEST),
}
MANY = 100  # counts on a tab stop here: nobody needs the exact number of a queue


@require_safe
@allows("case.view")
def case_list(request):
    """`?tab=`, the filters of CaseFilter, `?after=`. Filters without a tab search everything."""
    form, tab, cases = asked(request)
    page = page_of(cases.for_queue(), request, TABS[tab][1])
    prepare(page.rows, request.user)
    waiting = Case.objects.waiting_for(request.user)[:MANY].count()
    return render(request, "mediation/case_list.html", {
        "page": page, "form": form, "tab": tab, "may_register": holds(request.user, "case.register"),
        "may_see_figures": holds(request.user, "figure.view"), "may_see_own": holds(request.user, "figure.own"),
        "may_see_routes": holds(request.user, "route.preview"), "may_see_network": holds(request.user, "network.view"),
        "may_export": holds(request.user, "case.export"),
        "tabs": [(name, TABS[name][0], waiting if name == "waiting" else None) for name in tabs_of(request.user)],
    }, status=422 if form.errors else 200)


def tabs_of(user) -> list[str]:
    """Supervisors and auditors watch: nothing waits for them. Cases of other areas are a tab where a centre
    has any, or is asked to take one."""
    may_read = holds(user, "case.title")
    has_guests = may_read and Case.objects.guests_of(user).exists()
    return [tab for tab in TABS if {"waiting": may_read, "guests": has_guests}.get(tab, True)]


def asked(request) -> tuple:
    """The form, the tab and the cases that the address asks for: one rule for the list and its export. Raises
    BadRequest."""
    form = CaseFilter(request.GET, user=request.user)
    tabs = tabs_of(request.user)
    tab = request.GET.get("tab", "all" if form.is_set else tabs[0])
    if tab not in tabs:
        raise BadRequest("no such tab")
    cases, user = Case.objects, request.user
    rows = {"waiting": cases.waiting_for(user), "open": cases.listed_for(user).open(), "all": cases.listed_for(user),
            "guests": cases.guests_of(user)}[tab]
    return form, tab, form.narrow(rows)


def page_of(rows, request, order) -> keyset.Page:
    """The page that `?after=` asks for. Raises BadRequest for a cursor of another list."""
    return keyset.page(rows, order=order, after=request.GET.get("after"))


def prepare(cases: list[Case], user) -> None:
    """Give each row its running clock, the colour of its edge, whether the user may read its content, and to whom it is
    offered."""
    running = deadlines.next_due(cases)
    asked_of = {offer.case_id: offer.target for offer in CaseTransfer.objects.filter(
        case__in=[case.pk for case in cases if case.state == State.TRANSFERRED], answered_at=None
    ).select_related("to_org")}
    for case in cases:
        case.clock = running.get(case.pk)
        case.light = clocks.light(case.clock.due_at, warn_at=case.clock.warn_at, now=now()) if case.clock else ""
        case.is_readable = may(user, "case.title", case)
        case.offered_to = asked_of.get(case.pk, "")
