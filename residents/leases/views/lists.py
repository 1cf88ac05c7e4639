"""/residents/leases/: what has to be acted on, due first; what ends soon; all."""

from django.core.exceptions import BadRequest
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import holds
from shuangliu import audit
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from ...models.homes import Dwelling
from ..finding import dwelling_at
from ..forms import LeaseFilter
from ..models import Lease
from ..querysets import NUMBER
from ..worklist import NEWEST, TABS, counts, rows_of_tab

MOST_FOUND = 50


@require_safe
@allows("lease.view")
def lease_list(request):
    """`?tab=`, the filters of LeaseFilter, `?after=`."""
    at, user = now(), request.user
    form, tab, leases = asked(request, at)
    page = keyset.page(leases.for_queue(), order=TABS[tab][1], after=request.GET.get("after"))
    found = counts(user, at)
    return render(request, "residents/leases/lease_list.html", {
        "page": page, "form": form, "tab": tab, "today": localdate(at),
        "tabs": [(name, label, found.get(name)) for name, (label, _order) in TABS.items()],
        "may_file": holds(user, "lease.file"), "may_export": holds(user, "lease.export"),
    }, status=422 if form.errors else 200)


def asked(request, at) -> tuple:
    """The form, the tab and its leases that the address asks for: one rule for the list and its export. Raises
    BadRequest."""
    form = LeaseFilter(request.GET, user=request.user)
    tab = request.GET.get("tab") or ("all" if form.is_set else "waiting")
    if tab not in TABS:
        raise BadRequest("no such tab")
    return form, tab, form.narrow(rows_of_tab(tab, request.user, at))


@never_cache
@require_http_methods(["GET", "POST"])
@allows("lease.view")
def lease_search(request):
    """A number leads to its lease; a phone, an ID number, a certificate or an address shows what is theirs. By POST:
    numbers of persons belong into no log of addresses."""
    typed = request.POST.get("q", "").strip()
    visible = Lease.objects.visible_to(request.user)
    if request.method == "GET" or not typed:
        return redirect("residents:lease-list")
    if NUMBER.fullmatch(typed) and typed[:2].upper() == "ZL" and (lease := visible.numbered(typed).first()):
        return redirect(lease)
    is_certificate = typed.upper().startswith("ZLBA")
    found = visible.filter(certificate=typed.upper()) if is_certificate else visible.of_somebody(typed)
    if (dwelling := dwelling_at(typed, Dwelling.objects.visible_to(request.user))) is not None:
        found = visible.filter(dwelling=dwelling)
    elif any(mark.isdigit() for mark in typed):
        # A look-up of somebody is remembered, the number is not.
        audit.record("lease.looked_up", None, by=request.user, at=now())
    rows = list(found.for_queue().order_by(*NEWEST)[:MOST_FOUND])
    return render(request, "residents/leases/lease_found.html", {"rows": rows, "typed": typed, "today": localdate()})
