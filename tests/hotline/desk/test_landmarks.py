"""A place that people name instead of an address is found while it is typed, and fills place, area and point."""

import pytest

from hotline.models import Landmark, Ticket
from tests.cast import HERE

from .story import NEW, typed

LANDMARKS = "/hotline/calls/landmarks/"


@pytest.fixture
def park(cast):
    return Landmark.objects.create(code="park", name="棠湖公园", aliases="老公园 荷花池", area=cast.grid,
                                   longitude=HERE.longitude, latitude=HERE.latitude)


@pytest.fixture
def found(browser, cast):
    return lambda words: browser(cast.ma).post(LANDMARKS, {"place": words}).json()["landmarks"]


@pytest.mark.parametrize("words", ["棠湖公", "公园", "荷花池", "老公园东门对面"])
def test_it_is_found_by_a_part_by_another_name_and_within_more(words, park, found, cast):
    (spot,) = found(words)
    assert spot == {"name": "棠湖公园", "area": cast.community.pk, "where": cast.community.name,
                    "longitude": HERE.longitude, "latitude": HERE.latitude}


@pytest.mark.parametrize("words", ["", "棠", "体育场", "园公"])
def test_what_names_none_finds_none(words, park, found):
    assert found(words) == []


def test_the_closest_name_comes_first_and_what_is_out_of_use_does_not_come(park, found, cast):
    Landmark.objects.create(code="east", name="大棠湖公园站", area=cast.community)
    Landmark.objects.create(code="old", name="棠湖公园旧址", area=cast.community, is_active=False)
    assert [spot["name"] for spot in found("棠湖公园")] == ["棠湖公园", "大棠湖公园站"]


def test_without_a_script_it_is_taken_when_the_form_is_sent(park, browser, cast, calls):
    where = {"place": "荷花池", "longitude": "", "latitude": ""}
    assert browser(cast.ma).post(NEW, typed(cast, "dispatch", **where)).status_code == 302
    ticket = Ticket.objects.get()
    assert (ticket.longitude, ticket.latitude, ticket.area) == (HERE.longitude, HERE.latitude, cast.grid)
    assert ticket.place == "荷花池"


def test_a_point_that_the_agent_marked_goes_before_it(park, browser, cast, calls):
    sent = typed(cast, "dispatch", place="荷花池")
    sent["latitude"] = HERE.latitude + 0.001
    browser(cast.ma).post(NEW, sent)
    assert Ticket.objects.get().latitude == HERE.latitude + 0.001


def test_only_the_hotline_asks(park, browser, cast):
    assert browser(cast.zhao).post(LANDMARKS, {"place": "公园"}).status_code == 403
