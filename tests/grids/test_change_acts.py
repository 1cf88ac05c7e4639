"""Boundaries change: planned, called off, carried out on their day and exactly once."""

from datetime import timedelta

import pytest
import time_machine

from grids.changes import actions, work
from grids.changes.actions import ChangeMoved, Refused
from grids.changes.models import AreaChange
from grids.changes.plan import free_codes
from grids.locate import grid_at, worker_of
from grids.models import Area, Post
from shuangliu import audit
from tests.cast import HERE, NEXT_DOOR, square
from tests.conftest import NOW

from . import boundaries as plans
from .boundaries import LATER, TODAY

pytestmark = pytest.mark.usefixtures("now")


def plan(plan, cast, at=NOW):
    return actions.plan_change(plan, by=cast.sun, at=at)


def on(day):
    return NOW + (day - TODAY)


def test_a_split_of_today_is_carried_out_at_once(cast):
    assert grid_at(HERE.longitude, HERE.latitude) == cast.grid
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        change = plan(plans.split(cast), cast)
    west, east = Area.objects.filter(made_by__change=change)
    cast.grid.refresh_from_db()
    assert (change.state, cast.grid.valid_to) == ("done", TODAY - timedelta(days=1))
    assert [(area.parent, area.valid_from, area.codes.get().code) for area in (west, east)] == [
        (cast.community, TODAY, "510116001001003"), (cast.community, TODAY, "510116001001004")]
    # The map of this process, which had been read before, knows it.
    assert grid_at(HERE.longitude, HERE.latitude) == west
    assert grid_at(103.84, HERE.latitude) == east


def test_posts_end_with_their_grid_and_the_chosen_serve_the_new_ones(cast):
    plan(plans.split(cast), cast)
    west, east = Area.objects.filter(level="grid", valid_from=TODAY)
    assert Post.objects.get(user=cast.wang).valid_to == TODAY - timedelta(days=1)
    assert (worker_of(west), worker_of(east), worker_of(cast.grid)) == (cast.nobody, None, None)


def test_a_plan_waits_for_its_day(cast):
    change = plan(plans.split(cast, day=LATER), cast)
    assert not actions.carry_out_due(on(LATER) - timedelta(days=1))["carried out"]
    cast.grid.refresh_from_db()
    assert (change.state, cast.grid.valid_to) == ("planned", None)
    assert actions.carry_out_due(on(LATER))["carried out"] == 1
    cast.grid.refresh_from_db()
    assert cast.grid.valid_to == LATER - timedelta(days=1)


def test_a_job_that_comes_late_keeps_the_day(cast):
    plan(plans.split(cast, day=LATER), cast)
    actions.carry_out_due(on(LATER) + timedelta(days=5))
    assert set(Area.objects.filter(made_by__isnull=False).values_list("valid_from", flat=True)) == {LATER}


def test_twice_changes_nothing(cast):
    change = plan(plans.split(cast), cast)
    before = list(Area.objects.values_list("pk", "valid_to")), audit.history(change).count()
    assert not actions.carry_out(change, by=None, at=NOW)
    actions.carry_out_due(NOW + timedelta(minutes=1))
    assert (list(Area.objects.values_list("pk", "valid_to")), audit.history(change).count()) == before


def test_what_is_called_off_does_not_happen(cast):
    change = plan(plans.split(cast, day=LATER), cast)
    actions.cancel_change(change, by=cast.sun, at=NOW)
    assert not actions.carry_out_due(on(LATER))["carried out"]
    with pytest.raises(ChangeMoved):
        actions.cancel_change(change, by=cast.sun, at=NOW)


def test_what_is_done_cannot_be_called_off(cast):
    with pytest.raises(ChangeMoved):
        actions.cancel_change(plan(plans.split(cast), cast), by=cast.sun, at=NOW)


def test_a_merger_makes_one_of_two(cast):
    change = plan(plans.merge(cast), cast)
    new = Area.objects.get(made_by__change=change)
    assert {grid_at(point.longitude, point.latitude) for point in (HERE, NEXT_DOOR)} == {new}
    assert set(change.ends.all()) == set(plans.grids(cast))


def test_a_grid_that_moves_gets_a_code_of_its_new_community_and_shifts_the_edge(cast):
    other = plans.neighbour(cast)
    new = Area.objects.get(made_by__change=plan(plans.move(cast, to=other), cast))
    assert (new.code, new.parent) == (f"{other.code}001", other)
    other.refresh_from_db(), cast.community.refresh_from_db()
    assert (other.south, cast.community.west) == (30.40, 103.85)
    town = Area.objects.get(pk=cast.town.pk)
    assert town.outline == cast.town.outline  # it holds both


def test_a_closed_grid_is_nobodys_place(cast):
    plan(plans.close(cast), cast)
    assert grid_at(HERE.longitude, HERE.latitude) is None


