"""A page for each act: GET asks, POST does. They differ in their deed only."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu.attachments.forms import status
from shuangliu.pages import unsent
from shuangliu.pages.access import allows
from shuangliu.pages.conflict import Conflict

from .. import actions
from ..deeds import DEEDS, Deed, is_due
from ..models import Lease


def act_view(deed: Deed):
    """The page of one act: /residents/leases/<pk>/<act>/."""

    @require_http_methods(["GET", "POST"])
    @allows(f"lease.{deed.act}")
    def view(request, pk):
        return act_page(request, pk, deed)

    view.__name__ = view.__qualname__ = f"lease_{deed.act.replace('-', '_')}"
    return view


def act_page(request, pk, deed: Deed):
    """Fetch what the person may do this to, ask, do it once, answer. Raises Http404, PermissionDenied, Conflict."""
    at, user, rows = now(), request.user, Lease.objects.for_detail()
    lease = get_or_404(Lease, pk, user=user, may=f"lease.{deed.act}", queryset=rows)
    try:
        actions.check_state(lease, deed.act, by=user)
        if not is_due(deed.act, lease):
            raise Conflict(_("This was done already, or nothing is asked for."), matter=lease)
        if request.method == "GET":
            return _show(request, lease, deed, deed.ask(unsent.take(request), lease=lease, by=user, at=at), 200)
        form = deed.ask(request.POST, request.FILES, lease=lease, by=user, at=at)
        if not form.is_valid():
            return _show(request, lease, deed, form, status(form))
        try:
            deed.do(lease, by=user, at=at, **form.given())
        except ValidationError as refused:  # what only the register knows
            lease.refresh_from_db()
            say(form, refused)
            return _show(request, lease, deed, form, 422)
    except actions.LeaseMoved as moved:
        # The same hand clicked twice: it is done, and nothing is lost.
        if request.method == "GET" or not moved.is_repeat:
            raise
    messages.success(request, deed.done)
    return redirect(lease)


def say(form, refused: ValidationError) -> None:
    """At the field where the form has it, above the form where not."""
    found = refused.error_dict if hasattr(refused, "error_dict") else {None: refused.error_list}
    for name, errors in found.items():
        form.add_error(name if name in form.fields else None, errors)


def _show(request, lease: Lease, deed: Deed, form, code: int):
    return render(request, "residents/leases/lease_act.html", {"lease": lease, "deed": deed, "form": form}, status=code)


ACT_VIEWS = {act: act_view(deed) for act, deed in DEEDS.items()}
