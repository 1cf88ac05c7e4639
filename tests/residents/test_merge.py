"""Two rows that are one person, and back."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from residents import actions
from residents.models import Person
from shuangliu.pages.conflict import Conflict

from .story import LUO, TANG


@pytest.fixture
def pair(homes):
    return homes.register(number=LUO), homes.register(name="罗永贵", number="", phone="13800001234",
                                                      dwelling=homes.dwelling(room="502"))


def test_one_stands_for_both(homes, cast, pair):
    kept, gone = pair
    actions.move_out(gone, by=cast.xie, at=homes.at, until=date(2026, 1, 1), left="moved")
    actions.merge(kept, gone, by=cast.xie, at=homes.at, reason="同一人")
    assert kept.phone == "13800001234"
    assert kept.residences.count() == 2
    assert list(Person.objects.visible_to(cast.xie)) == [kept]
    assert Person.objects.with_phone("13800001234").standing().get() == kept


def test_it_can_be_taken_back(homes, cast, pair):
    kept, gone = pair
    done = actions.merge(kept, gone, by=cast.xie, at=homes.at, reason="同一人")
    actions.unmerge(done, by=cast.xie, at=homes.at)
    kept.refresh_from_db()
    gone.refresh_from_db()
    assert (kept.phone, gone.phone, gone.merged_into) == ("", "13800001234", None)
    assert kept.residences.count() == gone.residences.count() == 1
    with pytest.raises(Conflict):
        actions.unmerge(done, by=cast.xie, at=homes.at)


def test_the_home_of_whoever_is_kept_counts(homes, cast, pair):
    kept, gone = pair
    actions.merge(kept, gone, by=cast.xie, at=homes.at, reason="同一人")
    assert kept.residences.get(until=None).dwelling.room == "501"


def test_two_numbers_are_two_people(homes, cast):
    luo, tang = homes.register(), homes.register(name="唐秀英", number=TANG)
    with pytest.raises(ValidationError):
        actions.merge(luo, tang, by=cast.xie, at=homes.at, reason="?")
    with pytest.raises(Conflict):
        actions.merge(luo, luo, by=cast.xie, at=homes.at, reason="?")
