"""Posts: every desk of the county has somebody. Where no demo account sits, an invented person does, who
cannot sign in until an administrator sets a password."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from grids.models import Area, Department, Level, Post
from grids.roles import Role
from shuangliu.accounts.models import User

from . import accounts
from .world import World

AGENTS = 5  # of the hotline, with that of the tour


@dataclass(frozen=True)
class Opening:
    """A post somebody has to hold; usernames begin with `prefix`."""

    prefix: str
    role: Role
    area: Area
    department: Department | None = None
    number: int = 1

    @property
    def place(self) -> Area | Department:
        return self.department or self.area

    @property
    def username(self) -> str:
        number = f"-{self.number}" if self.number > 1 else ""
        return f"{self.prefix}-{self.place.code}{number}"


def load(world: World) -> int:
    """Give the demo accounts their posts and hire for all others; returns how many posts."""
    since = date(world.today.year - 2, 1, 1)
    held = [(world.users[account.username], opening) for account, opening in _of_the_tour(world)]
    filled = {(opening.role, opening.place.code, opening.number) for _, opening in held}
    vacant = [opening for opening in _openings(world)
              if (opening.role, opening.place.code, opening.number) not in filled]
    hired = User.objects.bulk_create(
        [accounts.user(world, opening.username, world.people.person().name) for opening in vacant], batch_size=500)
    agents = [Opening("agent", Role.HOTLINE_AGENT, world.county, number=number) for number in range(2, AGENTS + 1)]
    hired += User.objects.bulk_create([accounts.user(world, opening.username, world.telling.person().name,
                                                     people=world.telling) for opening in agents])
    vacant += agents
    world.users |= {user.username: user for user in hired}
    held += zip(hired, vacant, strict=True)
    for user, opening in held:
        world.staff[opening.role, opening.place.code].append(user)
    Post.objects.bulk_create(
        [Post(user=user, role=opening.role, area=opening.area, department=opening.department, valid_from=since)
         for user, opening in held], batch_size=500)
    return len(held)


def _of_the_tour(world: World) -> Iterator[tuple[accounts.Account, Opening]]:
    home = accounts.home(world)
    for account in accounts.ACCOUNTS:
        for role, level in account.posts:
            department = _urban_management(world, home[level]) if role == Role.DEPT_HANDLER else None
            yield account, Opening("", role, home[level], department)


def _urban_management(world: World, area: Area) -> Department:
    """The county's bureau, or the town's office of the same work."""
    return next(department for department in world.departments.values()
                if department.area == area and department.code.endswith(accounts.URBAN_MANAGEMENT))


def _openings(world: World) -> Iterator[Opening]:
    for grid in world.grids:
        yield Opening("grid", Role.GRID_WORKER, grid)
    for community in world.communities:
        yield Opening("station", Role.WORKSTATION, community)
    for town in world.towns:
        yield Opening("subcenter", Role.SUBCENTER, town)
        yield Opening("clerk", Role.MED_CLERK, town)
        yield Opening("center", Role.CENTER_MANAGER, town)
        yield Opening("chief", Role.CHIEF_MEDIATOR, town)
        yield Opening("mediator", Role.MEDIATOR, town)
    yield Opening("clerk", Role.MED_CLERK, world.county)
    yield Opening("mediator", Role.MEDIATOR, world.county)
    for number in (2, 3):
        yield Opening("dispatch", Role.COUNTY_DISPATCH, world.county, number=number)
    yield Opening("supervisor", Role.COUNTY_SUPERVISOR, world.county, number=2)
    for department in world.departments.values():
        yield Opening("handler", Role.DEPT_HANDLER, department.area, department)
        if department.area.level == Level.COUNTY:
            yield Opening("handler", Role.DEPT_HANDLER, department.area, department, number=2)
