import pytest

from .story import TOKEN, Pbx, furnish


@pytest.fixture
def pbx(calls, settings) -> Pbx:
    settings.PBX_TOKEN = TOKEN
    return Pbx()


@pytest.fixture
def line(calls):
    return furnish(calls.story.kinds["E01-01"])
