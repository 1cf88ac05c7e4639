import pytest

from tests.incidents.story import make_kinds

from .resident import Resident


@pytest.fixture
def resident(cast, now, client, settings) -> Resident:
    settings.PUZZLE_BITS = 4
    return Resident(client, make_kinds())
