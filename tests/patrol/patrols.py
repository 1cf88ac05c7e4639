"""Short ways to points, routes and shifts: `patrols.shift(cast)` is on the roster, from 9:00 to 11:00 on the day of the
story, walked by Hong over two points of Wang's grid."""

from datetime import datetime, timedelta
from uuid import uuid4

from patrol.models import CheckIn, PatrolPoint, Route, RouteStop, Shift
from patrol.shifts import actions
from tests.conftest import NOW

START, END = NOW.replace(hour=9, minute=0), NOW.replace(hour=11, minute=0)
EAST = 1 / 95_900  # degrees of longitude in a metre at this latitude


def point(cast, name: str = "北门卡口", *, longitude: float = 103.82, latitude: float = 30.5, **more) -> PatrolPoint:
    return PatrolPoint.objects.create(**{
        "name": name, "kind": "checkpoint", "area": cast.grid, "area_key": cast.grid.key, "place": "北门路口",
        "longitude": longitude, "latitude": latitude, **more})


def route(cast, name: str = "棠湖线", n: int = 2, **more) -> Route:
    made = Route.objects.create(name=name, area=cast.town, area_key=cast.town.key, **more)
    for number in range(1, n + 1):
        stop = point(cast, f"{name}{number}号点", longitude=103.82 + number / 100)
        RouteStop.objects.create(route=made, point=stop, position=number)
    return made


def planned(cast, *, at: datetime = START - timedelta(days=1), **more) -> Shift:
    given = {"people": [cast.hong], "starts_at": START, "ends_at": END, **more}
    if not {"route", "area"} & given.keys():
        given["route"] = route(cast)
    return actions.plan(by=cast.jin, at=at, **given)


def shift(cast, **more) -> Shift:
    made = planned(cast, **more)
    return actions.publish(made, by=cast.jin, at=START - timedelta(hours=12))


def check_in(shift, *, at: datetime, by, number: int = 1, **more) -> CheckIn:
    """At the point that stands at this place of the shift, by its sign."""
    point = shift.stops.get(position=number).point
    return actions.check_in(shift, point, by=by, at=at, uuid=uuid4(), **{"way": "sign", **more})[0]
