"""Screenings and points for the role matrix and the query counts."""

from django.utils.timezone import now

from mediation.models import ScreeningPoint
from mediation.screening import results, sweep

from . import story


def _done(cast):
    one = story.screening(cast, at=now())
    results.write_result(one, by=cast.zhao, at=now())
    return one


def _warned(cast):
    return story.warned(cast, at=now()).point.plan


def points(cast, n: int) -> None:
    """So many more points of Wu's town, with this week's screening."""
    org = story.planned(cast, at=now()).point.org
    ScreeningPoint.objects.bulk_create(
        [ScreeningPoint(name=f"点位{number}", area=cast.community, org=org) for number in range(n)])
    sweep.sweep(now())


SAMPLES = {
    "mediation:screening-write": lambda cast: story.screening(cast, at=now()),
    "mediation:screening-take-back": _done,
    "mediation:point-detail": _warned,
    "mediation:point-plan": _warned,
    "mediation:point-reset": _warned,
}
LISTS = {"mediation:screening-list": ("wu", points), "mediation:point-list": ("chen", points),
         "mediation:workload": ("zheng", points), "mediation:situation": ("chen", points)}
