from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shuangliu import indicators
from shuangliu.indicators.folding import fold
from shuangliu.indicators.models import Delta, Rollup
from shuangliu.indicators.reading import by_area, by_day, by_month, percent, totals

MARCH = (date(2026, 3, 1), date(2026, 3, 31))


@pytest.mark.parametrize(("numerator", "denominator", "expected"), [
    (12861, 13395, "96.01"),  # the report's own figure
    (0, 0, None),
    (5, 0, None),
    (0, 7, "0.00"),
    (7, 7, "100.00"),
    (1, 3, "33.33"),
    (2, 3, "66.67"),
    (1, 800, "0.13"),  # 0.125: half goes up
    (1, 160, "0.63"),  # 0.625
    (24001, 20000, "120.01"),  # 120.005
])
def test_percent(numerator, denominator, expected):
    assert percent(numerator, denominator) == expected


@pytest.fixture
def shops(measures, cast):
    """March: 5 opened in Wang's community (2 checked), 3 in Qian's, 1 somewhere in Wang's town; 4 in April."""
    indicators.add_many([
        ("shop.opened", cast.grid.key, date(2026, 3, 1), 4),
        ("shop.opened", cast.grid.key, date(2026, 3, 31), 1),
        ("shop.checked", cast.grid.key, date(2026, 3, 31), 2),
        ("shop.opened", cast.areas["510116002001"].key, date(2026, 3, 15), 3),
        ("shop.opened", cast.town.key, date(2026, 3, 15), 1),
        ("shop.opened", cast.grid.key, date(2026, 4, 1), 4),
    ])


@pytest.mark.parametrize("folded", [False, True], ids=["as written", "folded"])
def test_figures_of_an_area_and_days(shops, cast, folded):
    if folded:
        fold()
    both = ["shop.opened", "shop.checked"]
    assert totals(both, cast.county, *MARCH) == {"shop.opened": 9, "shop.checked": 2}
    assert totals(both, cast.community, *MARCH) == {"shop.opened": 5, "shop.checked": 2}
    assert totals(["shop.checked"], cast.areas["510116002"], *MARCH)["shop.checked"] == 0
    assert by_area(["shop.opened"], cast.county, *MARCH) == {
        cast.town.key: {"shop.opened": 6}, cast.areas["510116002"].key: {"shop.opened": 3}}
    assert by_area(["shop.opened"], cast.town, *MARCH) == {
        cast.community.key: {"shop.opened": 5}, cast.town.key: {"shop.opened": 1}}
    assert by_day(["shop.opened"], cast.community, *MARCH) == {
        date(2026, 3, 1): {"shop.opened": 4}, date(2026, 3, 31): {"shop.opened": 1}}
    assert by_month(["shop.opened"], cast.community, date(2026, 1, 1), date(2026, 12, 31)) == {
        date(2026, 3, 1): {"shop.opened": 5}, date(2026, 4, 1): {"shop.opened": 4}}


def test_rollups_and_what_is_not_folded_yet_are_one_figure(shops, cast):
    fold()
    indicators.add("shop.opened", cast.grid.key, date(2026, 3, 31), -2)
    assert totals(["shop.opened"], cast.county, *MARCH)["shop.opened"] == 7
    assert by_day(["shop.opened"], cast.community, *MARCH)[date(2026, 3, 31)] == {"shop.opened": -1}


def test_a_figure_is_read_in_one_query(shops, cast, django_assert_num_queries):
    for read in (totals, by_area, by_day, by_month):
        with django_assert_num_queries(1):
            read(["shop.opened", "shop.checked"], cast.county, *MARCH)


CHANGES = st.tuples(
    st.sampled_from(["shop.opened", "shop.checked"]),
    st.sampled_from(["510116001001001", "510116001001002", "510116001", "510116002001001"]),
    st.dates(date(2026, 2, 27), date(2026, 3, 3)),
    st.integers(-5, 5),
)
STEPS = st.lists(st.one_of(CHANGES, st.integers(1, 3)), max_size=30)  # a number: fold in batches of so many


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_reading_equals_the_sum_whatever_was_folded_when(measures, cast, steps):
    Delta.objects.all().delete()
    Rollup.objects.all().delete()
    expected = 0
    for step in steps:
        if isinstance(step, int):
            fold(batch=step)
            continue
        name, code, day, amount = step
        indicators.add(name, cast.areas[code].key, day, amount)
        if (name, day.month) == ("shop.opened", 3) and code.startswith("510116001"):
            expected += amount
    assert totals(["shop.opened"], cast.town, *MARCH)["shop.opened"] == expected
    assert sum(f["shop.opened"] for f in by_area(["shop.opened"], cast.town, *MARCH).values()) == expected
    assert sum(f["shop.opened"] for f in by_day(["shop.opened"], cast.town, *MARCH).values()) == expected
