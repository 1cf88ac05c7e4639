import pytest

from .story import Voices


@pytest.fixture
def voices(cast, now) -> Voices:
    return Voices(cast)
