import pytest

from .story import Register


@pytest.fixture
def homes(cast, now):
    return Register(cast)
