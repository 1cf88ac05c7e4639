"""Two desks at once, each with a connection of its own."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from patrol.models import Attendance, Volunteer
from patrol.volunteers import actions
from tests.at_once import at_once
from tests.residents.story import LUO

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def test_two_communities_see_the_same_card_and_one_takes_them_on(corps, cast):
    here, there = corps.apply(number=LUO), corps.apply(number=LUO, area=cast.areas["510116002001"])
    done = at_once(lambda: actions.verify(here, by=cast.zhao, at=corps.at),
                   lambda: actions.verify(there, by=cast.qian, at=corps.at))
    assert Volunteer.objects.known().count() == 1
    assert sorted(isinstance(one, ValidationError) for one in done) == [False, True]


def test_hours_verified_twice_at_once_count_once(corps, cast):
    one = corps.volunteer()
    corps.at, later = corps.at.replace(hour=1), corps.at
    call_up = corps.call_up()
    at_once(*(lambda: actions.verify_hours(call_up, {one: Decimal(3)}, by=cast.jin, at=later) for _desk in range(2)))
    one.refresh_from_db()
    assert one.hours == 3
    assert Attendance.objects.count() == 1
