import pytest

from incidents.models import Category
from tests.incidents.story import make_kinds

from .resident import Resident


@pytest.fixture
def resident(cast, now, client, settings) -> Resident:
    settings.PUZZLE_BITS = 4
    kinds = make_kinds()
    Category.objects.filter(code="E01").update(nearby=80)
    return Resident(client, kinds)
