"""How well the register covers the grids: counts, and who may see them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from residents.models import Coverage
from residents.visits import coverage

URL = reverse("residents:coverage")


@pytest.fixture
def counted(visits, now):
    """Of grid 1: four dwellings, checked 10 and 200 days ago, long ago and never; three people."""
    for room, days in (("1", 10), ("2", 200), ("3", 900), ("4", None)):
        dwelling = visits.dwelling(room=room)
        if days is not None:
            dwelling.checked_at, dwelling.standing = now - timedelta(days=days), "lived_in"
            dwelling.save()
    visits.at = now - timedelta(days=400)
    visits.register(dwelling=visits.dwelling(room="1"))
    visits.at = now
    visits.register(name="无证件", number="", dwelling=visits.dwelling(room="2"))
    gone = visits.register(name="已搬走", number="", dwelling=visits.dwelling(room="3"))
    gone.residences.update(until=now.date(), left="away")
    coverage.count(at=now)


def test_a_grid_is_counted(counted, visits):
    row = Coverage.objects.get()
    assert row.area_key == visits.cast.grid.key
    assert (row.dwellings, row.fresh, row.known) == (4, 1, 2)
    assert (row.people, row.unnumbered, row.stale) == (2, 1, 1)


def test_dwellings_not_seen_are_those_of_unknown_standing(counted):
    assert Coverage.objects.get().unseen == 1


def test_counting_again_changes_nothing(counted, now):
    before = list(Coverage.objects.values_list("area_key", "dwellings", "people"))
    coverage.count(at=now)
    assert list(Coverage.objects.values_list("area_key", "dwellings", "people")) == before


@pytest.mark.parametrize(("who", "area", "name"), [
    ("chen", "双流区", "东升街道"), ("sun", "东升街道", "棠湖社区"), ("xie", "棠湖社区", "棠湖社区第1网格")])
def test_each_tier_sees_the_areas_below_as_counts(counted, browser, cast, who, area, name):
    page = browser(getattr(cast, who)).get(URL)
    assert page.context["area"].name == area
    row = next(row for row in page.context["rows"] if row["area"].name == name)
    assert (row["dwellings"], row["fresh_share"], row["known_share"]) == (4, 25.0, 50.0)
    assert "罗" not in page.text


def test_the_county_goes_down_to_the_grids_and_finds_no_list_of_people(counted, browser, cast):
    page = browser(cast.chen).get(URL, {"area": cast.community.code})
    assert [row["people"] for row in page.context["rows"]] == [2, 0]
    assert reverse("residents:person-list") not in page.text
    assert reverse("residents:visit-plan") not in page.text


def test_the_registrar_goes_on_to_the_dwellings(counted, browser, cast):
    page = browser(cast.xie).get(URL).text
    assert f"{reverse('residents:visit-plan')}?grid={cast.grid.pk}" in page
    assert f"{reverse('residents:dwelling-list')}?area={cast.grid.pk}" in page


def test_others_areas_are_not_shown(counted, browser, cast):
    assert browser(cast.yan).get(URL, {"area": cast.community.code}).context["area"].name == "机场路社区"
    assert browser(cast.sun).get(URL, {"area": cast.county.code}).context["area"].name == "东升街道"


def test_what_lies_in_no_grid_has_a_row_of_its_own(visits, browser, cast, now):
    visits.dwelling(building=visits.building("散居户", area=cast.community))
    coverage.count(at=now)
    page = browser(cast.xie).get(URL)
    assert page.context["rest"]["dwellings"] == 1
    assert page.context["whole"]["dwellings"] == 1
