"""Mean and median from how many cases took how many days."""

import statistics
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation.figures.durations import durations


def test_nothing_has_no_mean():
    assert (durations({}).mean, durations({3: 0}).median) == (None, None)


@pytest.mark.parametrize(("days", "mean", "median"), [
    ({0: 1}, "0.0", "0.0"), ({1: 1, 2: 1}, "1.5", "1.5"), ({1: 2, 90: 1}, "30.7", "1.0"), ({1: 1, 2: 19}, "2.0", "2.0"),
])
def test_halves_go_up(days, mean, median):
    assert (str(durations(days).mean), str(durations(days).median)) == (mean, median)


@given(st.lists(st.integers(0, 400), min_size=1, max_size=60))
def test_it_is_the_median_of_the_list(days):
    found = durations(Counter(days))
    assert found.median == Decimal(str(statistics.median(days)))
    assert found.count == len(days)