def test_each_step_is_in_the_audit_log(cast):
    change = plan(plans.split(cast), cast)
    assert [entry.verb for entry in audit.history(change)] == ["change.planned", "change.carried-out"]
    assert [entry.verb for entry in audit.history(cast.grid)] == ["area.ended"]
    assert "post.ended" in [entry.verb for entry in audit.history(Post.objects.get(user=cast.wang))]


@pytest.mark.parametrize(("make", "field"), [
    (lambda cast: plans.split(cast, day=TODAY - timedelta(days=1)), "starts_on"),
    (lambda cast: plans.split(cast, makes=plans.parts(cast.community, plans.WEST)), "makes"),
    (lambda cast: plans.split(cast, makes=plans.parts(cast.community, plans.WEST, square(103.83, 30.4, 103.85, 30.6))),
     "outlines"),  # a gap
    (lambda cast: plans.split(cast, makes=plans.parts(cast.community, plans.WEST, square(103.82, 30.4, 103.85, 30.6))),
     "outlines"),  # an overlap
    (lambda cast: plans.split(cast, makes=plans.parts(cast.community, plans.WEST, square(103.825, 30.4, 103.86, 30.6))),
     "outlines"),  # beyond the edge
    (lambda cast: plans.split(cast, makes=plans.parts(cast.areas["510116002001"], plans.WEST, plans.EAST)),
     "community"),
    (lambda cast: plans.move(cast, to=cast.community), "community"),
])
def test_what_cannot_be_is_refused_at_its_field(cast, make, field):
    with pytest.raises(Refused) as refused:
        plan(make(cast), cast)
    assert {problem.field for problem in refused.value.problems} == {field}
    assert not AreaChange.objects.exists()


@pytest.mark.parametrize("code", ["510116001001001", "510122001001001", "51011600100100", "510116002001009", "x"])
def test_a_code_of_any_year_is_never_used_again(cast, code):
    wanted = plans.split(cast)
    wanted.makes[1].code = code
    with pytest.raises(Refused) as refused:
        plan(wanted, cast)
    assert [(problem.field, problem.part) for problem in refused.value.problems] == [("code", 1)]


def test_free_codes_pass_over_what_is_planned(cast):
    plan(plans.split(cast, day=LATER), cast)
    assert free_codes(cast.community, 2) == ["510116001001005", "510116001001006"]


def test_a_grid_has_one_plan_at_a_time(cast):
    plan(plans.split(cast, day=LATER), cast)
    with pytest.raises(Refused):
        plan(plans.close(cast), cast)


def test_open_work_without_a_point_needs_one_grid_to_go_to(cast):
    wanted = plans.split(cast)
    wanted.makes[0].takes_rest = False
    with pytest.raises(Refused):
        plan(wanted, cast)
    closing = plans.close(cast)
    closing.heir = None
    with pytest.raises(Refused):
        plan(closing, cast)


def test_a_plan_that_fits_no_more_says_why_and_does_nothing(cast):
    change = plan(plans.split(cast, day=LATER), cast)
    cast.grid.outline = square(103.80, 30.40, 103.84, 30.60)
    cast.grid.save()
    counts = actions.carry_out_due(on(LATER))
    change.refresh_from_db()
    assert counts["refused"] == 1
    assert change.is_pending
    assert change.obstacle
    assert not Area.objects.filter(code__in=["510116001001003"]).exists()


def test_who_has_left_by_the_day_leaves_the_new_grid_vacant(cast):
    plan(plans.split(cast, day=LATER), cast)
    type(cast.nobody).objects.filter(pk=cast.nobody.pk).update(is_active=False)
    assert actions.carry_out_due(on(LATER))["carried out"] == 1
    assert not Post.objects.filter(user=cast.nobody).exists()


def test_an_heir_that_ends_on_the_same_day_passes_on(cast):
    """Grid 1 is closed and grid 2 inherits; grid 2 is split on that day too."""
    closed = plan(plans.close(cast, day=LATER), cast)
    _, heir = plans.grids(cast)
    halves = plans.parts(cast.community, square(103.85, 30.4, 103.875, 30.6), square(103.875, 30.4, 103.90, 30.6))
    plan(plans.Plan("split", LATER, [heir], halves, reason="拆分"), cast)
    assert actions.carry_out_due(on(LATER))["carried out"] == 2
    closed.refresh_from_db()
    assert work.of_change(closed)(None, None).code == halves[0].code


def test_one_that_fails_leaves_the_others_their_day(cast, monkeypatch):
    failing = plan(plans.split(cast, day=LATER), cast)
    there = cast.areas["510116002001001"]
    plan(plans.Plan("move", LATER, [there], plans.parts(cast.community, there.outline), reason="划转"), cast)
    original = actions._begin
    monkeypatch.setattr(actions, "_begin", lambda part, plan, **more: 1 / 0 if plan.pk == failing.pk
                        else original(part, plan, **more))
    counts = actions.carry_out_due(on(LATER))
    failing.refresh_from_db()
    assert (counts["carried out"], counts["failed"], failing.state) == (1, 1, "planned")
