"""When boundaries change, open incidents follow the ground and old figures stay where they were."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grids import locate
from grids.changes import actions as changes
from grids.changes import work
from grids.models import Area
from incidents import actions
from incidents.models import FormerPlace, Incident
from incidents.states import OPEN
from shuangliu import audit
from shuangliu.deadlines import running
from shuangliu.indicators.folding import fold
from shuangliu.indicators.models import Difference
from shuangliu.indicators.reading import totals
from shuangliu.indicators.recompute import compare
from shuangliu.indicators.registry import registry
from tests.cast import HERE, NEXT_DOOR, assemble
from tests.conftest import NOW
from tests.grids import boundaries as plans
from tests.grids.boundaries import LATER, TODAY

from .story import Story, make_kinds

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
EAST_OF_HERE = type(HERE)(longitude=103.84, latitude=30.5)


def carry(plan, cast, at=NOW):
    locate.forget()  # the clock of the test stands still, and with it the moment a tree of outlines is known by
    change = changes.plan_change(plan, by=cast.sun, at=at)
    locate.forget()
    return change


def figures(area, days=YEAR) -> dict:
    return {name: amount for name, amount in totals(registry.measures, area, *days).items() if amount}


def test_open_incidents_go_by_their_point(story):
    west, east = story.tell("accepted"), story.tell("in_progress", point=EAST_OF_HERE)
    nowhere = story.tell("reported", point=None)
    actions.locate(nowhere, by=story.cast.zhao, at=story.later(), grid=story.cast.grid)
    carry(plans.split(story.cast), story.cast)
    new_west, new_east = Area.objects.filter(made_by__isnull=False)
    for incident, grid in ((west, new_west), (east, new_east), (nowhere, new_west)):
        state = incident.state
        incident.refresh_from_db()
        assert (incident.grid, incident.area_key, incident.state) == (grid, grid.key, state)
        assert incident.grid_key == grid.key
        assert running(incident).get().area_key == grid.key


def test_each_says_so_in_its_timeline_and_in_the_log(story):
    incident = story.tell("accepted")
    carry(plans.split(story.cast), story.cast)
    move = incident.moves.last()
    assert (move.act, move.by, move.from_state, move.to_state) == ("hand-over", story.cast.sun, "accepted", "accepted")
    assert "双网办〔2026〕3号" in move.note
    entry = audit.history(incident).last()
    assert (entry.verb, entry.detail["old_grid"], entry.detail["grid"]) == (
        "incident.handed-over", "510116001001001", "510116001001003")


def test_the_clock_runs_on(story):
    incident = story.tell("in_progress")
    due_at, clock = incident.due_at, running(incident).get()
    carry(plans.split(story.cast), story.cast)
    incident.refresh_from_db()
    assert (incident.due_at, running(incident).get().started_at) == (due_at, clock.started_at)


def test_what_is_closed_stays(story):
    closed = story.tell("closed")
    carry(plans.split(story.cast), story.cast)
    closed.refresh_from_db()
    assert closed.grid == story.cast.grid


def test_the_preview_is_what_happens(story):
    for point in (HERE, HERE, EAST_OF_HERE):
        story.tell("accepted", point=point)
    wanted = plans.split(story.cast)
    [(_label, counts, total)] = work.preview(wanted)
    carry(wanted, story.cast)
    assert total == 3
    assert counts == {area.name: Incident.objects.filter(grid=area).count()
                      for area in Area.objects.filter(made_by__isnull=False)}


def test_the_heir_of_a_closed_grid_gets_all(story):
    incident = story.tell("reported")
    change = carry(plans.close(story.cast), story.cast)
    incident.refresh_from_db()
    assert incident.grid == change.heir


def test_the_new_worker_may_check_and_the_old_one_not(story):
    cast, incident = story.cast, story.tell("resolved", by=story.cast.zhao)
    carry(plans.split(cast), cast)
    incident.refresh_from_db()
    assert Incident.objects.waiting_for(cast.nobody).filter(pk=incident.pk).exists()
    assert not Incident.objects.visible_to(cast.wang).filter(pk=incident.pk).exists()


def test_latecomers_follow(story):
    """A report that was on its way when the grid ended, and a matter that comes to it later."""
    change = carry(plans.split(story.cast), story.cast)
    late = story.tell("accepted")
    Incident.objects.filter(pk=late.pk).update(grid=story.cast.grid, area_key=story.cast.grid.key)
    assert changes.carry_out_due(NOW + timedelta(minutes=1))["handed over"] == 1
    late.refresh_from_db()
    assert late.grid in [row.area for row in change.makes.all()]


def test_what_is_reopened_much_later_follows_by_night(story):
    closed = story.tell("closed")
    carry(plans.split(story.cast), story.cast)
    later = NOW + timedelta(days=25)
    actions.reopen(closed, by=story.cast.wang, at=later, reason="又堆上了")
    assert not changes.carry_out_due(later)["handed over"]
    assert changes.hand_over_work(later, since=later - changes.OLD) == 1
    closed.refresh_from_db()
    assert closed.grid.valid_to is None


def test_a_latecomer_finds_what_became_of_what_it_became(story):
    cast = story.cast
    carry(plans.split(cast), cast)
    west, east = Area.objects.filter(made_by__isnull=False)
    Area.objects.filter(pk__in=[west.pk, east.pk]).update(valid_from=TODAY - timedelta(days=9))
    merged = plans.Plan("merge", TODAY, [Area.objects.get(pk=west.pk), Area.objects.get(pk=east.pk)],
                        plans.parts(cast.community, cast.grid.outline), reason="并回")
    change = carry(merged, cast)
    late = story.report()
    Incident.objects.filter(pk=late.pk).update(grid=cast.grid, area_key=cast.grid.key)
    changes.carry_out_due(NOW)
    late.refresh_from_db()
    assert late.grid == change.makes.get().area


def test_killed_in_the_middle_the_next_run_does_the_rest(story, monkeypatch):
    incidents = [story.tell("accepted") for _ in range(4)]
    original, calls = actions.move_to_grid, []

    def dies(*args, **more):
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return original(*args, **more)

    monkeypatch.setattr(actions, "move_to_grid", dies)
    with pytest.raises(KeyboardInterrupt):
        carry(plans.split(story.cast), story.cast)
    change = changes.AreaChange.objects.get()
    assert (change.state, change.handed_over_at) == ("done", None)
    assert changes.carry_out_due(NOW)["handed over"] == 2
    change.refresh_from_db()
    assert change.handed_over_at == NOW
    assert not Incident.objects.filter(grid=story.cast.grid).exists()
    assert {incident.moves.filter(act="hand-over").count() for incident in incidents} == {1}


# --- Figures --------------------------------------------------------------------------------------

@pytest.fixture
def other(story):
    return plans.neighbour(story.cast)


def test_within_a_community_no_figure_changes(story):
    for state in story.steps:
        story.tell(state)
    before = figures(story.cast.community)
    carry(plans.split(story.cast), story.cast)
    assert figures(story.cast.community) == before


def test_old_figures_keep_the_old_tree(story, other):
    story.at = NOW - timedelta(days=2)
    for state in ("reported", "in_progress", "resolved", "closed", "evaluated"):
        story.tell(state)
    past = (YEAR[0], TODAY - timedelta(days=1))
    before = figures(story.cast.community, past), figures(story.cast.town)
    carry(plans.move(story.cast, to=other), story.cast)
    assert (figures(story.cast.community, past), figures(story.cast.town)) == before
    assert not figures(other, past)
    fold()
    assert compare(at=NOW) == 0, list(Difference.objects.all())


def test_what_happens_afterwards_counts_in_the_new_tree(story, other):
    story.at = NOW - timedelta(days=2)
    incident = story.tell("verified")
    story.at = NOW
    carry(plans.move(story.cast, to=other), story.cast)
    incident.refresh_from_db()
    story.closed(incident)
    old, new = figures(story.cast.community), figures(other)
    assert (old["incident.reported"], old["incident.checked"], new["incident.closed"]) == (1, 1, 1)
    assert "incident.closed" not in old
    assert (old["incident.state:closed"], new.get("incident.reported")) == (1, None)
    assert compare(at=NOW) == 0, list(Difference.objects.all())


def test_moved_twice_each_day_counts_where_it_was(story, other):
    story.at = NOW - timedelta(days=9)
    incident = story.tell("accepted")
    first = carry(plans.move(story.cast, to=other, day=TODAY), story.cast)
    grid = first.makes.get().area
    back = plans.move(story.cast, to=story.cast.community, day=LATER, grid=grid)
    changes.plan_change(back, by=story.cast.sun, at=NOW)
    changes.carry_out_due(NOW + (LATER - TODAY))
    incident.refresh_from_db()
    assert incident.community_key == story.cast.community.key
    assert FormerPlace.objects.filter(incident=incident).count() == 2
    assert (figures(story.cast.community)["incident.reported"], figures(other)) == (1, {})
    # What happens in between counts in between, and the lists know it.
    at = NOW + timedelta(days=3)
    Incident.objects.filter(pk=incident.pk).update(checked_at=at)
    assert Incident.objects.get(pk=incident.pk).key_at(at) == grid.key
    for area, found in ((story.cast.community, False), (other, True), (story.cast.town, True)):
        assert Incident.objects.all().counted_in(area, "checked_at").filter(checked_at=at).exists() is found
    Incident.objects.filter(pk=incident.pk).update(checked_at=None)
    assert compare(at=NOW) == 0, list(Difference.objects.all())


def test_each_number_still_opens_its_matters(story, other, browser):
    """For the county, and for the desk that has lost them."""
    cast = story.cast
    story.at = NOW - timedelta(days=2)
    for state in ("reported", "in_progress", "resolved", "closed", "verified"):
        story.tell(state)
    story.tell("in_progress", point=NEXT_DOOR)
    carry(plans.move(cast, to=other), cast)
    story.at = NOW
    story.closed(Incident.objects.get(state="verified"))
    wrong = []
    for user, areas in ((cast.tang, (cast.county, cast.town, cast.community, other)), (cast.zhao, (cast.community,))):
        client = browser(user)
        for measure in registry.measures.values():
            if not measure.name.startswith("incident."):
                continue
            for area in areas:
                listed = len(client.get(measure.drill.url(area, *YEAR)).context["page"].rows)
                if listed != figures(area).get(measure.name, 0):
                    wrong.append((user, measure.name, area, listed, figures(area).get(measure.name, 0)))
    assert not wrong


def test_the_old_desk_still_reads_what_it_had(story, other, browser):
    cast, incident = story.cast, story.tell("accepted")
    carry(plans.move(cast, to=other), cast)
    zhao = browser(cast.zhao)
    assert zhao.get(reverse("incidents:incident-detail", args=[incident.pk])).status_code == 200
    assert zhao.get(reverse("incidents:incident-escalate", args=[incident.pk])).status_code == 403
    assert not Incident.objects.waiting_for(cast.zhao).exists()
    assert browser(cast.qian).get(reverse("incidents:incident-detail", args=[incident.pk])).status_code == 404


# --- None is lost ---------------------------------------------------------------------------------

POINTS = [HERE, NEXT_DOOR, EAST_OF_HERE, None]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(told=st.lists(st.tuples(st.sampled_from(["reported", "accepted", "in_progress", "resolved", "closed"]),
                               st.sampled_from(POINTS)), max_size=5),
       kinds=st.lists(st.sampled_from(["split", "merge", "move", "close"]), min_size=1, max_size=3))
def test_no_open_incident_is_lost(db, now, told, kinds):
    savepoint = transaction.savepoint()
    try:
        locate.forget()
        cast = assemble()
        other, story = plans.neighbour(cast), Story(cast, make_kinds(), at=NOW - timedelta(days=4))
        for state, point in told:
            story.tell(state, point=point)
        before = set(Incident.objects.filter(state__in=OPEN).values_list("pk", "state", "due_at"))
        for number, kind in enumerate(kinds):
            day = TODAY + timedelta(days=number)
            if plan := _next(kind, cast, other, day):
                carry(plan, cast, at=NOW + timedelta(days=number))
        assert set(Incident.objects.filter(state__in=OPEN).values_list("pk", "state", "due_at")) == before
        stray = Incident.objects.filter(state__in=OPEN, grid__valid_to__isnull=False)
        assert not stray.exists()
        for incident in Incident.objects.filter(state__in=OPEN, grid__isnull=False):
            assert incident.area_key == incident.grid.key
        assert compare(at=NOW) == 0, list(Difference.objects.all())
    finally:
        transaction.savepoint_rollback(savepoint)


def _next(kind, cast, other, day):
    """A change of that kind among the grids of today; None where there is nothing to change."""
    grids = list(Area.objects.filter(level="grid", valid_to=None, parent__in=[cast.community, other]).order_by("key")
                 .select_related("parent"))
    first, home = grids[0], grids[0].parent
    siblings = [grid for grid in grids if grid.parent == home]
    if kind == "split":
        west, south, east, north = first.west, first.south, first.east, first.north
        line = [((west + east) / 2, south - 1), ((west + east) / 2, north + 1)]
        try:
            halves = plans.shapes.cut(first.outline, line)
        except plans.shapes.BadShape:
            return None
        return plans.Plan("split", day, [first], plans.parts(home, *halves), reason="拆分")
    if kind == "move":
        return plans.move(cast, to=other if home != other else cast.community, day=day, grid=first)
    if len(siblings) < 2:
        return None
    if kind == "merge":
        joined = plans.shapes.join(grid.outline for grid in siblings)
        return plans.Plan("merge", day, siblings, plans.parts(home, joined), reason="合并")
    return plans.Plan("close", day, [first], heir=siblings[1], reason="撤销")
