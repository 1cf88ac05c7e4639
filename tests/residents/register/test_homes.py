"""Buildings, their doors by a pattern, and what is known of a dwelling."""

import pytest
from django.urls import reverse

from residents.models import Building, Dwelling, Person
from residents.register.forms.homes import expanded

from .story import LUO

NEW = reverse("residents:building-register")


def sent(cast, **given) -> dict:
    return {"name": "棠湖小区5栋", "area": cast.grid.pk, "use": "01", "units": "1-3", "floors": "1-6", "rooms": "01-04",
            **given}


@pytest.mark.parametrize(("text", "names"), [
    ("1-3", ["1", "2", "3"]), ("01-03", ["01", "02", "03"]), ("1，3、5", ["1", "3", "5"]), ("A,B", ["A", "B"]),
    ("1-3,5-6", ["1", "2", "3", "5", "6"]), ("９～１１", ["9", "10", "11"]), ("2,2", ["2"]), ("", [])])
def test_a_pattern_is_read_as_people_write_it(text, names):
    assert expanded(text) == names


def test_doors_are_looked_at_and_then_made(cast, browser, now):
    xie = browser(cast.xie)
    page = xie.post(NEW, sent(cast))
    assert (page.status_code, page.context["count"]) == (200, 72)
    assert not Building.objects.exists()
    answer = xie.post(NEW, sent(cast, create="1"))
    building = Building.objects.get()
    assert answer["Location"] == building.get_absolute_url()
    assert building.dwellings.count() == 72
    assert building.dwellings.filter(unit="3单元", room="604").exists()
    assert xie.post(NEW, sent(cast, create="1")).status_code == 422  # there is one of this name
    assert Dwelling.objects.count() == 72


def test_more_doors_leave_those_that_are_there(cast, browser, homes):
    there = homes.dwelling(unit="1单元", room="101")
    fill = reverse("residents:building-fill", args=[there.building_id])
    page = browser(cast.xie).post(fill, {"units": "1", "floors": "1", "rooms": "01-02"})
    assert page.context["count"] == 1
    browser(cast.xie).post(fill, {"units": "1", "floors": "1", "rooms": "01-02", "create": "1"})
    assert there.building.dwellings.count() == 2


@pytest.mark.parametrize(("given", "field"), [
    ({"floors": ""}, "floors"), ({"rooms": ""}, "rooms"), ({"is_single": "on"}, "is_single"),
    ({"rooms": "4-1"}, "rooms"), ({"units": "1-99", "floors": "1-99"}, "rooms"),
    ({"name": ""}, "name"), ({"longitude": "104"}, "latitude"),
    ({"longitude": "1e9", "latitude": "3"}, "longitude")])
def test_a_pattern_that_makes_no_sense_says_so_at_its_field(cast, browser, now, given, field):
    page = browser(cast.xie).post(NEW, sent(cast, **given))
    assert page.status_code == 422
    assert field in page.context["doors"].errors | page.context["form"].errors


def test_no_building_in_areas_of_others(cast, browser, now):
    elsewhere = cast.areas["510116002001001"]
    assert browser(cast.xie).post(NEW, sent(cast, area=elsewhere.pk, create="1")).status_code == 422
    assert not Building.objects.exists()


def test_a_building_in_another_grid_takes_its_people_along(cast, browser, homes):
    household = homes.household()
    next_grid = cast.areas["510116001001002"]
    building = homes.building()
    answer = browser(cast.xie).post(reverse("residents:building-correct", args=[building.pk]), {
        "name": building.name, "area": next_grid.pk, "use": "01"})
    assert answer.status_code == 302
    household.refresh_from_db()
    people = Person.objects.values_list("area_key", flat=True)
    assert {household.area_key, Dwelling.objects.get().area_key, *people} == {next_grid.key}
    assert Person.objects.visible_to(cast.li).count() == 2
    assert not Person.objects.visible_to(cast.wang).exists()


def test_a_dwelling_shows_who_lives_there_and_who_did(cast, browser, homes):
    luo, xie = homes.luo(), browser(cast.xie)
    xie.post(reverse("residents:person-move-out", args=[luo.pk]), {"until": "2026-03-01", "left": "away"})
    homes.tang()
    page = xie.get(homes.dwelling().get_absolute_url())
    assert [home.person.masked_name for home in page.context["homes"]] == ["唐**"]
    assert [home.person.masked_name for home in page.context["former"]] == ["罗**"]
    assert LUO not in page.content.decode()


def test_what_is_found_at_a_dwelling_is_kept_with_what_was(cast, browser, homes):
    dwelling = homes.dwelling()
    url = reverse("residents:dwelling-correct", args=[dwelling.pk])
    given = {"unit": "2单元", "room": "501", "standing": "empty", "use": "01", "floor_area": "88.5"}
    xie = browser(cast.xie)
    assert xie.post(url, {**given, "floor_area": "-1"}).status_code == 422
    homes.dwelling(room="502")
    assert xie.post(url, {**given, "room": "502"}).context["form"].errors["room"]
    xie.post(url, given)
    xie.post(url, given)
    dwelling.refresh_from_db()
    assert (dwelling.standing, str(dwelling.floor_area), dwelling.checked_at is not None) == ("empty", "88.50", True)
    assert "尚未核查 → 空置" in xie.get(dwelling.get_absolute_url()).content.decode()
    assert dwelling.changes.count() == 1
