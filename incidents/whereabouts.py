"""Where a report belongs: the grid of its point, else the area of the one who reports (待定位, never a guess)."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import covers, posts_for
from grids.keys import truncate
from grids.locate import grid_at
from grids.models import Area, Level
from grids.roles import TIER_OF, Role

MARGIN = 0.05  # degrees, about 5 km: so far beyond the county's edge a position may be a poor fix of one inside
FIRST_TIER = {Level.GRID: 2, Level.COMMUNITY: 2, Level.TOWN: 3, Level.COUNTY: 4}


@dataclass(frozen=True)
class Whereabouts:
    """`grid` is None while the place is not found; `area` is then where it waits; `tier` is who has it first."""

    grid: Area | None
    area: Area

    @property
    def tier(self) -> int:
        return FIRST_TIER[self.area.level]


def find(user, longitude: float | None, latitude: float | None) -> Whereabouts:
    """Where a report of `user` at this point (WGS-84 degrees, both or neither) belongs.

    Raises ValidationError when the point is out of reach: outside every grid and far from the user's county.
    """
    return _find([post.area for post in posts_for(user, "incident.report")], longitude, latitude)


def place(area: Area, longitude: float | None, latitude: float | None) -> Whereabouts:
    """Where what people tell belongs: the grid of its point, else `area`, the smallest that they could name.

    Raises ValidationError when the point is out of reach.
    """
    if longitude is None and area.level == Level.GRID:
        return Whereabouts(area, area)
    return _find([area], longitude, latitude)


def _find(areas: list[Area], longitude: float | None, latitude: float | None) -> Whereabouts:
    if longitude is not None:
        if grid := grid_at(longitude, latitude):
            return Whereabouts(grid, grid)
        if not any(_within_reach(area, longitude, latitude) for area in areas):
            raise ValidationError(_OUT_OF_REACH, code="out_of_reach")
    return Whereabouts(None, _waiting_area(areas[0]))


NOT_OWN_GRID = _("Only what lies in your own grid can be settled on the spot: mark the place in it.")
_OUT_OF_REACH = _("This point is far outside the county. Put it right on the map, or remove it and describe the place "
                  "in words.")


def acting_tier(incident, act: str, user) -> int:
    """The tier as which `user` acts on the incident: the lowest of their desks that may, so that whoever holds
    two posts takes nothing up by accident."""
    tiers = [TIER_OF[post.role] for post in posts_for(user, act)
             if post.role != Role.DEPT_HANDLER and covers(post, incident.area_key) and incident.allows(act, post)]
    return min(tiers, default=incident.tier)


def _waiting_area(area: Area) -> Area:
    # A grid worker's unplaced report waits for the workstation, so in the community.
    return area.parent if area.level == Level.GRID else area


def _within_reach(area: Area, longitude: float, latitude: float) -> bool:
    county = Area.objects.filter(key=truncate(area.key, "county"), level=Level.COUNTY).first()
    if county is None or county.west is None:
        return True  # an area without an outline cannot refuse anything
    return (county.west - MARGIN <= longitude <= county.east + MARGIN
            and county.south - MARGIN <= latitude <= county.north + MARGIN)
