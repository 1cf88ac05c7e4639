"""What patrols bring about: coverage, hours, blind spots, before and after."""

import csv
import io
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse

from patrol.effect import actions as precautions
from patrol.effect.comparing import compare
from patrol.shifts import actions
from patrol.shifts.states import SETTLED_AFTER
from shuangliu import indicators
from tests.incidents.story import Story, make_kinds

from . import patrols
from .patrols import END, START

PAGE, STOPS, CHECK_INS = (reverse(f"patrol:{name}") for name in ("effect", "stop-list", "check-in-list"))
MARCH = {"start": "2026-03-01", "end": "2026-03-31"}


@pytest.fixture
def walked(cast, now):
    """One of two points visited at ten; incidents at nine in the same community."""
    shift = patrols.shift(cast)
    patrols.check_in(shift, at=START + timedelta(minutes=70), by=cast.hong)
    actions.watch(END + SETTLED_AFTER)
    story = Story(cast, make_kinds(), at=START)
    story.report()
    return SimpleNamespace(shift=shift, story=story)


def test_coverage_and_the_points_behind_it(cast, browser, walked):
    jin = browser(cast.jin)
    page = jin.get(PAGE, MARCH).context
    assert (page["whole"].coverage, page["whole"].walked, page["whole"].missed) == ("50.00", "0.00", 0)
    # The shift is the town's, its points the community's.
    assert [(row.area, row.visited, row.shifts) for row in page["rows"]] == [(cast.community, 1, 0), (None, 0, 1)]
    assert [row.coverage for row in page["points"]] == ["0.00", "100.00"]
    assert len(jin.get(page["links"]["shifts"]).context["page"].rows) == 1
    assert len(jin.get(page["links"]["finished"]).context["page"].rows) == 0
    assert len(jin.get(page["links"]["stops"]).context["page"].rows) == 2
    assert len(jin.get(page["links"]["visited"]).context["page"].rows) == 1
    assert len(jin.get(page["links"]["check_ins"]).context["page"].rows) == 1


def test_a_point_on_no_shift_comes_first(cast, browser, walked):
    idle = patrols.point(cast, "无人去的点")
    points = browser(cast.jin).get(PAGE, MARCH).context["points"]
    assert (points[0].point, points[0].coverage) == (idle, None)


@pytest.mark.parametrize(("kind", "numbers"), [("incidents", {9: 1}), ("patrols", {10: 1}), ("gap", {9: 1})])
def test_by_the_hour(cast, browser, walked, kind, numbers):
    rows = browser(cast.jin).get(PAGE, MARCH | {"heat": kind}).context["heat"]
    assert {hour: cell.number for row in rows for hour, cell in enumerate(row.cells) if cell.number} == numbers
    assert max(cell.shade for row in rows for cell in row.cells) == 5


def test_an_hour_in_which_somebody_was_seen_is_no_gap(cast, browser, walked):
    story = walked.story
    story.at = START + timedelta(minutes=61)
    story.report()
    rows = browser(cast.jin).get(PAGE, MARCH | {"heat": "gap"}).context["heat"]
    assert [hour for row in rows for hour, cell in enumerate(row.cells) if cell.number] == [9]


def test_blind_is_where_incidents_are_and_nobody_was_seen(cast, browser, now):
    Story(cast, make_kinds(), at=START).report()
    assert [row.area for row in browser(cast.jin).get(PAGE, MARCH).context["blind"]] == [cast.community]
    patrols.check_in(patrols.shift(cast), at=START, by=cast.hong)
    assert browser(cast.jin).get(PAGE, MARCH).context["blind"] == []


def test_the_table_of_hours_as_a_file(cast, browser, walked):
    answer = browser(cast.jin).get(reverse("patrol:effect-export"), MARCH | {"format": "csv"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert len(rows) == 25
    assert rows[10] == ["棠湖社区", "9", "1", "0"]
    assert browser(cast.jin).get(reverse("patrol:effect-export"), {"format": "exe"}).status_code == 400


@pytest.mark.parametrize("query", [{"heat": "none"}, {"area": "1"}, {"area": "510116002"}, {"start": "x"}])
def test_what_makes_no_sense_is_said(cast, browser, query):
    assert browser(cast.jin).get(PAGE, query).status_code in {400, 404, 422}


def test_another_town_sees_none_of_it(cast, browser, walked):
    lu = browser(cast.lu)
    assert lu.get(PAGE, MARCH).context["whole"].check_ins == 0
    assert not lu.get(STOPS).context["page"].rows
    assert not lu.get(CHECK_INS).context["page"].rows
    assert browser(cast.hong).get(PAGE).status_code == 403


def test_doubtful_check_ins_alone(cast, browser, walked):
    jin = browser(cast.jin)
    assert not jin.get(CHECK_INS, {"doubtful": "on"}).context["page"].rows
    patrols.check_in(walked.shift, at=END, by=cast.hong, way="hand", number=2)
    assert len(jin.get(CHECK_INS, {"doubtful": "on"}).context["page"].rows) == 1


class TestBeforeAndAfter:
    @pytest.fixture
    def lamps(self, cast, now):
        indicators.add_many([("incident.reported", cast.community.key, date(2025, month, 5), n)
                             for month, n in ((7, 10), (8, 20), (11, 4), (12, 5))])
        return precautions.record(by=cast.jin, at=START, area=cast.town, title="北门路灯", text="新装路灯十二盏",
                                  begun_on=date(2025, 9, 10))

    def test_whole_months_on_either_side(self, lamps):
        found = compare(lamps, today=date(2026, 1, 15))
        assert [(month.first.month, month.side) for month in found.months] == [
            *((month, "before") for month in range(3, 9)), (9, "between"), (10, "after"), (11, "after"), (12, "after"),
            (1, "between")]
        assert (str(found.before), str(found.after), found.change) == ("5.0", "3.0", "-40.0")

    def test_begun_on_a_first_its_month_counts_after(self, lamps):
        lamps.begun_on = date(2025, 9, 1)
        assert {month.first.month: month.side for month in compare(lamps, today=date(2026, 1, 15)).months}[9] == "after"

    def test_nothing_to_compare_yet(self, lamps):
        assert compare(lamps, today=date(2025, 9, 30)).change is None

    def test_recorded_and_withdrawn_by_the_leader(self, cast, browser, now):
        jin, door = browser(cast.jin), reverse("patrol:precaution-record")
        sent = {"title": "夜间巡逻", "area": cast.community.pk, "begun_on": "2026-03-01", "text": "每晚两班"}
        assert jin.post(door, sent | {"begun_on": "2027-01-01"}).status_code == 422
        assert jin.post(door, sent | {"area": cast.areas["510116002"].pk}).status_code == 422
        page = jin.post(door, sent).url
        assert jin.get(page).status_code == 200
        assert browser(cast.lu).get(page).status_code == 404
        assert jin.post(f"{page}withdraw/").status_code == 302
        assert jin.post(f"{page}withdraw/").status_code == 409
