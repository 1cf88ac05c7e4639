"""Lists of people, buildings and dwellings, and people as a file."""

from django.core.exceptions import BadRequest
from django.db.models import Count, Prefetch
from django.shortcuts import render
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds
from shuangliu import audit, spreadsheets
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from ...models import Building, Dwelling, Person, Residence
from .. import exports
from ..forms import BuildingFilter, DwellingFilter, PersonFilter

HOMES = Prefetch("residences", Residence.objects.filter(until=None).select_related("dwelling__building"),
                 to_attr="homes")


@require_safe
@allows("person.view")
def person_list(request):
    """`?area=` one of theirs, `?tab=` of PersonFilter, `?kind=`, `?after=`."""
    form, people = _asked(request)
    order = ("confirmed_at", "id") if form.tab == "check" else ("-id",)
    page = keyset.page(people.prefetch_related(HOMES), order=order, after=request.GET.get("after"))
    return render(request, "residents/register/person_list.html", {
        "page": page, "form": form, "today": localdate(), "may_export": holds(request.user, "person.export"),
        "may_register": holds(request.user, "person.register"), "may_merge": holds(request.user, "person.merge"),
    }, status=422 if form.errors else 200)


@require_safe
@allows("person.export")
def person_export(request):
    """`?format=csv|xlsx` and what the list was asked: masked, and without children."""
    kind = request.GET.get("format", "csv")
    if kind not in spreadsheets.FORMATS:
        raise BadRequest("no such format")
    form, people = _asked(request)
    if form.errors:
        return person_list(request)
    at = now()
    export = exports.Export(people.prefetch_related(HOMES), today=localdate(at))
    file = spreadsheets.write([export.sheet()], kind)
    audit.record("person.exported", None, by=request.user, at=at, rows=export.count, format=kind, tab=form.tab,
                 area=form.place.code if form.place else "")
    return spreadsheets.download(file, _("Residents") + localtime(at).strftime(" %Y-%m-%d %H%M"), kind)


@require_safe
@allows("dwelling.view")
def building_list(request):
    """`?q=` words of name and street."""
    form = BuildingFilter(request.GET, user=request.user, act="dwelling.view")
    rows = form.narrow(Building.objects.visible_to(request.user)).select_related("area").defer("area__outline")
    page = keyset.page(rows.annotate(n_dwellings=Count("dwellings")), order=("-id",), after=request.GET.get("after"))
    return render(request, "residents/register/building_list.html", {
        "page": page, "form": form, "may_register": holds(request.user, "dwelling.register"),
    }, status=422 if form.errors else 200)


@require_safe
@allows("dwelling.view")
def dwelling_list(request):
    """`?area=`, `?standing=`, `?use=`."""
    form = DwellingFilter(request.GET, user=request.user, act="dwelling.view")
    rows = form.narrow(Dwelling.objects.visible_to(request.user)).select_related("building")
    page = keyset.page(rows, order=("-id",), after=request.GET.get("after"))
    return render(request, "residents/register/dwelling_list.html", {
        "page": page, "form": form}, status=422 if form.errors else 200)


def _asked(request):
    form = PersonFilter(request.GET, user=request.user, act="person.view")
    return form, form.narrow(Person.objects.visible_to(request.user))
