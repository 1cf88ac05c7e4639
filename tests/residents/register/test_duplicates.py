"""Who may be there twice: suggested by what two rows share, decided by a human, remembered."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from residents import actions
from residents.models import Likeness, Merge, Person
from residents.register import deciding, duplicates
from shuangliu.pages.conflict import Conflict

from ..story import with_check_digit
from .story import TANG, numbered

PILE = reverse("residents:duplicate-list")


def open_pairs() -> list[str]:
    return [pair.basis for pair in Likeness.objects.open().order_by("id")]


@pytest.mark.parametrize(("first", "second", "basis"), [
    ({"phone": "13800001234"}, {"phone": "13800001234"}, "name"),
    ({}, {"born_on": "1975-05-20"}, "birthday"),
    ({"phone": "13800001234"}, {"name": "罗贵", "phone": "13800001234", "born_on": "1975-05-20"}, "phone"),
    ({}, {"number": with_check_digit("51012219750520127"), "document": "111"}, None),  # two numbers: two people
    ({}, {"number": "E12345678", "document": "414", "born_on": "1975-05-20"}, "birthday"),
    ({}, {}, None),  # a name alone says nothing
    ({"phone": ""}, {"phone": "", "born_on": "1980-01-01"}, None),
])
def test_what_two_share_suggests_them(homes, first, second, basis):
    homes.register(**first)
    second = {"name": "罗永贵", "number": "", **second}
    homes.register(dwelling=homes.dwelling(room="502"), **second)
    assert open_pairs() == ([basis] if basis else [])


def test_a_correction_brings_a_pair_and_takes_it_back(homes, cast):
    homes.luo()
    twin = homes.register(number="", dwelling=homes.dwelling(room="502"))
    assert not open_pairs()
    actions.correct(twin, by=cast.xie, at=homes.at, phone="13800001234")
    assert open_pairs() == ["name"]
    actions.correct(twin, by=cast.xie, at=homes.at, phone="13900005678")
    assert not open_pairs()


def test_the_night_finds_what_an_import_brought_and_finds_it_once(homes):
    homes.luo()
    area = homes.cast.grid.key
    Person.objects.bulk_create([Person(name="罗永贵", phone="13800001234", area_key=area).hash_numbers(),
                                *(Person(name=f"甲{n}", phone="13700000000", area_key=area).hash_numbers()
                                  for n in range(30))])
    assert duplicates.look_through(at=homes.at) == 1
    assert duplicates.look_through(at=homes.at) == 0
    assert open_pairs() == ["name"]


def test_a_look_costs_the_same_in_a_larger_register(homes, cast):
    for number in range(4):
        homes.register(name=f"人{number}", number=numbered(number), dwelling=homes.dwelling(room=f"{number}"))
    luo = homes.luo()
    with CaptureQueriesContext(connection) as few:
        duplicates.look(luo, at=homes.at)
    for number in range(4, 20):
        homes.register(name=f"人{number}", number=numbered(number), dwelling=homes.dwelling(room=f"{number}"))
    with CaptureQueriesContext(connection) as many:
        duplicates.look(luo, at=homes.at)
    assert len(many) == len(few)


def test_the_pair_is_seen_by_who_keeps_both(homes, cast, browser):
    pair = homes.pair()
    assert list(Likeness.objects.visible_to(cast.xie)) == [pair]
    assert not Likeness.objects.visible_to(cast.yan)
    there = homes.dwelling(building=homes.building("机场路小区1栋", area=cast.areas["510116002001001"]))
    actions.move_in(pair.other, there, by=cast.yan, at=homes.at, kind="registered")
    assert not Likeness.objects.visible_to(cast.xie)
    assert browser(cast.xie).get(pair.get_absolute_url()).status_code == 404


def test_both_stand_side_by_side_masked(homes, browser, cast):
    page = browser(cast.xie).get(homes.pair().get_absolute_url()).content.decode()
    assert page.count("<mark>罗**</mark>") == 2
    assert "罗永贵" not in page


def test_merged_with_a_reason_and_taken_back(homes, browser, cast):
    pair, xie = homes.pair(), browser(cast.xie)
    assert xie.post(pair.get_absolute_url(), {"keep": pair.one_id, "reason": ""}).status_code == 422
    assert xie.post(pair.get_absolute_url(), {"keep": pair.one_id, "reason": "已核对证件"}).status_code == 302
    assert Person.objects.visible_to(cast.xie).get() == pair.one
    assert not xie.get(PILE).context["page"].rows
    again = xie.post(pair.get_absolute_url(), {"keep": pair.one_id, "reason": "已核对证件"})
    assert again.status_code == 409
    done = Merge.objects.get()
    back = reverse("residents:person-unmerge", args=[pair.one_id, done.pk])
    assert browser(cast.zhao).post(back).status_code == 403
    assert xie.post(back).status_code == 302
    assert Person.objects.visible_to(cast.xie).count() == 2
    assert not open_pairs()  # they are two, and are not suggested any more
    assert xie.post(back).status_code == 409


def test_two_numbers_are_not_merged(homes, browser, cast):
    luo = homes.luo()
    tang = homes.tang(dwelling=homes.dwelling(room="502"))
    xie = browser(cast.xie)
    asked = xie.post(reverse("residents:person-compare", args=[luo.pk]), {"number": tang.number})
    pair = Likeness.objects.get(basis="hand")
    assert asked["Location"] == pair.get_absolute_url()
    answer = xie.post(pair.get_absolute_url(), {"keep": luo.pk, "reason": "同一人"})
    assert answer.status_code == 422
    assert Likeness.objects.get().state == "open"
    assert Person.objects.numbered(TANG).standing().exists()


def test_two_people_stay_two(homes, cast, browser):
    pair = homes.pair()
    assert browser(cast.xie).post(reverse("residents:duplicate-part", args=[pair.pk])).status_code == 302
    duplicates.look(pair.one, at=homes.at)
    duplicates.look_through(at=homes.at)
    assert not open_pairs()
    with pytest.raises(Conflict):
        deciding.part(pair, by=cast.xie, at=homes.at)


def test_somebody_of_elsewhere_is_not_compared(homes, browser, cast):
    luo = homes.luo()
    there = homes.building("机场路小区1栋", area=cast.areas["510116002001001"])
    tang = homes.tang(dwelling=homes.dwelling(building=there), by=cast.yan)
    answer = browser(cast.xie).post(reverse("residents:person-compare", args=[luo.pk]), {"number": tang.number})
    assert answer.status_code == 422


@pytest.mark.skipif(connection.vendor == "postgresql", reason="it chooses by statistics, and a small table has none")
@pytest.mark.parametrize(("index", "rows"), [
    ("person_by_name", lambda: Person.objects.standing().named("罗永贵")),
    ("person_by_phone", lambda: Person.objects.standing().with_phone("13800001234")),
    ("person_once", lambda: Person.objects.standing().numbered(TANG)),
])
def test_a_look_up_takes_its_index(cast, index, rows):
    assert index in rows().explain()
