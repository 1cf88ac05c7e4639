"""Where a scanned sign hangs: a grid by its code, a point by the letters of its row."""

from dataclasses import dataclass

from django.utils.timezone import localdate

from grids.models import Area, Level

from .models import Sign


@dataclass(frozen=True)
class Spot:
    """What a sign fills in: the words of the place, the area, and the point where it has one."""

    slug: str
    place: str
    area: Area
    longitude: float | None = None
    latitude: float | None = None


def spot(slug: str) -> Spot | None:
    """None for a sign that is not, or no longer, one of ours."""
    if slug.isdigit():
        grid = Area.objects.current(localdate()).filter(level=Level.GRID, code=slug).first()
        return grid and Spot(slug, grid.name, grid)
    sign = Sign.objects.filter(slug=slug, is_active=True).select_related("area").first()
    return sign and Spot(slug, sign.place, sign.area, sign.longitude, sign.latitude)
