"""Households."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from grids.jurisdiction import get_or_404, may
from shuangliu.pages.access import allows

from ... import actions
from ...models import Dwelling, Household, Residence
from ..forms import FormForm, HouseholdForm, JoinForm, RelationsForm, SplitForm
from .acting import GET_AND_POST, act_page, typed

ROWS = Household.objects.select_related("dwelling__building")
ACTS = ("join", "leave", "relate", "split", "correct")


@require_safe
@allows("person.view")
def household_detail(request, pk):
    """Members of today with where they live, and those who were."""
    household = _fetch(request, pk, "person.view")
    members = list(household.members.in_use().select_related("person").order_by("relation", "id"))
    homes = {home.person_id: home.dwelling for home in Residence.objects.filter(
        until=None, person__in=[member.person_id for member in members]).select_related("dwelling__building")}
    rows = [(member, homes.get(member.person_id)) for member in members if member.until is None]
    return render(request, "residents/register/household_detail.html", {
        "household": household, "rows": rows, "former": [member for member in members if member.until],
        "may": {act: may(request.user, f"household.{act}", household) for act in ACTS}})


@GET_AND_POST
@allows("household.form")
def household_form(request, pk):
    """At a dwelling, of those who live there."""
    dwelling = get_or_404(Dwelling, pk, user=request.user, may="household.form",
                          queryset=Dwelling.objects.select_related("building"))
    form = FormForm(typed(request), dwelling=dwelling, user=request.user)
    return act_page(request, form, lambda: actions.form(by=request.user, at=now(), dwelling=dwelling,
                                                        **form.cleaned_data),
                    title=_("Form a household"), said=_("Formed. Add who belongs to it."), back=dwelling,
                    note=dwelling.address)


@GET_AND_POST
@allows("household.join")
def household_join(request, pk):
    household = _fetch(request, pk, "household.join")
    form = JoinForm(typed(request), household=household, user=request.user)
    return act_page(request, form, lambda: _back(actions.join(
        household, form.cleaned_data["person"], by=request.user, at=now(), relation=form.cleaned_data["relation"])),
        title=_("Add to the household"), said=_("Belongs to the household now."), back=household, note=str(household))


@require_POST
@allows("household.leave")
def household_leave(request, pk, member):
    household = _fetch(request, pk, "household.leave")
    row = household.members.filter(pk=member).first()
    if row is None:
        raise Http404
    actions.leave(row, by=request.user, at=now())
    messages.success(request, _("Belongs to the household no longer."))
    return redirect(household)


@GET_AND_POST
@allows("household.relate")
def household_relate(request, pk):
    household = _fetch(request, pk, "household.relate")
    members = household.members.filter(until=None).select_related("person").order_by("relation", "id")
    form = RelationsForm(typed(request), members=members)
    return act_page(request, form, lambda: _back(actions.relate(
        household, by=request.user, at=now(), relations=form.relations)), title=_("Head and relations"),
        said=_("Relations changed."), back=household,
        note=_("Every relation is to the head: with another head, say anew what each is."))


@GET_AND_POST
@allows("household.split")
def household_split(request, pk):
    household = _fetch(request, pk, "household.split")
    form = SplitForm(typed(request), household=household, user=request.user)
    return act_page(request, form, lambda: actions.split(household, by=request.user, at=now(), **form.cleaned_data),
                    title=_("Split the household"), back=household, note=str(household),
                    said=_("Two households now. Say what the members of the new one are to its head."))


@GET_AND_POST
@allows("household.correct")
def household_correct(request, pk):
    household = _fetch(request, pk, "household.correct")
    form = HouseholdForm(typed(request), user=request.user, initial={
        "register_number": household.register_number, "dwelling": household.dwelling.address})
    return act_page(request, form, lambda: actions.correct_household(household, by=request.user, at=now(),
                                                                     **form.cleaned_data),
                    title=_("Put right"), said=_("Put right; what was there before is kept."), back=household,
                    note=str(household))


def _fetch(request, pk, act: str) -> Household:
    return get_or_404(Household, pk, user=request.user, may=act, queryset=ROWS.all())


def _back(_result) -> None:
    """Back to the household, whatever was made."""
