"""What everybody may know of a position."""

from hypothesis import given
from hypothesis import strategies as st

from hotline import coarse as module
from hotline.coarse import CELL, coarse
from hotline.open311 import rows
from hotline.portal import nearby

degrees = st.floats(-180, 180, allow_nan=False)


@given(degrees)
def test_it_is_never_further_than_half_a_cell(one):
    assert abs(coarse(one) - one) <= CELL / 2 + 1e-4


@given(degrees)
def test_whoever_asks_again_learns_nothing(one):
    assert coarse(coarse(one)) == coarse(one)


def test_the_map_and_the_interface_show_the_same():
    assert nearby.coarse is rows.coarse is module.coarse
    assert coarse(103.9701) == coarse(103.9709) == 103.9705
