from datetime import date, datetime

import pytest

from shuangliu import indicators
from shuangliu.indicators.models import Delta
from shuangliu.indicators.registry import UnknownMeasure

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 11)


def test_a_change_is_kept_per_community(measures, cast):
    indicators.add("shop.opened", cast.grid.key, DAY)
    delta = Delta.objects.get()
    assert (delta.measure, delta.area_key, delta.day, delta.amount) == ("shop.opened", cast.community.key, DAY, 1)


def test_a_matter_known_only_by_its_town_stays_with_the_town(measures, cast):
    indicators.add("shop.opened", cast.town.key, DAY)
    assert Delta.objects.get().area_key == cast.town.key


def test_a_measure_that_nobody_declared_is_refused_and_nothing_is_written(measures, cast):
    with pytest.raises(UnknownMeasure):
        indicators.add_many([("shop.opened", cast.grid.key, DAY, 1), ("shop.opned", cast.grid.key, DAY, 1)])
    assert not Delta.objects.exists()


def test_a_moment_is_not_a_day(measures, cast):
    with pytest.raises(TypeError):
        indicators.add("shop.opened", cast.grid.key, datetime(2026, 3, 11, 23, 30))


def test_nothing_changed_writes_nothing(measures, cast):
    indicators.add("shop.opened", cast.grid.key, DAY, 0)
    assert not Delta.objects.exists()


def test_a_dimension_that_nobody_declared_is_refused(measures, cast):
    with pytest.raises(UnknownMeasure):
        indicators.add_many([("shop.opened/owner", cast.grid.key, DAY, 1, "7")])
    with pytest.raises(ValueError, match="item"):
        indicators.add_many([("shop.opened", cast.grid.key, DAY, 1, "7")])
