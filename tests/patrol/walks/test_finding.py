"""Found something: an incident of its place, linked to the shift, and seen by whoever found it."""

from uuid import uuid4

import pytest
from django.urls import reverse

from grids.models import Post
from incidents.models import Incident
from patrol.models import ShiftFinding
from shuangliu.accounts.models import User
from tests.attachments.images import photo
from tests.conftest import NOW
from tests.incidents.story import RUBBISH, Story, make_kinds
from tests.patrol import patrols

NEW = reverse("patrol:finding-new")
JSON = {"Accept": "application/json"}


@pytest.fixture
def kinds(cast):
    return make_kinds()


@pytest.fixture
def hong(browser, cast, now, kinds):
    return browser(cast.hong)


def found(**more) -> dict:
    return {"uuid": str(uuid4()), "category": RUBBISH, "description": "卡口旁堆放杂物，堵住消防通道", **more}


def test_found_at_a_point_it_lies_at_the_station_of_the_point(hong, cast, browser):
    shift = patrols.shift(cast)
    point = shift.stops.get(position=1).point
    hong.post(NEW, found(shift=shift.pk, point=point.pk, photos=[photo()]))
    incident = Incident.objects.get()
    assert (incident.grid, incident.tier, incident.reporter, incident.place) == (cast.grid, 2, cast.hong, point.place)
    assert (incident.longitude, incident.latitude) == (point.longitude, point.latitude)
    link = ShiftFinding.objects.get()
    assert (link.incident, link.shift, link.point) == (incident, shift, point)
    station = browser(cast.zhao).get(incident.get_absolute_url()).content.decode()
    assert f"巡防发现：班次 {shift.number} {point.name}" in station
    assert incident.number in hong.get(reverse("patrol:my-shifts")).content.decode()


def test_a_volunteer_reads_their_own_and_nobody_elses(hong, cast, kinds):
    hong.post(NEW, found(place="北门路口"))
    own = Incident.objects.get()
    page = hong.get(own.get_absolute_url())
    assert page.status_code == 200
    assert f'href="{reverse("incidents:incident-list")}"' not in page.content.decode()
    other = Story(cast, kinds).tell("reported")
    assert hong.get(other.get_absolute_url()).status_code == 404
    assert hong.get(reverse("incidents:incident-list")).status_code == 403


def test_who_no_longer_serves_reads_nothing_any_more(hong, browser, cast, kinds):
    hong.post(NEW, found(place="北门路口"))
    Post.objects.filter(user=cast.hong).delete()
    assert browser(User.objects.get(pk=cast.hong.pk)).get(Incident.objects.get().get_absolute_url()).status_code == 404


def test_without_a_shift_it_waits_at_the_station_of_the_volunteer(hong, cast):
    assert hong.post(NEW, found(place="老年大学门口"), headers=JSON).status_code == 201
    incident = Incident.objects.get()
    assert (incident.grid, incident.tier, incident.area_key) == (None, 2, cast.community.key)
    assert not ShiftFinding.objects.exists()


def test_sent_twice_it_is_one(hong, cast):
    shift = patrols.shift(cast)
    told = found(shift=shift.pk, place="北门路口")
    assert [hong.post(NEW, told, headers=JSON).status_code for _twice in range(2)] == [201, 200]
    assert (Incident.objects.count(), ShiftFinding.objects.count()) == (1, 1)


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(hong):
    page = hong.post(NEW, found(category=""))
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"category", "place"}
    assert "堵住消防通道" in page.content.decode()


def test_a_position_far_away_is_said_at_the_place(hong):
    page = hong.post(NEW, found(longitude=116.397, latitude=39.908))
    assert page.status_code == 422
    assert "远在本" in str(page.context["form"].errors["place"])
    assert not Incident.objects.exists()


def test_the_shift_of_somebody_else_is_not_linked(hong, cast):
    shift = patrols.shift(cast, people=[cast.wang])
    hong.post(NEW, found(shift=shift.pk, place="北门路口"))
    assert Incident.objects.get().reported_at == NOW
    assert not ShiftFinding.objects.exists()
