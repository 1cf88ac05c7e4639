"""A page for each act: GET asks, POST does. They differ in their deed only."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import actions
from ..deeds import DEEDS, Deed
from ..models import Volunteer


def act_view(deed: Deed):
    """The page of one act: /patrol/volunteers/<pk>/<act>/."""

    @require_http_methods(["GET", "POST"])
    @allows(f"volunteer.{deed.act}")
    def view(request, pk):
        volunteer = get_or_404(Volunteer, pk, user=request.user, may=f"volunteer.{deed.act}",
                               queryset=Volunteer.objects.for_detail())
        actions.check(volunteer, deed.act)
        form = deed.ask(unsent.typed(request), volunteer=volunteer, by=request.user)
        if request.method == "POST" and form.is_valid():
            try:
                deed.do(volunteer, by=request.user, at=now(), **form.given())
            except ValidationError as refused:
                say(form, refused)
            else:
                messages.success(request, deed.done)
                return redirect(volunteer)
        return render(request, "patrol/volunteers/act.html", {"volunteer": volunteer, "deed": deed, "form": form},
                      status=422 if request.method == "POST" else 200)

    view.__name__ = view.__qualname__ = f"volunteer_{deed.act.replace('-', '_')}"
    return view


def say(form, refused: ValidationError) -> None:
    """At the field where the form has it, above the form where not."""
    found = refused.error_dict if hasattr(refused, "error_dict") else {None: refused.error_list}
    for name, errors in found.items():
        form.add_error(name if name in form.fields else None, errors)


ACT_VIEWS = {act: act_view(deed) for act, deed in DEEDS.items()}
