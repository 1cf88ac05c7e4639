import pytest

from .story import Asking


@pytest.fixture
def asking(cast, now):
    return Asking(cast)
