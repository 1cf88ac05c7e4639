"""Buildings and dwellings: the pilot community of the tour in full, a few buildings in its neighbours, elsewhere none.

Estates and numbers are invented; where a building stands is somewhere in its grid, without a point.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from random import Random

from grids.models import Area, Level
from residents.models import Building, Dwelling
from residents.models.homes import BuildingUse

from . import accounts
from .moments import DAY, at_clock
from .world import World

BUILDINGS, UNITS, STOREYS, DOORS, SHOPS = 2, 2, 6, 4, 2  # of each grid; 50 dwellings a building
BUILDINGS_IN_TINY, UNITS_IN_TINY, STOREYS_IN_TINY = 1, 1, 3
NEIGHBOURS = 6
UNSEEN, EMPTY = 0.05, 0.06
FRESH, KNOWN = 0.58, 0.27  # checked within half a year, within a year; the rest longer ago
BEGUN = 900  # days ago the register was begun


def load(world: World) -> int:
    """Write them; returns how many dwellings."""
    home, random = accounts.home(world)[Level.COMMUNITY], world.housing
    buildings = [*_of_the_pilot(world, home), *_of_neighbours(world, home)]
    Building.objects.bulk_create(buildings)
    dwellings = [one for building in buildings for one in _doors(world, building)]
    for dwelling in dwellings:
        _see(dwelling, world, random, is_pilot=dwelling.building.area.parent_id == home.pk)
    Dwelling.objects.bulk_create(dwellings, batch_size=500)
    world.dwellings = [one for one in dwellings if one.building.area.parent_id == home.pk]
    return len(dwellings)


def _of_the_pilot(world: World, home: Area) -> Iterator[Building]:
    name, number = home.name.removesuffix("社区"), 0
    for grid in (grid for grid in world.grids if grid.parent_id == home.pk):
        for _ in range(BUILDINGS_IN_TINY if world.is_tiny else BUILDINGS):
            number += 1
            yield Building(area=grid, area_key=grid.key, name=f"{name}小区{number}栋", use=BuildingUse.MIXED,
                           storeys=STOREYS_IN_TINY if world.is_tiny else STOREYS, address=f"{name}路{10 + number}号")


def _of_neighbours(world: World, home: Area) -> Iterator[Building]:
    """Begun, no more: a building in each, of which somebody has entered the doors."""
    others = [one for one in world.communities if one.parent_id == home.parent_id and one.pk != home.pk]
    for community in others[:NEIGHBOURS]:
        grid = next(grid for grid in world.grids if grid.parent_id == community.pk)
        yield Building(area=grid, area_key=grid.key, name=f"{community.name.removesuffix('社区')}小区1栋", storeys=3,
                       use=BuildingUse.HOUSING)


def _doors(world: World, building: Building) -> Iterator[Dwelling]:
    is_mixed = building.use == BuildingUse.MIXED
    units = UNITS if is_mixed and not world.is_tiny else UNITS_IN_TINY
    entered = at_clock(world.today - timedelta(days=BEGUN), time(10))
    common = {"building": building, "area_key": building.area_key, "created_at": entered,
              "created_by": world.users["registrar"]}
    for unit in range(1, units + 1):
        for storey in range(1, building.storeys + 1):
            for door in range(1, DOORS + 1):
                yield Dwelling(unit=f"{unit}单元", room=f"{storey}{door:02d}", use=BuildingUse.HOUSING,
                               rooms=2 + door % 2, floor_area=64 + 13 * (door % 3), **common)
    for shop in range(1, SHOPS + 1 if is_mixed else 1):
        yield Dwelling(unit="", room=f"底商{shop}", use=BuildingUse.COMMERCE, floor_area=45, **common)


def _see(dwelling: Dwelling, world: World, random: Random, *, is_pilot: bool) -> None:
    """When somebody was there last, and what they found."""
    chance = random.random()
    if not is_pilot or chance < UNSEEN:
        return
    dwelling.checked_at = checked(world, random)
    dwelling.standing = Dwelling.Standing.LIVED_IN
    if dwelling.use == BuildingUse.COMMERCE:
        dwelling.standing = Dwelling.Standing.OTHER
    elif chance < UNSEEN + EMPTY:
        dwelling.standing = Dwelling.Standing.EMPTY


def checked(world: World, random: Random) -> datetime:
    """A moment in working hours, most within half a year."""
    chance = random.random()
    first, last = (7, 175) if chance < FRESH else (182, 360) if chance < FRESH + KNOWN else (366, BEGUN - 30)
    return at_clock(world.today - random.randint(first, last) * DAY, time(9)) + timedelta(
        minutes=random.randrange(8 * 60))
