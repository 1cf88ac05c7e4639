"""What the apps themselves declare: each measure can be counted, and each number's list opens."""

from datetime import date

import pytest
from django.urls import resolve, reverse

from grids.access import rule_of
from grids.roles import RIGHTS
from shuangliu.indicators.registry import registry

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.django_db
@pytest.mark.parametrize("name", registry.measures)
def test_a_measure_can_be_counted_from_the_rows(name):
    assert list(registry.measures[name].recompute(*YEAR)) == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", registry.measures)
def test_the_list_behind_a_number_opens_for_who_defends_it(name, cast, browser, now):
    drill = registry.measures[name].drill
    assert drill is not None
    # Tickets are the hotline's alone: the county sees their numbers, the supervisor of the hotline opens them.
    keeper = cast.mu if name.startswith("ticket.") else cast.chen
    assert drill.opens_for(keeper, cast.county)
    assert not drill.opens_for(cast.nobody, cast.county)
    assert browser(keeper).get(drill.url(cast.county, *YEAR)).status_code == 200


@pytest.mark.parametrize("name", registry.indicators)
def test_an_indicator_tells_its_formula(name):
    assert str(registry.indicators[name].note)


def test_each_list_is_kept_by_an_act():
    """opens_for asks posts, so the list must not be everybody's."""
    routes = {measure.drill.route for measure in registry.measures.values()}
    assert {rule_of(resolve(reverse(route)).func) for route in routes} <= set(RIGHTS)
