"""What pages ask of the county: which grid a point is in, and how many of something there were."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle

import shapely
from django.db.models import Count, Q
from django.utils.timezone import localdate
from shapely.geometry import shape

from grids.locate import grid_at
from incidents.measures import TALLY_BY_NAME
from incidents.models import Incident
from shuangliu.demo.world import World
from shuangliu.indicators.reading import totals
from shuangliu.pages.forms import day_start

from ..measure import Case

MEASURES = ("incident.reported", "incident.on_time", "incident.due", "incident.late", "incident.judged",
            "incident.satisfied")
DAYS = 365


def locate(world: World) -> Iterator[Case]:
    """A point, beside a bare tree of the same grids."""
    shapes = [shape(grid.outline) for grid in world.grids]
    shapely.prepare(shapes)
    tree = shapely.STRtree(shapes)
    points = [(point.x, point.y) for one in shapes[::7] for point in [one.representative_point()]]
    ours, bare = cycle(points), cycle(points)
    yield Case("locate", lambda: grid_at(*next(ours)),
               lambda: tree.query(shapely.Point(*next(bare)), predicate="intersects"))


def figures(world: World) -> Iterator[Case]:
    """Six figures of the county over a year, beside counting the rows: below 1 the rollups win."""
    end = localdate(world.at)
    start = end - timedelta(days=DAYS)
    yield Case("figures", lambda: totals(MEASURES, world.county, start, end), lambda: _count(world, start, end))


def _count(world: World, start, end) -> dict:
    """The same six out of the rows, in one pass."""
    incidents = Incident.objects.filter(county_key=world.county.key)
    return incidents.aggregate(**{
        f"count_{number}": Count("pk", filter=tally.rows & Q(**{
            f"{tally.moment}__gte": day_start(start), f"{tally.moment}__lt": day_start(end + timedelta(days=1))}))
        for number, tally in enumerate(TALLY_BY_NAME[name] for name in MEASURES)
    })
