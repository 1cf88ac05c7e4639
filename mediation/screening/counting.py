"""Which open cases count for a point: those found there by screening, and those of its community.

A case that was found at another point counts there and not here; one that was joined to another stands for that
one. A point of a whole town or the county has no community around it: only what was found there counts.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q
from django.db.models.functions import Coalesce

from grids.keys import truncate
from grids.models import Level as AreaLevel
from mediation.models import Case, ScreeningPoint
from shuangliu.deadlines.models import Step

from .models import Finding
from .rule import Counts

LATE = (Step.OVERDUE, Step.RAISED)  # what the clock has said: a paused one says nothing
MEANT = Coalesce("case__joined_to", "case")
AROUND = (AreaLevel.COMMUNITY, AreaLevel.GRID)


def community_key(point: ScreeningPoint) -> int | None:
    return truncate(point.area.key, AreaLevel.COMMUNITY) if point.area.level in AROUND else None


def cases_of(point: ScreeningPoint):
    """The open cases that count for one point."""
    found = Finding.objects.filter(case__isnull=False).annotate(meant=MEANT)
    here = Q(pk__in=found.filter(screening__point=point).values("meant"))
    if key := community_key(point):
        here |= Q(community_key=key) & ~Q(pk__in=found.exclude(screening__point=point).values("meant"))
    return Case.objects.open().filter(here)


def counts_of(points: Iterable[ScreeningPoint]) -> dict[int, Counts]:
    """How many of each sort, by point; two queries for any number of points (with their areas)."""
    points = list(points)
    found = Finding.objects.filter(Q(case__due_at__isnull=False) | Q(case__joined_to__due_at__isnull=False))
    found_at = dict(found.annotate(meant=MEANT).order_by("-id").values_list("meant", "screening__point_id"))
    communities = {point.pk: community_key(point) for point in points}
    rows = Case.objects.open().filter(
        Q(community_key__in={key for key in communities.values() if key}) | Q(pk__in=found_at))
    by_point, around = defaultdict(list), defaultdict(list)
    for pk, key, scale, alert in rows.values_list("pk", "community_key", "scale", "alert"):
        into = by_point[found_at[pk]] if pk in found_at else around[key]
        into.append((scale, alert in LATE))
    return {pk: Counts.of([*by_point[pk], *around[key]] if key else by_point[pk]) for pk, key in communities.items()}
