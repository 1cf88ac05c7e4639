"""What is done to one person."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from shuangliu.pages.access import allows

from ... import actions
from ...models.trail import Source
from .. import deciding, duplicates
from ..forms import CompareForm, CorrectForm, MoveInForm, MoveOutForm, PermitForm
from .acting import GET_AND_POST, act_page, typed
from .people import fetch


@GET_AND_POST
@allows("person.correct")
def person_correct(request, pk):
    person = fetch(request, pk, "person.correct")
    form = CorrectForm(typed(request), person=person)

    def do():
        try:
            actions.correct(person, by=request.user, at=now(), note=form.cleaned_data["note"], **form.given)
        except actions.AlreadyThere as found:
            raise ValidationError({"id_number": _("Somebody in the register has this number. Are they one? Then enter "
                                                  "nothing here, and merge the two.")}) from found

    return act_page(request, form, do, title=_("Put right"), said=_("Put right; what was there before is kept."),
                    back=person, template="residents/register/person_correct.html", person=person)


@require_POST
@allows("person.confirm")
def person_confirm(request, pk):
    person = fetch(request, pk, "person.confirm")
    actions.confirm(person, by=request.user, at=now(), source=Source.COUNTER)
    messages.success(request, _("Confirmed: what is written is true today."))
    return redirect(person)


@GET_AND_POST
@allows("person.move-in")
def person_move_in(request, pk):
    person = fetch(request, pk, "person.move-in")
    home = person.residences.filter(until=None).first()
    form = MoveInForm(typed(request), user=request.user,
                      initial={"kind": home.kind if home else "", "since": localdate()})
    return act_page(request, form, lambda: _to_none(actions.move_in(
        person, by=request.user, at=now(), **form.home)), title=_("Move in"), said=_("Moved in."), back=person,
        person=person, note=_("The home of today ends the day before."))


@GET_AND_POST
@allows("person.move-out")
def person_move_out(request, pk):
    person = fetch(request, pk, "person.move-out")
    form = MoveOutForm(typed(request), initial={"until": localdate()})
    return act_page(request, form, lambda: actions.move_out(person, by=request.user, at=now(), **form.cleaned_data),
                    title=_("Move out"), said=_("Moved out."), back=person, person=person,
                    note=_("Whoever moves within your areas is moved in at the new home instead."))


@GET_AND_POST
@allows("person.correct")
def person_permit(request, pk):
    person = fetch(request, pk, "person.correct")
    form = PermitForm(typed(request))
    return act_page(request, form, lambda: _to_none(actions.add_permit(
        person, by=request.user, at=now(), **form.cleaned_data)), title=_("Write down a permit"),
        said=_("Written down; the register reminds of its end."), back=person, person=person,
        note=_("The police issue it; here it is kept to remind its holder."))


@GET_AND_POST
@allows("person.correct")
def permit_correct(request, pk, permit):
    person = fetch(request, pk, "person.correct")
    row = person.permits.filter(pk=permit).first()
    if row is None:
        raise Http404
    form = PermitForm(typed(request), permit=row)
    return act_page(request, form, lambda: _to_none(actions.correct_permit(
        row, by=request.user, at=now(), **form.cleaned_data)), title=_("Put the permit right"),
        said=_("Put right; what was there before is kept."), back=person, person=person)


@GET_AND_POST
@allows("person.merge")
def person_compare(request, pk):
    """With another record, side by side."""
    person = fetch(request, pk, "person.merge")
    form = CompareForm(typed(request), person=person, user=request.user)
    return act_page(request, form, lambda: duplicates.compare(person, form.cleaned_data["number"], at=now()),
                    title=_("Compare with another record"), said=_("Look at both, then decide."), back=person,
                    person=person)


@require_POST
@allows("person.unmerge")
def person_unmerge(request, pk, merge):
    person = fetch(request, pk, "person.unmerge")
    done = person.merges.select_related("kept", "gone").filter(pk=merge).first()
    if done is None:
        raise Http404
    deciding.take_back(done, by=request.user, at=now())
    messages.success(request, _("Taken back: they are two again, and will not be suggested any more."))
    return redirect(person)


def _to_none(_result) -> None:
    """Back to the person, whatever was made."""
