"""A week is filled from the one before or from a template: looked at first. And a week becomes a template."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from grids.jurisdiction import posts_for
from residents.register.views.acting import GET_AND_POST, REFUSED, attempt
from shuangliu.pages.access import allows

from ..forms import BEFORE, CarryOutForm, FillForm, KeepForm
from ..proposals import carry_out, keep_as_template, of_template, of_week_before
from .week import url_of, week_of


@GET_AND_POST
@allows("shift.plan")
def roster_fill(request):
    """`?week=`, `?source=` (`before` or the key of a template) shows what would come in and what stays out; a POST of
    the same does it."""
    user, at = request.user, now()
    if request.method == "POST":
        week, form = week_of(request.POST), CarryOutForm(request.POST, user=user)
        if form.is_valid():
            given = form.cleaned_data
            made, left = carry_out(_proposals(form, week, user, at), by=user, at=at,
                                   rest_reason=given["rest_reason"].strip())
            messages.success(request, _("%(n)d shifts are planned, %(left)d stayed out.") % {"n": made, "left": left})
            return redirect(url_of(week))
        return render(request, "patrol/roster/fill.html", {"week": week, "form": form}, status=422)
    week, form = week_of(request.GET), FillForm(request.GET if "source" in request.GET else {"source": BEFORE},
                                                user=user)
    found = _proposals(form, week, user, at) if form.is_valid() else []
    coming = [one for one in found if not one.stays_out]
    return render(request, "patrol/roster/fill.html", {
        "week": week, "form": form, "coming": coming, "staying": [one for one in found if one.stays_out],
        "warned": sum(bool(one.warnings) for one in coming), "is_looked_at": form.is_valid(),
        "act": CarryOutForm(user=user, initial={"source": form["source"].value()}),
        "is_template": form["source"].value() != BEFORE}, status=422 if form.errors else 200)


@require_POST
@allows("shift.plan")
def roster_keep(request):
    """The week becomes a template of the area of one's post."""
    week, form = week_of(request.POST), KeepForm(request.POST)
    if form.is_valid() and (made := attempt(form, lambda: _keep(request, week, form.cleaned_data["name"]))) is not (
            REFUSED):
        messages.success(request, _("Kept as a template."))
        return redirect(made)
    return render(request, "patrol/act.html", {
        "form": form, "title": _("Keep this week as a template"), "hidden": {"week": week}}, status=422)


def _keep(request, week, name: str):
    try:
        with transaction.atomic():
            return keep_as_template(week, by=request.user, at=now(), name=name,
                                    area=posts_for(request.user, "shift.plan")[0].area)
    except IntegrityError:
        raise ValidationError({"name": _("There is a template of this name.")}) from None


def _proposals(form: FillForm, week, user, at):
    source = form.cleaned_data["source"]
    return of_week_before(week, user, at=at) if source == BEFORE else of_template(form.templates[source], week, at=at)
