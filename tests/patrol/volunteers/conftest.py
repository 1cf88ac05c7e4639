import pytest

from .story import Corps


@pytest.fixture
def corps(cast, now, settings) -> Corps:
    settings.PUZZLE_BITS = 4
    return Corps(cast)
