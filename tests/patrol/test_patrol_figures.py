"""The figures of patrols agree with the rows after every way a shift can go."""

from datetime import timedelta

import pytest

from patrol.shifts import actions
from patrol.shifts.states import SETTLED_AFTER
from shuangliu.indicators.reading import by_area_and_item, by_item, totals
from shuangliu.indicators.recompute import compare

from . import patrols
from .patrols import END, START

pytestmark = pytest.mark.django_db
MEASURES = ["patrol.shift", "patrol.finished", "patrol.missed", "patrol.stop", "patrol.visited", "patrol.check_in"]
DAY = START.date()


def figures(cast) -> dict:
    assert compare(MEASURES, at=END) == 0
    return dict(totals(MEASURES, cast.town, DAY, DAY))


def test_a_shift_counts_when_it_is_over(cast):
    shift = patrols.shift(cast)
    patrols.check_in(shift, at=START, by=cast.hong)
    assert figures(cast) == {"patrol.check_in": 1}
    actions.watch(END + SETTLED_AFTER)
    assert figures(cast) == {"patrol.check_in": 1, "patrol.shift": 1, "patrol.stop": 2, "patrol.visited": 1}


def test_what_is_told_late_counts_in_its_place(cast):
    shift = patrols.shift(cast)
    actions.watch(END)
    assert figures(cast) == {"patrol.shift": 1, "patrol.missed": 1, "patrol.stop": 2}
    for number in (1, 2):
        patrols.check_in(shift, at=END + timedelta(hours=2), made_at=START, by=cast.hong, number=number)
        figures(cast)
    assert figures(cast) == {"patrol.shift": 1, "patrol.finished": 1, "patrol.missed": 0, "patrol.stop": 2,
                             "patrol.visited": 2, "patrol.check_in": 2}


def test_a_cancelled_one_counts_nowhere(cast):
    actions.cancel(patrols.shift(cast), by=cast.jin, at=START, reason="暴雨")
    assert figures(cast) == {}


def test_by_point_and_by_hour(cast):
    shift = patrols.shift(cast)
    patrols.check_in(shift, at=START + timedelta(minutes=70), by=cast.hong, number=2)
    actions.watch(END + SETTLED_AFTER)
    first, second = (str(stop.point_id) for stop in shift.stops.all())
    found = by_item(["patrol.stop", "patrol.visited"], "point", cast.town, DAY, DAY)
    assert found[first]["patrol.visited"] == 0
    assert found[second] == {"patrol.stop": 1, "patrol.visited": 1}
    assert by_area_and_item("patrol.check_in", "hour", cast.town, DAY, DAY) == {(cast.community.key, "10"): 1}
