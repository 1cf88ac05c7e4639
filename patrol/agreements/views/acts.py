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
from ..models import FourPartyAgreement
from ..states import Act


def act_view(deed: Deed):
    """The page of one act: /patrol/agreements/<pk>/<act>/."""

    @require_http_methods(["GET", "POST"])
    @allows(f"agreement.{deed.act}")
    def view(request, pk):
        return act_page(request, pk, deed)

    view.__name__ = view.__qualname__ = f"agreement_{deed.act}"
    return view


def act_page(request, pk, deed: Deed):
    """Fetch what the person may do this to, ask, do it once, answer. Raises Http404, PermissionDenied, Conflict."""
    at, user, rows = now(), request.user, FourPartyAgreement.objects.for_detail()
    agreement = get_or_404(FourPartyAgreement, pk, user=user, may=f"agreement.{deed.act}", queryset=rows)
    try:
        actions.check(agreement, deed.act, by=user)
        if not is_due(deed.act, agreement):
            raise Conflict(_("This was done already, or is not possible any more."), matter=agreement)
        if request.method == "GET":
            return _show(request, agreement, deed, deed.ask(unsent.take(request), agreement=agreement, by=user, at=at),
                         200)
        form = deed.ask(request.POST, request.FILES, agreement=agreement, by=user, at=at)
        if not form.is_valid():
            return _show(request, agreement, deed, form, status(form))
        try:
            made = deed.do(agreement, by=user, at=at, **form.given())
        except ValidationError as refused:
            say(form, refused)
            return _show(request, agreement, deed, form, 422)
    except actions.AgreementMoved as moved:
        # The same hand clicked twice: it is done, and nothing is lost.
        if request.method == "GET" or not moved.is_repeat:
            raise
        made = agreement
    messages.success(request, deed.done)
    return redirect(made if deed.act == Act.RENEW else agreement)


def say(form, refused: ValidationError) -> None:
    """At the field where the form has it, above the form where not."""
    for name, errors in refused.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)


def _show(request, agreement: FourPartyAgreement, deed: Deed, form, code: int):
    return render(request, "patrol/agreements/agreement_act.html", {
        "agreement": agreement, "deed": deed, "form": form}, status=code)


ACT_VIEWS = {act: act_view(deed) for act, deed in DEEDS.items()}
