import pytest

from .story import Caring


@pytest.fixture
def caring(cast, now):
    return Caring(cast)
