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
    # The county sees numbers of what it may not open: tickets are the hotline's alone, leases and visits the
    # registrar's.
    keeper = {"ticket": cast.mu, "lease": cast.xie, "visit": cast.xie}.get(name.partition(".")[0], cast.chen)
    area = cast.community if keeper == cast.xie else cast.county
    assert drill.opens_for(keeper, area)
    assert not drill.opens_for(cast.nobody, area)
    assert browser(keeper).get(drill.url(area, *YEAR)).status_code == 200


@pytest.mark.parametrize("name", registry.indicators)
def test_an_indicator_tells_its_formula(name):
    assert str(registry.indicators[name].note)


def test_each_list_is_kept_by_an_act():
    """opens_for asks posts, so the list must not be everybody's."""
    acts = {measure.drill.act or rule_of(resolve(reverse(measure.drill.route)).func)
            for measure in registry.measures.values()}
    assert acts <= set(RIGHTS)
