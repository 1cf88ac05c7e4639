from datetime import date

import pytest

from shuangliu.indicators.registry import AlreadyTaken, UnknownMeasure, indicator, measure
from shuangliu.indicators.sections import Headline, section


def test_an_indicator_needs_its_measures_first(measures):
    with pytest.raises(UnknownMeasure):
        indicator("shops-closed", "关店率", numerator="shop.closed", denominator="shop.opened")
    assert list(measures.indicators) == ["shops-checked"]


def test_a_name_is_taken_once(measures):
    with pytest.raises(AlreadyTaken):
        measure("shop.opened", "开店")(lambda start, end: [])
    with pytest.raises(AlreadyTaken):
        indicator("shops-checked", "检查率", numerator="shop.checked", denominator="shop.opened")


def test_versions_follow_each_other(measures):
    again = {"numerator": "shop.opened", "denominator": "shop.opened"}
    for wrong in ({"version": 3, "since": date(2026, 1, 1)}, {"version": 2}):
        with pytest.raises(AlreadyTaken):
            indicator("shops-checked", "检查率", **again, **wrong)
    indicator("shops-checked", "检查率", **again, version=2, since=date(2026, 1, 1))
    assert [measures.indicator_on("shops-checked", day).version
            for day in (date(2011, 8, 1), date(2025, 12, 31), date(2026, 1, 1))] == [1, 1, 2]


def test_a_name_fits_its_column(measures):
    with pytest.raises(ValueError, match="48"):
        measure("shop." + "x" * 44, "开店")


def test_a_section_names_what_exists(measures):
    with pytest.raises(UnknownMeasure):
        section(Headline("shops", "商店", ("shops-checked", "shop.closed")))
    assert measures.sections == {}
