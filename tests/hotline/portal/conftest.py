import pytest

from incidents.models import Category
from tests.incidents.story import make_kinds

from .resident import Resident


@pytest.fixture
def resident(cast, now, client, settings) -> Resident:
    settings.PUZZLE_BITS = 4
    kinds = make_kinds()
    Category.objects.update(is_public=True)  # also of quarrels, which an administrator may have opened by mistake
    return Resident(client, kinds)
