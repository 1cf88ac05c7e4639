"""What follows when somebody leaves: the household, and the registrar of the community left."""

from datetime import date, timedelta

import pytest

from residents import actions
from residents.models import Residence
from shuangliu.notices.models import Notice

from .story import TANG


@pytest.fixture
def household(homes, cast):
    luo, tang = homes.register(), homes.register(name="唐秀英", number=TANG)
    made = actions.form(by=cast.xie, at=homes.at, dwelling=homes.dwelling(), head=luo, register_number="510116001")
    actions.join(made, tang, by=cast.xie, at=homes.at, relation="1")
    homes.at += timedelta(days=30)
    return made


def member(household, name: str):
    return next(one for one in household.members.select_related("person") if one.person.name == name)


@pytest.mark.parametrize("left", ["away", "died"])
def test_who_is_gone_is_in_no_household(household, homes, cast, left):
    tang = member(household, "唐秀英").person
    day = homes.at.date() - timedelta(days=1)
    actions.move_out(tang, by=cast.xie, at=homes.at, until=day, left=left)
    assert member(household, "唐秀英").until == day
    assert member(household, "罗永贵").until is None
    assert tang.changes.filter(act="leave").exists()


def test_the_head_goes_and_the_others_say_who_is_head(household, homes, cast):
    luo, tang = member(household, "罗永贵"), member(household, "唐秀英")
    actions.move_out(luo.person, by=cast.xie, at=homes.at, until=homes.at.date(), left="died")
    assert not household.members.filter(until=None, relation="0").exists()
    actions.relate(household, by=cast.xie, at=homes.at, relations={tang.pk: "0"})
    assert household.members.get(until=None, relation="0").person == tang.person


def test_who_moves_within_the_county_stays_registered(household, homes, cast):
    luo = member(household, "罗永贵").person
    actions.move_in(luo, homes.dwelling(room="601"), by=cast.xie, at=homes.at, kind="registered")
    assert member(household, "罗永贵").until is None


def test_the_registrar_of_the_community_left_hears_of_it(homes, cast):
    luo = homes.register()
    old = luo.residences.get().dwelling
    there = homes.dwelling(building=homes.building("航都家园1栋", cast.areas["510116002001001"]))
    actions.move_in(luo, there, by=cast.yan, at=homes.at, kind="floating", since=date(2026, 3, 1))
    told = Notice.objects.get(kind="person.left")
    assert (told.user, told.url, told.text) == (cast.xie, old.get_absolute_url(), luo.number)


@pytest.mark.parametrize("room", ["601", "501"])
def test_nobody_hears_of_a_move_within_the_community(homes, cast, room):
    luo = homes.register()
    actions.move_in(luo, homes.dwelling(room=room), by=cast.xie, at=homes.at, kind="floating")
    actions.move_out(luo, by=cast.xie, at=homes.at, until=homes.at.date(), left="away")
    assert Residence.objects.exists()
    assert not Notice.objects.filter(kind="person.left").exists()
