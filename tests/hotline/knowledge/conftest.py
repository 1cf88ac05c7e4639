import pytest

from .story import Knowledge


@pytest.fixture
def knowledge(cast, now) -> Knowledge:
    return Knowledge(cast)
