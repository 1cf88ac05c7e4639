"""A route gets its points, in an order; and is given up."""

import pytest
from django.core.exceptions import ValidationError

from patrol.points.models import PatrolPoint
from patrol.routes import actions
from shuangliu.pages.conflict import Conflict
from tests.conftest import NOW

from .. import patrols

pytestmark = pytest.mark.django_db


def names(route) -> list[str]:
    return [stop.point.name[-3:] for stop in route.stops.select_related("point").order_by("position")]


def test_points_come_at_the_end_and_move(cast):
    route = patrols.route(cast, n=3)
    said = {"by": cast.jin, "at": NOW}
    first = route.stops.get(position=1).point_id
    actions.shift(route, point=first, by_places=1, **said)
    assert names(route) == ["2号点", "1号点", "3号点"]
    actions.shift(route, point=first, by_places=-1, **said)
    actions.shift(route, point=first, by_places=-1, **said)  # at the edge
    assert names(route) == ["1号点", "2号点", "3号点"]
    actions.remove(route, point=first, **said)
    assert [stop.position for stop in route.stops.all()] == [1, 2]
    actions.add(route, point=PatrolPoint.objects.get(pk=first), **said)
    assert names(route) == ["2号点", "3号点", "1号点"]
    with pytest.raises(ValidationError):
        actions.add(route, point=PatrolPoint.objects.get(pk=first), **said)


def test_a_point_of_another_town_is_refused(cast):
    there = cast.areas["510116002001001"]
    point = patrols.point(cast, "机场卡口", area=there, area_key=there.key)
    with pytest.raises(ValidationError):
        actions.add(patrols.route(cast), by=cast.jin, at=NOW, point=point)


def test_what_is_planned_keeps_its_points(cast):
    shift = patrols.shift(cast)
    actions.remove(shift.route, by=cast.jin, at=NOW, point=shift.stops.first().point_id)
    assert shift.stops.count() == 2


def test_one_name_once_in_an_area(cast):
    actions.make(by=cast.jin, at=NOW, name="东线", area=cast.town)
    with pytest.raises(ValidationError):
        actions.make(by=cast.jin, at=NOW, name="东线", area=cast.town)


def test_given_up_is_given_up(cast):
    route = actions.give_up(patrols.route(cast), by=cast.jin, at=NOW)
    assert route.closed_on == NOW.date()
    for act in (lambda: actions.give_up(route, by=cast.jin, at=NOW),
                lambda: actions.remove(route, by=cast.jin, at=NOW, point=1)):
        with pytest.raises(Conflict):
            act()
