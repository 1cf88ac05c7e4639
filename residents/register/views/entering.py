"""Somebody is entered, or turns out to be there already."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from grids.jurisdiction import get_or_404
from grids.models import Area
from shuangliu import audit
from shuangliu.pages.access import allows

from ... import actions
from ...models import Dwelling, Person, VisitTask
from ...names import name_hash
from ..forms import PersonForm
from .acting import GET_AND_POST, attempt, typed

MOVE = "move"  # the button that moves whoever is there already


@GET_AND_POST
@allows("person.register")
def person_register(request):
    """`?dwelling=` begins with a home, `?visit=` with that of a visit and the name that the worker heard. A number
    that is there says where, and offers to move them here: the same form, sent by another button, does it."""
    form = PersonForm(typed(request), user=request.user, initial=_begun(request))
    there = None
    if request.method == "POST" and form.is_valid():
        try:
            if isinstance(entered := attempt(form, lambda: _register(request, form)), Person):
                return _done(request, entered)
        except actions.AlreadyThere as found:
            there = found.matter
            form.add_error("id_number", found.message)
    if there and MOVE in request.POST and _is_meant(form, there):
        if isinstance(moved := attempt(form, lambda: _move(request, form, there)), Person):
            messages.success(request, _("Moved here from the home before; nobody was entered twice."))
            return redirect(moved)
    elif there:
        audit.record("person.found_elsewhere", there, by=request.user, at=now())
    return render(request, "residents/register/person_form.html", {
        "form": form, "there": _said_of(request, there, form) if there else None,
    }, status=422 if request.method == "POST" else 200)


def _register(request, form) -> Person:
    given = form.cleaned_data
    person, _new = actions.register(by=request.user, at=now(), uuid=given["uuid"], **form.home, **form.given)
    return person


def _move(request, form, person: Person) -> Person:
    actions.move_in(person, by=request.user, at=now(), **form.home)
    return person


def _done(request, person: Person):
    messages.success(request, _("Entered as %(number)s.") % {"number": person.number})
    if "another" in request.POST:  # the next of the family: the home is kept
        home = person.residences.get(until=None)
        return redirect(f"{request.path}?dwelling={home.dwelling_id}&kind={home.kind}")
    return redirect(person)


def _is_meant(form, there: Person) -> bool:
    """Whoever is moved by a number alone is named, too: a slip of the key moves nobody."""
    return there.name_hash == name_hash(form.cleaned_data["name"])


def _said_of(request, there: Person, form) -> dict:
    """What may be said of somebody who is in the register: of one's own areas the record, of others the community
    alone."""
    own = Person.objects.visible_to(request.user).filter(pk=there.pk).exists()
    home = there.residences.filter(until=None).select_related("dwelling__building").first() if own else None
    community = Area.objects.filter(key=there.community_key).only("name").first()
    return {"person": there if own else None, "home": home and home.dwelling.address,
            "community": community.name if community else "", "is_meant": _is_meant(form, there)}


def _begun(request) -> dict:
    begun = {"kind": request.GET.get("kind", ""), "since": localdate() if "since" in request.GET else None}
    if pk := request.GET.get("visit", ""):  # somebody new was found on it
        visit = get_or_404(VisitTask, pk, user=request.user, may="visit.enter",
                           queryset=VisitTask.objects.select_related("dwelling__building"))
        begun |= {"dwelling": visit.dwelling.address, "name": visit.new_name}
    elif pk := request.GET.get("dwelling", ""):
        dwelling = get_or_404(Dwelling, pk, user=request.user, may="dwelling.view",
                              queryset=Dwelling.objects.select_related("building"))
        begun["dwelling"] = dwelling.address
    return begun
