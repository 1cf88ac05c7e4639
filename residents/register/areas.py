"""The places of whoever asks: communities and grids they serve, and keys by which the lists are indexed."""

from django.utils.timezone import localdate

from grids.jurisdiction import area_q, posts_for
from grids.models import Area, Level

PLACES = [Level.COMMUNITY, Level.GRID]


def places(user, act: str):
    """Communities and grids in which `user` may do `act`, along the tree."""
    areas = [post.area for post in posts_for(user, act)]
    return (Area.objects.filter(area_q(areas, "key"), level__in=PLACES).current(localdate()).select_related("parent")
            .defer("outline", "parent__outline").order_by("key"))


def grid_keys(user, act: str) -> list[int]:
    """Every value of `grid_key` that a row of theirs can have: a row whose grid nobody knows has that of its
    community."""
    areas = [post.area for post in posts_for(user, act)]
    return list(Area.objects.filter(area_q(areas, "key")).values_list("key", flat=True))


def within(area: Area) -> dict:
    """The filter for rows of a community or a grid, by the key that is indexed."""
    return {f"{area.level}_key": area.key}


def label(area: Area) -> str:
    """A grid with its community before it."""
    if area.level == Level.GRID and area.parent and not area.name.startswith(area.parent.name):
        return f"{area.parent.name} · {area.name}"
    return area.name
