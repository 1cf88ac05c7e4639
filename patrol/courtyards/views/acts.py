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
from ..deeds import DEEDS, Deed, blocked, is_due
from ..models import Courtyard
from ..states import Act


def act_view(deed: Deed):
    """The page of one act: /patrol/courtyards/<pk>/<act>/."""

    @require_http_methods(["GET", "POST"])
    @allows(deed.right)
    def view(request, pk):
        return act_page(request, pk, deed)

    view.__name__ = view.__qualname__ = f"courtyard_{deed.act.replace('-', '_')}"
    return view


def act_page(request, pk, deed: Deed):
    """Fetch what the person may do this to, ask, do it once, answer. Raises Http404, PermissionDenied, Conflict."""
    at, user = now(), request.user
    courtyard = get_or_404(Courtyard, pk, user=user, may=deed.right, queryset=Courtyard.objects.for_detail())
    try:
        actions.check_state(courtyard, deed.act, by=user)
        if request.method == "GET":
            refuse_undue(courtyard, deed, at)
            form = deed.ask(unsent.take(request), courtyard=courtyard, by=user, at=at, initial=request.GET.dict())
            return _show(request, courtyard, deed, form, 200)
        form = deed.ask(request.POST, request.FILES, courtyard=courtyard, by=user, at=at)
        if not form.is_valid():
            return _show(request, courtyard, deed, form, status(form))
        try:
            deed.do(courtyard, by=user, at=at, **form.given())
        except ValidationError as refused:  # what only the records know
            courtyard.refresh_from_db()
            say(form, refused)
            return _show(request, courtyard, deed, form, 422)
    except actions.CourtyardMoved as moved:
        # The same hand clicked twice: it is done, and nothing is lost.
        if request.method == "GET" or not moved.is_repeat:
            raise
    messages.success(request, deed.done)
    return redirect(courtyard)


def refuse_undue(courtyard: Courtyard, deed: Deed, at) -> None:
    """Raises Conflict for what the state allows and something else does not; what is sent the action itself checks."""
    if deed.act == Act.BEGIN and (why := blocked(courtyard, at)):
        raise Conflict(why, matter=courtyard)
    if not is_due(deed.act, courtyard):
        raise Conflict(_("This was done already, or something else comes before it."), matter=courtyard)


def say(form, refused: ValidationError) -> None:
    """At the field where the form has it, above the form where not."""
    found = refused.error_dict if hasattr(refused, "error_dict") else {None: refused.error_list}
    for name, errors in found.items():
        form.add_error(name if name in form.fields else None, errors)


def _show(request, courtyard: Courtyard, deed: Deed, form, code: int):
    return render(request, "patrol/courtyards/courtyard_act.html", {
        "courtyard": courtyard, "deed": deed, "form": form, "plan": courtyard.plan}, status=code)


ACT_VIEWS = {act: act_view(deed) for act, deed in DEEDS.items()}
