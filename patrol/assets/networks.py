"""What cameras and neighbours are for the networks. Where a camera stands is told nowhere here: counts alone."""

from django.db.models import Count
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q
from grids.models import Area
from patrol.networks import Missing, by_town, gap, network

from .models import Camera, Neighbour
from .rules import LACKS
from .states import State

NOT_CHECKED_FOR = 180  # days


@network("technical_video", "cameras", _("Cameras"), page="patrol:camera-list", act="camera.view")
def cameras(areas):
    return by_town(Camera.objects.standing(), areas)


@network("technical_video", "working", _("of them working"))
def working(areas):
    return by_town(Camera.objects.filter(state=State.WORKING), areas)


@network("unit_venue", "cameras-of-units", _("Cameras of companies and schools"), page="patrol:camera-list",
         act="camera.view")
def cameras_of_units(areas):
    return by_town(Camera.objects.standing().filter(owner=Camera.Owner.UNIT), areas)


@network("cross_boundary", "neighbours", _("Neighbours of the county"), page="patrol:neighbour-list",
         act="neighbour.view")
def neighbours(areas):
    return by_town(Neighbour.objects.in_use(), areas)


@gap("technical_video", _("Cameras that lack something"))
def lacking(areas, at):
    """A line for each lack and town."""
    found = []
    for code, lack in LACKS.items():
        rows = Camera.objects.lacking(code, at, localdate(at)).filter(area_q(areas))
        counted = dict(rows.order_by().values_list("town_key").annotate(n=Count("pk")))
        towns = Area.objects.filter(key__in=counted, level="town", valid_to=None).order_by("key").only("key", "name",
                                                                                                       "code")
        found += [Missing(town.name, f"{lack.label}: {counted[town.key]}",
                          f"{reverse('patrol:camera-gaps')}?lack={code}&area={town.code}", "camera.view")
                  for town in towns]
    return found


@gap("cross_boundary", _("Neighbour that nobody has made sure of for half a year"))
def unchecked(areas, at):
    rows = Neighbour.objects.in_use().filter(area_q(areas)).for_list()
    today = localdate(at)
    return [Missing(one.area.name, f"{one.beyond} · {one.checked_on}", one.get_absolute_url(), "neighbour.view")
            for one in rows.order_by("checked_on", "id")[:100] if (today - one.checked_on).days > NOT_CHECKED_FOR]
