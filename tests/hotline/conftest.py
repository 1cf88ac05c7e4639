import pytest

from tests.hotline.story import Calls
from tests.incidents.story import Story


@pytest.fixture
def calls(cast, kinds, now) -> Calls:
    return Calls(Story(cast, kinds))
