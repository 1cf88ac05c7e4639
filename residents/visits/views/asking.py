"""Visits are asked for: one from a dwelling, or many of the stalest of a grid."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from grids.jurisdiction import get_or_404
from shuangliu.pages.access import allows

from ...models.homes import Dwelling
from ...register.views.acting import GET_AND_POST, REFUSED, act_page, attempt, typed
from .. import actions
from ..forms import AskForm, ChosenForm, PlanForm
from ..models import Purpose
from ..stalest import stalest


@GET_AND_POST
@allows("visit.ask")
def visit_ask(request, pk):
    """Of one dwelling; `?purpose=` begins with one."""
    dwelling = get_or_404(Dwelling, pk, user=request.user, may="visit.ask",
                          queryset=Dwelling.objects.select_related("building"))
    purpose = request.GET.get("purpose")
    form = AskForm(typed(request), initial={"purpose": purpose} if purpose in Purpose.values else None)
    return act_page(request, form, lambda: actions.ask(dwelling, by=request.user, at=now(), **form.cleaned_data),
                    title=_("Ask for a visit"), said=_("The worker of the grid has it now."), back=dwelling,
                    note=dwelling.address)


@GET_AND_POST
@allows("visit.ask")
def visit_plan(request):
    """The stalest dwellings of a grid: looked at, some taken out, then asked for at once. `?grid=` begins with one."""
    form = PlanForm(typed(request), user=request.user, initial=_begun(request))
    rows, chosen = None, None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        rows = stalest(given["area"], given["n"])
        if "create" in request.POST:
            chosen = ChosenForm(request.POST, grid=given["area"])
            if chosen.is_valid() and (asked := attempt(form, lambda: actions.ask_many(
                    chosen.cleaned_data["dwellings"], by=request.user, at=now(), purpose=Purpose.CHECK,
                    due_on=given["due_on"]))) is not REFUSED:
                messages.success(request, _("%(n)d visits are asked for.") % {"n": len(asked)})
                return redirect(reverse("residents:visit-list") + "?tab=open")
    is_bad = bool(form.errors or (chosen and chosen.errors))
    return render(request, "residents/visits/visit_plan.html", {
        "form": form, "rows": rows, "chosen": chosen,
        "ticked": set(request.POST.getlist("dwellings")) if chosen else None}, status=422 if is_bad else 200)


def _begun(request) -> dict:
    grid = request.GET.get("grid", "")
    return {"area": int(grid)} if grid.isdecimal() and len(grid) < 18 else {}
