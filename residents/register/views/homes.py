"""Buildings and dwellings."""

from itertools import groupby

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, holds, may
from shuangliu.pages.access import allows

from ... import actions
from ...models import Building, Dwelling, Household, Residence, VisitTask
from .. import history
from ..forms import BuildingForm, DoorsForm, DwellingForm
from .acting import GET_AND_POST, REFUSED, act_page, attempt, typed

BUILDINGS = Building.objects.select_related("area").defer("area__outline")
DWELLINGS = Dwelling.objects.select_related("building__area").defer("building__area__outline")


@require_safe
@allows("dwelling.view")
def building_detail(request, pk):
    """Its doors by unit; how many live behind each, for whoever may see people."""
    building, user = _building(request, pk, "dwelling.view"), request.user
    doors = building.dwellings.all()
    if sees := holds(user, "person.view"):
        doors = doors.annotate(n_people=Count("residences", filter=Q(
            residences__until=None, residences__person__merged_into=None)))
    units = [(unit, list(rows)) for unit, rows in groupby(sorted(doors, key=_along), key=lambda one: one.unit)]
    return render(request, "residents/register/building_detail.html", {
        "building": building, "units": units, "sees_people": sees, "count": sum(len(rows) for _unit, rows in units),
        "may": {act: may(user, f"dwelling.{act}", building) for act in ("register", "correct")}})


@GET_AND_POST
@allows("dwelling.register")
def building_register(request):
    """A building and, by a pattern, its doors: looked at before they are made."""
    form = BuildingForm(typed(request), user=request.user, act="dwelling.register")
    doors = DoorsForm(typed(request))
    is_sent = request.method == "POST" and form.is_valid() & doors.is_valid()
    if is_sent and "create" in request.POST:
        made = attempt(form, lambda: actions.register_building(by=request.user, at=now(), doors=doors.doors,
                                                               **form.given))
        if made is not REFUSED:
            messages.success(request, _("Entered with %(n)d dwellings.") % {"n": len(doors.doors)})
            return redirect(made)
        is_sent = False
    return render(request, "residents/register/building_form.html", {
        "form": form, "doors": doors, "preview": _preview(doors.doors, set()) if is_sent else None,
        "count": len(doors.doors) if is_sent else 0,
    }, status=200 if is_sent or request.method == "GET" else 422)


@GET_AND_POST
@allows("dwelling.register")
def building_fill(request, pk):
    """More doors of a building; those that it has stay as they are."""
    building = _building(request, pk, "dwelling.register")
    doors = DoorsForm(typed(request))
    is_sent = request.method == "POST" and doors.is_valid()
    if is_sent and not doors.doors:
        doors.add_error("rooms", _("Which doors?"))
        is_sent = False
    if is_sent and "create" in request.POST:
        new = actions.add_dwellings(building, by=request.user, at=now(), doors=doors.doors)
        messages.success(request, _("%(n)d dwellings are new.") % {"n": new})
        return redirect(building)
    there = set(building.dwellings.values_list("unit", "room"))
    return render(request, "residents/register/building_form.html", {
        "building": building, "doors": doors, "preview": _preview(doors.doors, there) if is_sent else None,
        "count": len(set(doors.doors) - there) if is_sent else 0,
    }, status=200 if is_sent or request.method == "GET" else 422)


@GET_AND_POST
@allows("dwelling.correct")
def building_correct(request, pk):
    building = _building(request, pk, "dwelling.correct")
    form = BuildingForm(typed(request), user=request.user, act="dwelling.correct",
                        instance=_building(request, pk, "dwelling.correct"))
    return act_page(request, form, lambda: _back(actions.correct_building(building, by=request.user, at=now(),
                                                                          **form.given)),
                    title=_("Put right"), said=_("Put right; what was there before is kept."), back=building,
                    note=building.name)


@require_safe
@allows("dwelling.view")
def dwelling_detail(request, pk):
    """Who lives there and who did, for whoever may see people."""
    dwelling, user = _dwelling(request, pk, "dwelling.view"), request.user
    homes, households = [], []
    if sees := holds(user, "person.view"):
        homes = list(Residence.objects.filter(dwelling=dwelling).in_use().select_related("person")
                     .order_by("-until", "id"))
        households = Household.objects.visible_to(user).filter(dwelling=dwelling).annotate(
            n_members=Count("members", filter=Q(members__until=None)))
    return render(request, "residents/register/dwelling_detail.html", {
        "dwelling": dwelling, "homes": [home for home in homes if home.until is None], "sees_people": sees,
        "former": [home for home in homes if home.until], "households": households, "today": localdate(),
        "timeline": history.entries(dwelling), "may_register": may(user, "person.register", dwelling),
        "may_correct": may(user, "dwelling.correct", dwelling), "may_form": may(user, "household.form", dwelling),
        "may_visit": may(user, "visit.ask", dwelling),
        "visits": VisitTask.objects.visible_to(user).filter(dwelling=dwelling).order_by("-id")[:5]})


@GET_AND_POST
@allows("dwelling.correct")
def dwelling_correct(request, pk):
    dwelling = _dwelling(request, pk, "dwelling.correct")
    form = DwellingForm(typed(request), instance=_dwelling(request, pk, "dwelling.correct"))
    return act_page(request, form, lambda: _back(actions.correct_dwelling(dwelling, by=request.user, at=now(),
                                                                          **form.given)),
                    title=_("Put right"), said=_("Put right; what was there before is kept."), back=dwelling,
                    note=dwelling.address)


def _building(request, pk, act: str) -> Building:
    return get_or_404(Building, pk, user=request.user, may=act, queryset=BUILDINGS.all())


def _dwelling(request, pk, act: str) -> Dwelling:
    return get_or_404(Dwelling, pk, user=request.user, may=act, queryset=DWELLINGS.all())


def _along(dwelling: Dwelling) -> tuple:
    """Up the stairs: 101 comes before 1001."""
    return len(dwelling.unit), dwelling.unit, len(dwelling.room), dwelling.room


def _preview(doors, there: set) -> list[tuple]:
    """By unit: the rooms, and whether each is there already."""
    return [(unit, [(room, (unit, room) in there) for _unit, room in rows])
            for unit, rows in groupby(doors, key=lambda door: door[0])]


def _back(_result) -> None:
    """Back to where it was asked, whatever was made."""
