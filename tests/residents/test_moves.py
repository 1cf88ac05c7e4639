"""Where people live now is one place."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from residents import actions
from residents.models import Dwelling, Person, Residence


@pytest.fixture
def luo(homes):
    return homes.register()


def test_moving_on_ends_the_home_before(homes, cast, luo):
    there = homes.dwelling(building=homes.building("航都家园1栋", cast.areas["510116002001001"]))
    actions.move_in(luo, there, by=cast.yan, at=homes.at, kind="floating", reason="01", since=date(2026, 3, 1))
    old, new = Residence.objects.order_by("id")
    assert (old.until, old.left, new.until) == (date(2026, 2, 28), "moved", None)
    assert list(Person.objects.visible_to(cast.yan)) == [luo]
    assert not Person.objects.visible_to(cast.xie)
    there.refresh_from_db()
    assert there.standing == Dwelling.Standing.LIVED_IN
    change = luo.changes.get(act="move-in")
    assert change.pairs == {"home": ("棠湖小区3栋2单元501", "航都家园1栋2单元501")}


def test_moving_to_where_one_is_changes_nothing(homes, cast, luo):
    home = luo.residences.get()
    assert actions.move_in(luo, home.dwelling, by=cast.xie, at=homes.at, kind="registered") == home


@pytest.mark.parametrize("day", [date(2019, 1, 1), date(2026, 3, 12)])
def test_a_move_has_a_day_that_can_be(homes, cast, luo, day):
    with pytest.raises(ValidationError) as refused:
        actions.move_in(luo, homes.dwelling(room="601"), by=cast.xie, at=homes.at, kind="registered", since=day)
    assert "since" in refused.value.message_dict
    assert luo.residences.get().until is None


def test_moving_on_the_day_of_moving_in(homes, cast, luo):
    actions.move_in(luo, homes.dwelling(room="601"), by=cast.xie, at=homes.at, kind="registered",
                    since=date(2020, 5, 1))
    assert luo.residences.order_by("id").first().until == date(2020, 5, 1)


def test_somebody_moves_away(homes, cast, luo):
    actions.move_out(luo, by=cast.xie, at=homes.at, until=date(2026, 3, 10), left="away")
    actions.move_out(luo, by=cast.xie, at=homes.at, until=date(2026, 3, 10), left="away")
    assert not luo.residences.filter(until=None)
    assert luo.changes.filter(act="move-out").count() == 1
    assert list(Person.objects.visible_to(cast.xie)) == [luo]  # they lived here last
