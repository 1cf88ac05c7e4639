"""Where the open work of an ended grid goes: by its point into the grid that has it now, else to the one named."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

import shapely
from django.utils.translation import gettext as _
from shapely.geometry import shape

from .. import handover
from ..handover import Chooser
from ..models import Area
from .models import AreaChange
from .plan import Plan


def by_point(parts: Iterable[tuple[dict | None, object]], rest) -> Chooser:
    """A chooser among (outline, grid): the first that holds the point, `rest` for a point in none or no point."""
    drawn = [(shape(outline), grid) for outline, grid in parts if outline]
    shapely.prepare([geometry for geometry, _grid in drawn])

    def choose(longitude, latitude):
        if longitude is None:
            return rest
        point = shapely.Point(longitude, latitude)
        return next((grid for geometry, grid in drawn if geometry.intersects(point)), rest)

    return choose


def of_plan(plan: Plan) -> Chooser:
    """A chooser among the parts of a plan; the heir of a grid that is closed."""
    rest = plan.heir or next((part for part in plan.makes if part.takes_rest), None)
    return by_point([(part.outline, part) for part in plan.makes], rest)


def of_change(change: AreaChange) -> Chooser:
    """A chooser among the grids that a change made, and where these have ended among what became of them."""
    makes = list(change.makes.select_related("area").order_by("code"))
    rest = change.heir or next(row.area for row in makes if row.takes_rest)
    choose, later = by_point([(row.outline, row.area) for row in makes], rest), {}

    def today(longitude, latitude) -> Area:
        grid = choose(longitude, latitude)
        if grid.pk not in later:
            after = grid.ended_by.filter(done_at__isnull=False).order_by("-done_at").first()
            later[grid.pk] = of_change(after) if after else None
        return later[grid.pk](longitude, latitude) if later[grid.pk] else grid

    return today


def preview(plan: Plan) -> list[tuple[object, dict, int]]:
    """[(business, {name of the grid: how many open matters go there}, all of them), …]"""
    choose = of_plan(plan)
    found = []
    for business in handover.businesses.values():
        counts = Counter(choose(*point).name for area in plan.ends for point in business.points(area))
        found.append((business.label, dict(sorted(counts.items())), counts.total()))
    return found


def hand_over(change: AreaChange, *, by, at: datetime) -> int:
    """Move all open work out of the grids that ended; returns how many matters. May be run again: it finds what
    is left, or has come late."""
    choose, moved = of_change(change), 0
    note = note_of(change)
    for area in change.ends.select_related("parent"):
        for business in handover.businesses.values():
            moved += business.hand_over(area, choose, since=change.starts_on, note=note, by=by, at=at)
    AreaChange.objects.filter(pk=change.pk, handed_over_at=None).update(handed_over_at=at)
    return moved


def note_of(change: AreaChange) -> str:
    """What the timeline of each matter says."""
    told = _("Change of boundaries from %(day)s") % {"day": f"{change.starts_on:%F}"}
    return f"{told} · {change.document}" if change.document else told
