"""WGS-84 and GCJ-02."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grids.datum import gcj02_to_wgs84, wgs84_to_gcj02


def test_known_vector_of_the_common_implementations():
    shifted = (116.41024449916938, 39.91640428150164)
    assert wgs84_to_gcj02(116.404, 39.915) == pytest.approx(shifted, abs=1e-12)


def test_the_county_moves_by_some_hundred_metres_to_the_south_east():
    longitude, latitude = wgs84_to_gcj02(103.92, 30.575)

    assert 150 < (longitude - 103.92) * 95_900 < 350
    assert -350 < (latitude - 30.575) * 110_900 < -150


@given(longitude=st.floats(73, 135), latitude=st.floats(2, 55))
def test_there_and_back_again(longitude, latitude):
    there = wgs84_to_gcj02(longitude, latitude)

    assert gcj02_to_wgs84(*there) == pytest.approx((longitude, latitude), abs=1e-9)


def test_abroad_nothing_is_shifted():
    assert wgs84_to_gcj02(4.9, 52.37) == (4.9, 52.37)
    assert gcj02_to_wgs84(4.9, 52.37) == (4.9, 52.37)
