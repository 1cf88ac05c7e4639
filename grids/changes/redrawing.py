"""Communities and towns whose edge a moved grid has shifted."""

import shapely
from shapely.geometry import shape

from ..models import Area
from .models import AreaChange
from .plan import Plan
from .shapes import outline_of

STEP = 1e-9  # degrees, 0.1 mm: edges that were meant to be the same are


def redraw(plan: Plan) -> None:
    """Take the grid out of the areas it left and put it into those it came to; those that hold both stay."""
    if plan.kind != AreaChange.Kind.MOVE or not plan.outlines:
        return
    grid = shape(plan.outlines[0])
    left, entered = _above(plan.ends[0].parent), _above(plan.makes[0].community)
    for area in left - entered:
        _draw(area, shapely.difference, grid)
    for area in entered - left:
        _draw(area, shapely.union, grid)


def _above(community: Area) -> set[Area]:
    return {community, community.parent}


def _draw(area: Area, how, grid) -> None:
    if not area.outline:
        return
    drawn = how(shape(area.outline), grid, grid_size=STEP)
    # Nothing is left of a community whose last grid has gone; what is left may bring along bare edges.
    polygons = [part for part in getattr(drawn, "geoms", [drawn]) if part.area]
    area.outline = outline_of(shapely.union_all(polygons)) if polygons else None
    area.save()
