"""A registry of the story's own: shops opened and shops inspected, instead of what the apps measure."""

import pytest

from shuangliu.indicators.drill import Drill
from shuangliu.indicators.registry import Registry, indicator, measure, registry
from shuangliu.indicators.sections import Breakdown, Comparison, Headline, Trend, section


@pytest.fixture
def rows():
    """What the measures are counted from: (measure, area key, day) -> how many."""
    return {}


@pytest.fixture
def measures(monkeypatch, rows):
    """ "shop.opened" and "shop.checked" (of those opened), and the rate "shops-checked"."""
    for shelf in vars(Registry()):
        monkeypatch.setattr(registry, shelf, {})
    _declare("shop.opened", "开店", rows, Drill("grids:area-list", "from", "to"))
    _declare("shop.checked", "已检查", rows, Drill("grids:area-list", "from", "to", query={"state": "checked"}))
    indicator("shops-checked", "检查率", numerator="shop.checked", denominator="shop.opened", note="检查 ÷ 开店",
              source="本测试", is_standing=True)
    return registry


def _declare(name, label, rows, drill):
    @measure(name, label, drill=drill)
    def recompute(start, end):
        return [(key, day, n) for (which, key, day), n in rows.items() if which == name and start <= day <= end]


@pytest.fixture
def sections(measures):
    """One section of each kind."""
    return [
        section(Headline("shops", "商店", ("shops-checked", "shop.opened"))),
        section(Breakdown("shop-parts", "商店分类", ("shop.opened", "shop.checked"))),
        section(Comparison("shop-areas", "各地商店", ("shops-checked",), bars=("shop.opened",))),
        section(Trend("shop-months", "逐月商店", ("shop.opened", "shops-checked"))),
    ]
