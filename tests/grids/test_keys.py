"""Area keys: an area holds exactly the keys of what lies in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grids.keys import area_key, span, truncate

digits = st.integers(0, 999).map(lambda n: f"{n:03d}")


@given(town=digits, community=digits, grid=digits, other=digits)
def test_a_community_holds_its_grids_and_no_other(town, community, grid, other):
    low = area_key("510116" + town + community)
    key = area_key("510116" + town + community + grid)
    assert low <= key < low + span("community")
    assert truncate(key, "community") == low
    if other != community:
        assert not low <= area_key("510116" + town + other + grid) < low + span("community")


@given(grid=digits)
def test_keys_fit_a_bigint(grid):
    assert area_key("999999999999" + grid) < 2**63


@pytest.mark.parametrize("code", ["", "51011", "5101160010010001", "51011600a", "５１０１１６", "-10116"])
def test_other_texts_are_refused(code):
    with pytest.raises(ValueError, match="area code"):
        area_key(code)
