import pytest

from tests.hotline.story import Calls
from tests.incidents.story import Story, make_kinds


@pytest.fixture
def calls(cast, now) -> Calls:
    return Calls(Story(cast, make_kinds()))


@pytest.fixture
def ticket(calls):
    return calls.tell("received")
