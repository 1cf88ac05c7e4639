import pytest

from .story import Homes


@pytest.fixture
def homes(cast, now):
    return Homes(cast)
