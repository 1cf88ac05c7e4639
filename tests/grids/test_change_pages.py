"""Planning a change in the browser: what is looked at is what is decided."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from grids.changes import actions
from grids.changes.models import AreaChange
from grids.models import Area
from tests.conftest import NOW

from . import boundaries as plans
from .boundaries import LATER, TODAY

pytestmark = pytest.mark.usefixtures("now")
NEW = reverse("grids:change-new")
LINE = "103.825,30.39 103.825,30.61"


@pytest.fixture
def sun(cast, browser):
    return browser(cast.sun)


def typed(cast, **more) -> dict:
    return {"community": cast.community.code, "kind": "split", "ends": [cast.grid.code], "line": LINE,
            "starts_on": str(LATER), "reason": "户数超过上限", "document": "双网办〔2026〕3号", "look": "1", **more}


def looked_at(client, data) -> dict:
    """What the browser sends after the preview."""
    context = client.post(NEW, data).context
    parts = context["parts"]
    said = {field.html_name: field.value() or "" for part in parts.parts for field in part}
    return {**data, **said, "rest": "0", "seen": context["seen"], "plan": "1"}


def test_a_grid_is_split_along_a_line(cast, sun):
    response = sun.post(NEW, looked_at(sun, typed(cast)))
    change = AreaChange.objects.get()
    assert response["Location"] == change.get_absolute_url()
    west, east = change.makes.all()
    assert (west.code, west.name, west.worker) == ("510116001001003", "棠湖社区第3网格", cast.wang)
    assert (west.takes_rest, east.takes_rest, east.worker) == (True, False, None)
    page = sun.get(change.get_absolute_url()).content.decode()
    assert "棠湖社区第3网格" in page
    assert "双网办〔2026〕3号" in page


def test_a_preview_changes_nothing(cast, sun):
    response = sun.post(NEW, typed(cast))
    assert response.status_code == 200
    assert [feature["properties"]["code"] for feature in response.context["map"]["features"]] == [
        "510116001001003", "510116001001004"]
    assert not AreaChange.objects.exists()


def test_what_was_not_looked_at_is_not_decided(cast, sun):
    data = looked_at(sun, typed(cast))
    response = sun.post(NEW, {**data, "line": "103.83,30.39 103.83,30.61"})
    assert response.status_code == 200
    assert not AreaChange.objects.exists()
    assert "103.83,30.39" in response.content.decode()


@pytest.mark.parametrize(("wrong", "field"), [
    ({"line": ""}, "line"),
    ({"line": "103.825,30.45 103.825,30.50"}, "line"),  # ends inside
    ({"line": "left of the road"}, "line"),
    ({"outlines": '{"type": "Point", "coordinates": [1, 2]}'}, "outlines"),
    ({"outlines": "[["}, "outlines"),
    ({"starts_on": str(TODAY - timedelta(days=1))}, "starts_on"),
    ({"ends": ["510116002001001"]}, "ends"),
    ({"kind": "move"}, "target"),
    ({"kind": "close"}, "heir"),
    ({"kind": "merge"}, "ends"),
    ({"reason": " "}, "reason"),
])
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(cast, sun, wrong, field):
    response = sun.post(NEW, typed(cast, **wrong))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert "双网办〔2026〕3号" in response.content.decode()


@pytest.mark.parametrize(("name", "value"), [
    ("part1-code", "510116001001001"), ("part1-worker", "nobody-here"), ("part1-name", "棠湖社区第3网格")])
def test_what_is_wrong_with_a_new_grid_is_said_there(cast, sun, name, value):
    response = sun.post(NEW, {**looked_at(sun, typed(cast)), name: value})
    assert response.status_code == 422
    number, field = name.removeprefix("part").split("-")
    assert field in response.context["parts"].parts[int(number)].errors
    assert not AreaChange.objects.exists()


def test_two_grids_become_one(cast, sun):
    both = [grid.code for grid in plans.grids(cast)]
    sun.post(NEW, looked_at(sun, typed(cast, kind="merge", ends=both, line="", starts_on=str(TODAY))))
    assert Area.objects.get(made_by__isnull=False).valid_from == TODAY


def test_a_grid_moves_within_the_town(cast, sun):
    other = plans.neighbour(cast)
    sun.post(NEW, looked_at(sun, typed(cast, kind="move", line="", target=other.code)))
    assert AreaChange.objects.get().makes.get().code == f"{other.code}001"


def test_a_town_cannot_give_a_grid_to_another(cast, sun):
    assert sun.post(NEW, typed(cast, kind="move", line="", target="510116002001")).status_code == 422


def test_exact_outlines_are_taken(cast, sun):
    features = [{"type": "Feature", "properties": {}, "geometry": outline} for outline in (plans.WEST, plans.EAST)]
    collection = json.dumps({"type": "FeatureCollection", "features": features})
    sun.post(NEW, looked_at(sun, typed(cast, line="", outlines=collection)))
    assert [grid.outline for grid in AreaChange.objects.get().makes.all()] == [plans.WEST, plans.EAST]


def test_another_towns_community_does_not_exist_here(cast, sun):
    assert sun.get(NEW, {"community": "510116002001"}).status_code == 404
    assert "棠湖社区" in sun.get(NEW).content.decode()


def test_a_plan_is_called_off_once(cast, sun):
    change = actions.plan_change(plans.split(cast, day=LATER), by=cast.sun, at=NOW)
    page = reverse("grids:change-cancel", args=[change.pk])
    assert sun.post(page)["Location"] == change.get_absolute_url()
    assert sun.post(page).status_code == 409
    assert AreaChange.objects.get().cancelled_by == cast.sun


def test_an_ended_grid_says_what_became_of_it(cast, sun):
    change = actions.plan_change(plans.split(cast), by=cast.sun, at=NOW)
    old = sun.get(reverse("grids:area-detail", args=[cast.grid.code])).content.decode()
    assert all(grid.name in old for grid in change.makes.all())
    new = sun.get(reverse("grids:area-detail", args=[change.makes.first().code])).content.decode()
    assert cast.grid.code in new


def test_a_planned_end_is_said_on_the_page_of_the_grid(cast, browser):
    actions.plan_change(plans.split(cast, day=LATER), by=cast.sun, at=NOW)
    page = browser(cast.wang).get(reverse("grids:area-detail", args=[cast.grid.code])).content.decode()
    assert f"{LATER:%F}" in page
