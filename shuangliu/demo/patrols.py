"""Points, routes and four weeks of shifts: two that were walked, this one, and the next, planned and not published.

80 points as the report counts them (domain.md §2 no. 5), 48 checkpoints and 32 for joint defence, two routes in each
town. Written past the acts, which would take a minute: what a row says, its check-ins say too.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from shapely.geometry import shape

from grids.models import Area, Level, Post
from grids.roles import Role
from patrol.models import CheckIn, Duty, PatrolPoint, RestRule, Route, RouteStop, Shift, ShiftStop
from patrol.points.models import PointKind
from patrol.roster.proposals import keep_as_template
from patrol.roster.weeks import Week
from patrol.shifts.moving import next_watch
from patrol.shifts.states import AHEAD, SETTLED_AFTER, State
from patrol.swaps import actions as swaps
from shuangliu.accounts.models import User
from shuangliu.audit.models import Entry
from shuangliu.audit.recording import entry

from . import accounts
from .moments import DAY, at_clock
from .people import People
from .world import SEED, World

CHECKPOINTS, JOINT = 4, 32  # of a town; of the county, the first towns one more than the last
ROUTES, POINTS_IN_TINY = 2, 4
MORNING, EVENING, NIGHT = (time(9), time(11)), (time(19, 30), time(21, 30)), (time(22), time(0, 30))
FRIDAY, SATURDAY = 4, 5
MISSED, LEFT_OUT = 0.03, 0.09
WORDS = {PointKind.CHECKPOINT: "卡口", PointKind.JOINT_DEFENCE: "联防点"}


def load_points(world: World) -> int:
    """Write the points, leaders for the towns that have none, and the rest rule."""
    random, points = Random(f"{SEED} points"), []  # noqa: S311
    for number, town in enumerate(world.towns):
        joint = JOINT // len(world.towns) + (number < JOINT % len(world.towns))
        kinds = [PointKind.CHECKPOINT] * CHECKPOINTS + [PointKind.JOINT_DEFENCE] * joint
        grids = [grid for grid in world.grids if world.town_of(grid) == town]
        kinds = kinds[:POINTS_IN_TINY] if world.is_tiny else kinds
        points += _points(random.sample(grids, len(kinds)), kinds)
    PatrolPoint.objects.bulk_create(points)
    _hire_leaders(world)
    RestRule.objects.create(pk=1)
    return len(points)


def load_routes(world: World) -> int:
    """Two in each town, each over every other of its points."""
    count = 0
    for town in world.towns:
        points = list(PatrolPoint.objects.filter(town_key=town.key).order_by("longitude"))
        name = town.name.removesuffix("街道").removesuffix("镇")
        parts = [points] if world.is_tiny else [points[n::ROUTES] for n in range(ROUTES)]
        for number, (part, words) in enumerate(zip(parts, ("一号线", "二号线"), strict=False)):
            route = Route.objects.create(name=f"{name}{words}", area=town, area_key=town.key,
                                         is_shuffled=number == 1)
            RouteStop.objects.bulk_create(RouteStop(route=route, point=point, position=place)
                                          for place, point in enumerate(part, 1))
            count += 1
    return count


def load_shifts(world: World) -> int:
    """Four weeks of them; and for the tour a template, and a swap to grant."""
    random, monday = Random(f"{SEED} shifts"), Week.of(world.today).monday  # noqa: S311
    routes = list(Route.objects.select_related("area").prefetch_related("stops__point").order_by("id"))
    made = [(shift, people, _stops(shift, random)) for day in range(-14, 14)
            for shift, people in _of_day(world, routes, monday + day * DAY, random)]
    Shift.objects.bulk_create([shift for shift, *_rest in made], batch_size=500)
    Duty.objects.bulk_create([Duty(shift=shift, person=person, starts_at=shift.starts_at)
                              for shift, people, _visits in made for person in people], batch_size=1000)
    ShiftStop.objects.bulk_create([stop for *_rest, stops in made for stop in stops], batch_size=1000)
    CheckIn.objects.bulk_create([one for shift, people, stops in made
                                 for one in _check_ins(shift, people, stops, random)], batch_size=500)
    Entry.objects.bulk_create([one for shift, *_rest in made for one in _entries(shift, world)],
                              batch_size=500)
    leader = world.users["patrol"]
    keep_as_template(Week(monday), by=leader, at=world.at, name="平常周", area=accounts.home(world)[Level.TOWN])
    _swap(world, leader)
    return len(made)


def _points(grids: list[Area], kinds: list[PointKind]) -> Iterator[PatrolPoint]:
    numbers: dict[str, int] = {}
    for grid, kind in zip(grids, kinds, strict=True):
        name = grid.parent.name.removesuffix("社区").removesuffix("村") + WORDS[kind]
        numbers[name] = numbers.get(name, 0) + 1
        middle = shape(grid.outline).representative_point()
        yield PatrolPoint(
            name=name if numbers[name] == 1 else f"{name}（{numbers[name]}）", kind=kind, area=grid, area_key=grid.key,
            place=f"{grid.name}主要路口", longitude=round(middle.x, 6), latitude=round(middle.y, 6),
            unit="派出所与巡防队" if kind == PointKind.CHECKPOINT else "红袖套联防队",
            opens=None if kind == PointKind.CHECKPOINT else time(8), closes=None if kind == PointKind.CHECKPOINT
            else time(22))


def _hire_leaders(world: World) -> None:
    people, home = People(Random(f"{SEED} leaders"), world.today), accounts.home(world)[Level.TOWN]  # noqa: S311
    towns = [town for town in world.towns if town != home]
    hired = User.objects.bulk_create([accounts.user(world, f"patrol-{town.code}", people.person().name, people=people)
                                      for town in towns])
    Post.objects.bulk_create([Post(user=user, role=Role.PATROL_LEADER, area=town,
                                   valid_from=date(world.today.year - 2, 1, 1))
                              for user, town in zip(hired, towns, strict=True)])
    for user, town in zip(hired, towns, strict=True):
        world.staff[Role.PATROL_LEADER, town.code].append(user)


def _of_day(world: World, routes: list[Route], day: date, random: Random) -> Iterator[tuple[Shift, list[User]]]:
    """Morning and evening along each route; the second one by night, with police, before a day off."""
    weekend, turn = day.weekday() in (FRIDAY, SATURDAY), 0
    town = None
    for route in routes:
        turn = turn + 1 if route.area == town else 0
        town = route.area
        walkers = _walkers(world, town)
        for number, clocks in enumerate((MORNING, NIGHT if weekend and turn else EVENING)):
            first = (day.toordinal() * 8 + turn * 4 + number * 2) % len(walkers)
            people = [walkers[first], walkers[(first + 1) % len(walkers)]]
            is_tour = town == accounts.home(world)[Level.TOWN] and not turn
            if is_tour and number and day.toordinal() % 2:
                people[0] = world.users["volunteer"]
            starts_at = at_clock(day, clocks[0])
            ends_at = at_clock(day + DAY if clocks[1] < clocks[0] else day, clocks[1])
            yield _shift(world, route, starts_at, ends_at, random, with_police=weekend and number == 1), people


def _walkers(world: World, town: Area) -> list[User]:
    return [user for grid in world.grids if grid.code.startswith(town.code)
            for user in world.staff[Role.GRID_WORKER, grid.code]][:24]


def _shift(world: World, route: Route, starts_at: datetime, ends_at: datetime, random: Random, **more) -> Shift:
    leader = world.staff[Role.PATROL_LEADER, route.area.code][0]
    shift = Shift(uuid=UUID(int=random.getrandbits(128), version=4), route=route, area=route.area,
                  area_key=route.area_key, leader=leader, starts_at=starts_at, ends_at=ends_at,
                  required=len(route.stops.all()), **more)
    if starts_at > world.at:
        shift.state = State.PLANNED if starts_at >= Week.of(world.today).ends_at else State.PUBLISHED
    elif ends_at + SETTLED_AFTER > world.at:
        shift.state = State.PUBLISHED
    else:
        chance = random.random()
        shift.state = (State.MISSED if chance < MISSED else State.PARTIAL if chance < MISSED + LEFT_OUT
                       else State.FINISHED)
    if shift.state == State.MISSED:
        shift.raised_at = starts_at + timedelta(minutes=45)
    shift.watch_at = next_watch(shift)
    return shift


def _stops(shift: Shift, random: Random) -> list[ShiftStop]:
    """With when each was visited, as far as the shift has come."""
    points = [stop.point for stop in shift.route.stops.all()]
    if shift.route.is_shuffled:
        random.shuffle(points)
    share = (shift.ends_at - shift.starts_at) / len(points)
    stops = [ShiftStop(shift=shift, point=point, position=number, due_at=shift.starts_at + share * number)
             for number, point in enumerate(points, 1)]
    if shift.state in (State.FINISHED, State.PARTIAL):
        for stop in stops[:len(stops) - (shift.state == State.PARTIAL)]:
            stop.visited_at = stop.due_at - share * random.uniform(0.1, 0.8)
        visited = [stop.visited_at for stop in stops if stop.visited_at]
        shift.visited, shift.started_at, shift.finished_at = len(visited), min(visited), shift.ends_at
    if shift.state == State.PARTIAL:
        stops[-1].alerted_at = stops[-1].due_at
    return stops


def _check_ins(shift: Shift, people: list[User], stops: list[ShiftStop], random: Random) -> Iterator[CheckIn]:
    for stop in stops:
        if stop.visited_at is None:
            continue
        chance = random.random()
        way = "sign" if chance < 0.8 else "position" if chance < 0.97 else "hand"
        by_position = {"longitude": stop.point.longitude + 0.0002, "latitude": stop.point.latitude,
                       "distance": 19} if way == "position" else {}
        yield CheckIn(uuid=UUID(int=random.getrandbits(128), version=4), shift=shift, point=stop.point,
                      area_key=stop.point.area_key, by=people[0], way=way, made_at=stop.visited_at,
                      received_at=stop.visited_at + timedelta(seconds=random.randint(1, 40)),
                      is_unseen=way == "hand", **by_position)


def _entries(shift: Shift, world: World) -> Iterator[Entry]:
    """What the log tells of it: planned and published in the week before, and how it ended."""
    planned = min(shift.starts_at - 5 * DAY, world.at - timedelta(hours=2))
    yield entry("shift.plan", shift, by=shift.leader, at=planned)
    if shift.state != State.PLANNED:
        yield entry("shift.publish", shift, by=shift.leader, at=planned + timedelta(hours=1))
    if shift.state == State.MISSED:
        yield entry("shift.late", shift, by=None, at=shift.starts_at + timedelta(minutes=30))
    elif shift.state not in AHEAD:
        yield entry("shift.end", shift, by=None, at=shift.ends_at + SETTLED_AFTER)


def _swap(world: World, leader: User) -> None:
    """The volunteer of the tour asks the grid worker, who agrees: it waits for the leader."""
    shift = Shift.objects.filter(duties__person=world.users["volunteer"], state=State.PUBLISHED,
                                 starts_at__gt=world.at).order_by("starts_at").first()
    taker = world.users["worker"]
    if shift is not None and not shift.duties.filter(person=taker).exists():
        swap = swaps.ask(shift, by=world.users["volunteer"], at=world.at - timedelta(hours=1), taker=taker,
                         reason="家中有事，想请代班")
        swaps.agree(swap, by=taker, at=world.at - timedelta(minutes=20))
