import pytest

from .story import Lettings


@pytest.fixture
def lettings(cast, now):
    return Lettings(cast)
