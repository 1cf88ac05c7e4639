"""Figures, rows and lists say the same, whatever befell the matters."""

from datetime import date, timedelta

import pytest

from incidents import actions
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.indicators.folding import fold
from shuangliu.indicators.models import Difference
from shuangliu.indicators.reading import totals
from shuangliu.indicators.recompute import compare
from shuangliu.indicators.registry import registry
from tests.cast import NEXT_DOOR
from tests.conftest import NOW
from tests.hotline.story import Calls
from tests.incidents.story import DISPUTE, Story, make_kinds
from tests.mediation import story as disputes

YEAR = (date(2026, 1, 1), date(2026, 12, 31))

pytestmark = pytest.mark.django_db


@pytest.fixture
def cases(cast, now):
    """A case in each state, in two towns, over some weeks."""
    disputes.network(cast)
    for week, bring in enumerate(disputes.STAGES.values()):
        for area in (cast.community, cast.areas["510116001001002"], cast.town):
            bring(cast, at=NOW - timedelta(weeks=week), area=area)


@pytest.fixture
def incidents(cast, now):
    """An incident in each state, one sent back, one refused, one nowhere, two late: one handled since."""
    story = Story(cast, make_kinds(), at=NOW - timedelta(days=9))
    late = [story.tell("in_progress"), story.tell("in_progress", point=NEXT_DOOR)]
    escalate_overdue(at=NOW - timedelta(days=1))
    story.at = NOW - timedelta(hours=1)
    late[0].refresh_from_db()
    story.resolved(late[0])
    for state in story.steps:
        story.tell(state)
    story.rework(story.tell("resolved"))
    actions.reject(story.report(), by=cast.zhao, at=story.later(), reason="不属于受理范围")
    story.report(point=None, kind=DISPUTE)


@pytest.fixture
def tickets(cast, incidents):
    """A call in each state, one that was settled at the second attempt, one of somebody without a number."""
    calls = Calls(Story(cast, make_kinds(), at=NOW - timedelta(days=5)))
    for state in ("received", "answered", "invalid", "dispatched", "returned", "replied", "follow_up", "closed",
                  "rework"):
        calls.tell(state)
    calls.tell("replied", phone="", point=NEXT_DOOR)


@pytest.fixture
def everything(cases, incidents, tickets):
    """Of all."""


def test_late_is_late_and_what_still_runs_is_not(incidents, cast):
    figures = totals(registry.measures, cast.county, *YEAR)
    assert (figures["incident.late"], figures["incident.reported"]) == (2, 13)
    assert figures["incident.due"] == figures["incident.late"] + figures["incident.on_time"]


def test_what_the_acts_wrote_down_is_what_the_rows_say(everything, now):
    fold()
    assert compare(at=now) == 0, list(Difference.objects.all())


def test_each_number_is_the_length_of_its_list(everything, cast, browser):
    figures = {area: totals(registry.measures, area, *YEAR) for area in (cast.county, cast.town, cast.community)}
    assert any(figures[cast.county].values())
    wrong = {
        (measure.name, area.name, figures[area][measure.name], listed)
        for measure in registry.measures.values()
        for area in figures
        if (listed := listed_by(browser(keeper(measure, cast)), measure.drill.url(area, *YEAR)))
        != figures[area][measure.name]
    }
    assert not wrong


def keeper(measure, cast):
    """Who opens its matters: tickets are the hotline's alone, leases and visits the registrar's."""
    return {"ticket": cast.mu, "lease": cast.xie, "visit": cast.xie}.get(measure.name.split(".")[0], cast.chen)


def listed_by(client, url: str) -> int:
    """How many matters the list shows, which fit on one page."""
    page = client.get(url).context["page"]
    assert page.next_cursor is None
    return len(page.rows)
