"""Buildings and dwellings."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from grids.jurisdiction import get_or_404, holds
from shuangliu.pages.access import allows

from ...models import Building, Dwelling, Residence


@require_safe
@allows("dwelling.view")
def building_detail(request, pk):
    building = get_or_404(Building, pk, user=request.user, may="dwelling.view",
                          queryset=Building.objects.select_related("area").defer("area__outline"))
    return render(request, "residents/register/building_detail.html", {
        "building": building, "dwellings": building.dwellings.order_by("unit", "room")})


@require_safe
@allows("dwelling.view")
def dwelling_detail(request, pk):
    """Who lives there, for whoever may see people."""
    dwelling = get_or_404(Dwelling, pk, user=request.user, may="dwelling.view",
                          queryset=Dwelling.objects.select_related("building__area").defer("building__area__outline"))
    homes = []
    if holds(request.user, "person.view"):
        homes = Residence.objects.filter(dwelling=dwelling, person__merged_into=None).select_related("person")
    return render(request, "residents/register/dwelling_detail.html", {
        "dwelling": dwelling, "homes": [home for home in homes if home.until is None],
        "former": [home for home in homes if home.until is not None]})
