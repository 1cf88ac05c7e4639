"""From a point on the map to the grid that holds it and the worker who serves it."""

import threading
from dataclasses import dataclass

import shapely
from django.db.models import F, Max
from django.utils.timezone import localdate
from shapely.geometry import shape

from .models import Area, Level, Post
from .roles import Role


@dataclass(frozen=True)
class Index:
    """All grid outlines of one moment in a tree; `version` says of which."""

    version: tuple
    tree: shapely.STRtree
    ids: list[int]  # Area ids in the order of the tree's geometries, which is the order of codes


_index: Index | None = None
_lock = threading.Lock()


def grid_at(longitude: float, latitude: float) -> Area | None:
    """The grid that holds the point (WGS-84 degrees), the lowest code on a shared edge, None outside every
    grid: such a report waits for its workstation to place it, nobody guesses."""
    index = _current_index()
    hits = index.tree.query(shapely.Point(longitude, latitude), predicate="intersects")
    if not len(hits):
        return None
    grids = Area.objects.select_related("parent__parent")
    return grids.defer("outline", "parent__outline", "parent__parent__outline").get(pk=index.ids[min(hits)])


def worker_of(grid: Area):
    """The user who serves the grid today (own post before a delegation), or None when the post is vacant."""
    post = (
        Post.objects.filter(area=grid, role=Role.GRID_WORKER, user__is_active=True)
        .on(localdate())
        .order_by(F("delegated_by").asc(nulls_first=True), "id")
        .select_related("user")
        .first()
    )
    return post.user if post else None


def forget() -> None:
    """Drop the tree in memory (tests; outlines changed behind the ORM)."""
    global _index
    _index = None


def _current_index() -> Index:
    """The tree, built anew when any process has added, closed or redrawn a grid, and at midnight."""
    global _index
    today = localdate()
    version = (today, Area.objects.at(Level.GRID).aggregate(latest=Max("updated_at"))["latest"])
    with _lock:
        if _index is None or _index.version != version:
            rows = list(
                Area.objects.at(Level.GRID).current(today).exclude(outline=None)
                .order_by("key").values_list("id", "outline")
            )
            shapes = [shape(outline) for _, outline in rows]
            shapely.prepare(shapes)
            _index = Index(version, shapely.STRtree(shapes), [pk for pk, _ in rows])
        return _index
