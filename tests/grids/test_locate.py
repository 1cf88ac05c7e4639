"""From a point to its grid, and to who serves it."""

from datetime import timedelta

import pytest

from grids.locate import grid_at, worker_of
from grids.models import Area, Post
from grids.roles import Role
from tests.cast import BEIJING, HERE, NEXT_DOOR, square


def test_a_point_finds_its_grid(cast):
    assert grid_at(HERE.longitude, HERE.latitude).code == "510116001001001"
    assert grid_at(NEXT_DOOR.longitude, NEXT_DOOR.latitude).code == "510116001001002"


def test_a_point_on_a_shared_edge_goes_to_the_lowest_code(cast):
    assert grid_at(103.85, 30.5).code == "510116001001001"


@pytest.mark.parametrize("point", [(BEIJING.longitude, BEIJING.latitude), (0, 0), (float("nan"), 30.5)])
def test_a_point_outside_every_grid_is_not_guessed(cast, point):
    assert grid_at(*point) is None


def test_a_redrawn_grid_counts_at_once(cast):
    grid_at(HERE.longitude, HERE.latitude)
    grid = cast.areas["510116001001001"]
    grid.outline = square(103.80, 30.40, 103.81, 30.60)
    grid.save()
    assert grid_at(HERE.longitude, HERE.latitude) is None


def test_a_closed_grid_holds_nothing(cast, now):
    Area.objects.filter(pk=cast.grid.pk).update(valid_to=now.date() - timedelta(days=1))
    assert grid_at(HERE.longitude, HERE.latitude) is None


def test_the_worker_of_a_grid(cast):
    assert worker_of(cast.grid) == cast.wang


def test_a_stand_in_serves_while_the_post_is_vacant(cast, now):
    own = Post.objects.get(user=cast.wang)
    Post.objects.create(user=cast.li, role=Role.GRID_WORKER, area=cast.grid, delegated_by=own,
                        valid_from=now.date(), valid_to=now.date())
    assert worker_of(cast.grid) == cast.wang
    own.valid_to = now.date() - timedelta(days=1)
    own.save()
    assert worker_of(cast.grid) == cast.li
    assert worker_of(cast.county) is None
