"""One box: whatever somebody knows of a person or a home finds them, and nobody of other areas."""

import pytest
from django.urls import reverse

from shuangliu.audit.models import Entry

from .story import LUO, TANG

FIND = reverse("residents:find")


@pytest.fixture
def luo(homes):
    return homes.luo()


@pytest.mark.parametrize("typed", [
    LUO, LUO[:6] + LUO[8:17], LUO.lower(), "138 0000 1234", "+86-138-0000-1234", "罗永贵", " 罗 永贵", "RY{pk}",
    "ry0000{pk}"])
def test_somebody_is_found_by_what_one_knows(luo, browser, cast, typed):
    answer = browser(cast.xie).post(FIND, {"q": typed.format(pk=luo.pk)})
    assert (answer.status_code, answer.get("Location")) == (302, luo.get_absolute_url())


@pytest.mark.parametrize("typed", [
    "棠湖小区3栋2单元501", "棠湖小区3栋 2-501", "棠湖小区３栋２单元５０１室", "3栋2单元501", "FW{pk}"])
def test_a_home_is_found_by_its_address(homes, browser, cast, typed):
    dwelling = homes.dwelling()
    homes.dwelling(room="502")
    answer = browser(cast.xie).post(FIND, {"q": typed.format(pk=dwelling.pk)})
    assert answer.get("Location") == dwelling.get_absolute_url()


def test_part_of_an_address_finds_its_buildings(homes, browser, cast):
    three, four = homes.building(), homes.building(name="棠湖小区4栋")
    found = browser(cast.xie).post(FIND, {"q": "棠湖小区"})
    assert {three, four} == set(found.context["found"].buildings)
    assert browser(cast.xie).post(FIND, {"q": "湖小区4"}).get("Location") == four.get_absolute_url()


@pytest.mark.parametrize("typed", [LUO, "13800001234", "罗永贵", "RY{pk}", "棠湖小区3栋2单元501"])
def test_nobody_learns_of_people_of_other_areas(luo, browser, cast, typed):
    here = browser(cast.yan).post(FIND, {"q": typed.format(pk=luo.pk)})
    nowhere = browser(cast.yan).post(FIND, {"q": TANG})
    assert here.status_code == nowhere.status_code == 200
    assert here.context["found"].is_empty
    assert "罗" not in here.content.decode().replace("罗永贵", "")
    assert "棠湖社区" not in here.content.decode()


def test_a_look_is_on_record_without_what_was_typed(luo, browser, cast):
    browser(cast.xie).post(FIND, {"q": LUO})
    entry = Entry.objects.get(verb="person.looked_up")
    assert (entry.actor_id, entry.matter_id) == (cast.xie.pk, luo.pk)
    assert LUO not in str(entry.detail)


def test_who_sees_no_person_finds_homes_alone(luo, browser, cast):
    sun = browser(cast.sun)
    assert sun.post(FIND, {"q": LUO}).context["found"].is_empty
    assert sun.post(FIND, {"q": "棠湖小区3栋2单元501"}).status_code == 302
    front = sun.get(reverse("residents:front"))
    assert "people" not in front.context["figures"]
    assert "罗" not in sun.get(homes_of(luo)).content.decode()


def homes_of(person) -> str:
    return person.residences.get().dwelling.get_absolute_url()


def test_several_of_a_name_are_listed_masked(homes, browser, cast):
    homes.luo()
    homes.register(name="罗永贵", number="", dwelling=homes.dwelling(room="502"))
    page = browser(cast.xie).post(FIND, {"q": "罗永贵"}).content.decode()
    assert page.count("罗**") == 2
    assert LUO not in page


@pytest.mark.parametrize("typed", ["", "   ", "？", "\0", "R" * 300, "RY" + "9" * 18, "1" * 40])
def test_what_means_nothing_says_so(cast, browser, now, typed):
    assert browser(cast.xie).post(FIND, {"q": typed}).status_code in {200, 302}
