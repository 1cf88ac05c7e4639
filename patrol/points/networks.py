"""What points are for the networks."""

from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q
from grids.models import Area, Level
from patrol.networks import Missing, by_town, gap, network

from .models import PatrolPoint, PointKind


@network("street_patrol", "checkpoints", _("Checkpoints"))
def checkpoints(areas):
    return by_town(PatrolPoint.objects.in_use().filter(kind=PointKind.CHECKPOINT), areas)


@network("street_patrol", "joint-defence", _("Joint-defence points"))
def joint_defence_points(areas):
    return by_town(PatrolPoint.objects.in_use().filter(kind=PointKind.JOINT_DEFENCE), areas)


@gap("street_patrol", _("Town without a joint-defence point"))
def without_a_point(areas, at):
    towns = Area.objects.filter(area_q(areas, "key"), level=Level.TOWN, valid_to=None).order_by("key")
    return [Missing(name) for name in towns.exclude(key__in=joint_defence_points(areas)).values_list("name", flat=True)]
