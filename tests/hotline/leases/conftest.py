import pytest

from tests.residents.leases.story import Lettings


@pytest.fixture
def lettings(cast, kinds, now, settings) -> Lettings:
    settings.PUZZLE_BITS = 4
    return Lettings(cast)
