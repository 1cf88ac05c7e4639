"""The pilot community of the whole county."""

import pytest

from residents.models import Dwelling, Permit

from .test_demo_residents import today


@pytest.mark.slow
def test_the_pilot_community_is_there_in_full(county):
    assert Dwelling.objects.count() >= 1_200
    people = today().filter(person__merged_into=None)
    assert 2_600 <= people.count() <= 3_300
    assert 0.25 < people.filter(kind="floating").count() / people.count() < 0.35
    assert Permit.objects.filter(expires_on__gte=county.at.date()).count() > 100
