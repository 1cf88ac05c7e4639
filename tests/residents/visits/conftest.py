import pytest

from .story import Visits


@pytest.fixture
def visits(cast, now):
    return Visits(cast)
