"""One person once, whatever their papers look like."""

import uuid

import pytest
from django.core.exceptions import ValidationError

from residents import actions
from residents.models import Change, Person
from shuangliu.audit.models import Entry
from shuangliu.pages.conflict import Conflict
from shuangliu.privacy.id_number import upgraded

from .story import LUO, TANG


def test_somebody_is_entered_with_a_home(homes, cast):
    luo = homes.register(phone="138 0000 1234", tenure="01")
    assert (luo.born_on.isoformat(), luo.sex, luo.area_key) == ("1975-05-20", "1", cast.grid.key)
    assert luo.residences.get().dwelling.address == "棠湖小区3栋2单元501"
    assert Entry.objects.filter(verb="person.register", matter_id=luo.pk).exists()
    assert list(Person.objects.visible_to(cast.xie)) == list(Person.objects.visible_to(cast.wang)) == [luo]
    assert not Person.objects.visible_to(cast.yan)
    assert not Person.objects.visible_to(cast.sun)


def test_the_same_form_twice_is_one_person(homes):
    form = uuid.uuid4()
    assert homes.register(uuid_=form) == homes.register(uuid_=form)
    assert Person.objects.count() == 1


@pytest.mark.parametrize("number", [LUO, LUO.lower(), f" {LUO} ", "".join(chr(ord(c) + 0xFEE0) for c in LUO)])
def test_a_number_that_is_there_is_not_entered_again(homes, number):
    luo = homes.register()
    with pytest.raises(actions.AlreadyThere) as found:
        homes.register(name="罗永贵", number=number, dwelling=homes.dwelling(room="502"))
    assert found.value.matter == luo


def test_fifteen_digits_are_the_same_person_as_eighteen(homes):
    old = LUO[:6] + LUO[8:17]
    luo = homes.register(number=old)
    assert (luo.id_number, luo.number_as_shown) == (LUO, old)
    assert Person.objects.numbered(old).get() == Person.objects.numbered(LUO).get() == luo
    assert upgraded("510122" + "230520" + "998").startswith("5101221823")  # serials of those who were a hundred


def test_a_failing_check_digit_is_refused_until_the_card_was_seen(homes):
    elder = "460100197705084318"  # a real card of that time fails its check digit
    with pytest.raises(ValidationError) as refused:
        homes.register(number=elder)
    assert "id_number" in refused.value.message_dict
    assert homes.register(number=elder, is_number_confirmed=True).is_number_confirmed
    assert not homes.register(name="唐秀英", number=TANG, is_number_confirmed=True).is_number_confirmed


def test_a_name_is_found_whatever_its_dot(homes):
    ayi = homes.register(name="阿依古丽・买买提")
    assert ayi.name == "阿依古丽·买买提"
    assert Person.objects.named("阿依古丽•买买提").get() == ayi


def test_a_correction_keeps_what_was_there(homes, cast):
    luo = homes.register(phone="13800001234")
    pairs = actions.correct(luo, by=cast.xie, at=homes.at, phone="13900005678", employer="")
    assert pairs == {"phone": ("13800001234", "13900005678")}
    change = Change.objects.get(act="correct")
    assert change.pairs == pairs
    assert "13900005678" not in str(Change.objects.values_list("values", flat=True).query)
    assert Entry.objects.get(verb="person.correct").detail["fields"] == ["phone"]
    assert not actions.correct(luo, by=cast.xie, at=homes.at, phone="13900005678")
    assert Person.objects.with_phone("+86 139-0000-5678").get() == luo


def test_a_corrected_number_meets_who_has_it(homes, cast):
    homes.register()
    tang = homes.register(name="唐秀英", number=TANG)
    with pytest.raises(actions.AlreadyThere):
        actions.correct(tang, by=cast.xie, at=homes.at, id_number=LUO)
    tang.refresh_from_db()
    assert tang.id_number == TANG


def test_somebody_elses_form_is_a_conflict(homes, cast):
    form = uuid.uuid4()
    homes.register(uuid_=form)
    with pytest.raises(Conflict):
        homes.register(uuid_=form, by=cast.yan)
