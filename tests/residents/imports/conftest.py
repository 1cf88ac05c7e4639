import pytest

from .story import Office


@pytest.fixture
def office(cast, now):
    """The registrar's table on its way, at the moment of the story."""
    return Office(cast)
