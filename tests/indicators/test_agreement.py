"""Figures, rows and lists say the same, whatever befell the matters."""

from datetime import date, timedelta

import pytest

from shuangliu.indicators.folding import fold
from shuangliu.indicators.models import Difference
from shuangliu.indicators.reading import totals
from shuangliu.indicators.recompute import compare
from shuangliu.indicators.registry import registry
from tests.conftest import NOW
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


def test_what_the_acts_wrote_down_is_what_the_rows_say(cases, now):
    fold()
    assert compare(at=now) == 0, list(Difference.objects.all())


@pytest.mark.parametrize("prefix", ["case."])
def test_each_number_is_the_length_of_its_list(cases, cast, browser, prefix):
    measures = [measure for name, measure in registry.measures.items() if name.startswith(prefix)]
    figures = {area: totals(registry.measures, area, *YEAR) for area in (cast.county, cast.town, cast.community)}
    assert any(figures[cast.county].values())
    wrong = {
        (measure.name, area.name, figures[area][measure.name], listed)
        for measure in measures
        for area in figures
        if (listed := listed_by(browser(cast.chen), measure.drill.url(area, *YEAR))) != figures[area][measure.name]
    }
    assert not wrong


def listed_by(client, url: str) -> int:
    """How many matters the list shows, which fit on one page."""
    page = client.get(url).context["page"]
    assert page.next_cursor is None
    return len(page.rows)
