"""The roster of a week with a thousand shifts, as the county and as the leader of one town see it."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.timezone import localdate

from patrol.models import Duty, Route, Shift
from patrol.roster.weeks import Week
from shuangliu.demo import patrols
from shuangliu.demo.world import World

from ..floors import prints
from ..measure import Case
from .pages import page

SHIFTS, PEOPLE = 1000, 2
LEADER = "patrol"


def roster(world: World) -> Iterator[Case]:
    week = Week.of(localdate(world.at) + timedelta(days=70))
    patrols.load_points(world)
    patrols.load_routes(world)
    _plan(world, week)
    rows = prints("roster.html", "patrol_shift")
    for username in ("county", LEADER):
        yield page(f"roster-{username}", username, f"/patrol/roster/?week={week}", rows)


def _plan(world: World, week: Week) -> None:
    """Along the routes of the tour's town, each by two: all that a roster can show on one page."""
    leader = world.users[LEADER]
    routes = list(Route.objects.visible_to(leader).in_use())
    workers = [user for users in world.staff.values() for user in users][:SHIFTS]
    hour = timedelta(hours=1)
    made = Shift.objects.bulk_create([
        Shift(route=route, area_id=route.area_id, area_key=route.area_key, leader=leader, required=3,
              starts_at=week.starts_at + number % 160 * hour, ends_at=week.starts_at + (number % 160 + 2) * hour)
        for number in range(SHIFTS) for route in [routes[number % len(routes)]]], batch_size=500)
    Duty.objects.bulk_create([Duty(shift=shift, person=workers[(PEOPLE * number + one) % len(workers)],
                                   starts_at=shift.starts_at)
                              for number, shift in enumerate(made) for one in range(PEOPLE)], batch_size=1000)
