import pytest

from .story import Yards


@pytest.fixture
def yards(cast, now):
    return Yards(cast)
