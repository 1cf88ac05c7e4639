import pytest

from incidents.models import Category

from .resident import Resident


@pytest.fixture
def resident(cast, kinds, now, client, settings) -> Resident:
    settings.PUZZLE_BITS = 4
    Category.objects.update(is_public=True)  # also of quarrels, which an administrator may have opened by mistake
    return Resident(client, kinds)
