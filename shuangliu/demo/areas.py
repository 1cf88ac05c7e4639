"""Areas and their codes: 双流县 510122 until the end of 2015, 双流区 510116 since."""

from collections import defaultdict
from datetime import date

from grids import locate
from grids.keys import area_key
from grids.models import Area, AreaCode, Level, bounds

from .territory import Place
from .world import World

FOUNDED = date(2011, 1, 1)  # the county, towns and communities are older than anything told here
GRIDS_DRAWN = date(2014, 7, 1)  # 2nd step of the roll-out (domain.md §2 no. 25)
LAST_DAY_AS_COUNTY, FIRST_DAY_AS_DISTRICT = date(2015, 12, 31), date(2016, 1, 1)


def load(world: World) -> int:
    """Write all areas, parents first, with their codes of then and now; returns how many areas."""
    by_level = defaultdict(list)
    for place in world.territory.places():
        by_level[place.level].append(place)
    for level in Level.values:
        areas = [_area(place, world.areas.get(place.parent)) for place in by_level[level]]
        world.areas |= {area.code: area for area in Area.objects.bulk_create(areas, batch_size=200)}
    AreaCode.objects.bulk_create(
        [code for place in world.territory.places() for code in _codes(place, world.areas[place.code])],
        batch_size=500)
    locate.forget()
    return len(world.areas)


def _since(level: str) -> date:
    return GRIDS_DRAWN if level == Level.GRID else FOUNDED


def _area(place: Place, parent: Area | None) -> Area:
    west, south, east, north = bounds(place.outline)
    return Area(
        level=place.level, parent=parent, code=place.code, name=place.name, key=area_key(place.code),
        kind=place.kind, grid_mode=place.grid_mode, valid_from=_since(place.level),
        # The county's outline is real, everything inside it is drawn by us (示意).
        outline=place.outline, west=west, south=south, east=east, north=north,
        is_schematic=place.level != Level.COUNTY)


def _codes(place: Place, area: Area) -> list[AreaCode]:
    return [
        AreaCode(area=area, code=place.code_2014, name=place.name_2014, valid_from=_since(place.level),
                 valid_to=LAST_DAY_AS_COUNTY),
        AreaCode(area=area, code=place.code, name=place.name, valid_from=FIRST_DAY_AS_DISTRICT),
    ]
