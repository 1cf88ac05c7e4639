import pytest

from tests.incidents.story import make_kinds
from tests.residents.leases.story import Lettings


@pytest.fixture
def lettings(cast, now, settings) -> Lettings:
    settings.PUZZLE_BITS = 4
    make_kinds()
    return Lettings(cast)
