"""Who has a form of an incident open is said to the others, for a minute; it locks nothing."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from shuangliu import audit
from shuangliu.worklists import presence
from shuangliu.worklists.models import Presence


@pytest.fixture
def incident(story):
    return story.report()


@pytest.fixture
def url(incident):
    return reverse("incidents:incident-presence", args=[incident.pk])


@pytest.fixture
def page(url):
    """Where a page of somebody's tells that it is open, and that it closes."""
    return f"{url}?page={uuid4()}"


def test_the_others_see_who_is_at_it_and_oneself_does_not(incident, url, page, story, browser):
    zhao, sun = browser(story.cast.zhao), browser(story.cast.sun)
    assert zhao.post(page).json() == {"others": []}
    assert sun.get(url).json() == {"others": ["赵工作"]}
    for path in (incident.get_absolute_url(), reverse("incidents:incident-accept", args=[incident.pk])):
        assert "赵工作 正在处理此事件" in sun.get(path).content.decode()
        assert "赵工作 正在处理" not in zhao.get(path).content.decode()
    row = sun.get(reverse("incidents:incident-list"), {"tab": "open"}).context["rows"][0]
    assert row.busy == "赵工作"


def test_it_locks_nothing(incident, page, story, browser):
    browser(story.cast.zhao).post(page)
    browser(story.cast.sun).post(reverse("incidents:incident-accept", args=[incident.pk]))
    incident.refresh_from_db()
    assert incident.state == "accepted"


def test_it_ends_by_itself(url, page, story, browser, now):
    zhao, sun = browser(story.cast.zhao), browser(story.cast.sun)
    zhao.post(page)
    with time_machine.travel(now + timedelta(seconds=presence.EVERY + 1), tick=False):
        assert sun.get(url).json()["others"]  # one sign of life may be late
        zhao.post(page)
    assert Presence.objects.count() == 1
    with time_machine.travel(now + timedelta(seconds=presence.EVERY + 1) + presence.LASTS, tick=False):
        assert sun.get(url).json() == {"others": []}


@pytest.mark.parametrize("was_heard_of", [True, False])
def test_a_page_that_has_said_goodbye_stays_gone(url, page, story, browser, was_heard_of):
    """Its last sign of life was overtaken on the way: it comes after the goodbye."""
    zhao, sun = browser(story.cast.zhao), browser(story.cast.sun)
    if was_heard_of:
        zhao.post(page)
    zhao.delete(page)
    zhao.post(page)
    assert sun.get(url).json() == {"others": []}
    zhao.post(f"{url}?page={uuid4()}")  # opened once more
    assert sun.get(url).json() == {"others": ["赵工作"]}


def test_one_of_two_pages_is_closed(url, page, story, browser):
    zhao, sun = browser(story.cast.zhao), browser(story.cast.sun)
    zhao.post(page)
    zhao.post(f"{url}?page={uuid4()}")
    assert sun.get(url).json() == {"others": ["赵工作"]}
    zhao.delete(page)
    assert sun.get(url).json() == {"others": ["赵工作"]}


@pytest.mark.parametrize("query", ["", "?page=", "?page=12"])
def test_a_page_without_a_number_is_none(url, story, browser, query):
    assert browser(story.cast.zhao).post(url + query).status_code == 400
    assert not Presence.objects.exists()


def test_what_is_over_is_dropped(incident, story, now):
    presence.here(incident, story.cast.zhao, uuid4(), now)
    assert presence.forget(now) == 0
    assert presence.forget(now + presence.LASTS) == 1
    assert not Presence.objects.exists()


def test_a_stranger_finds_nothing_and_the_log_says_nothing(incident, page, story, browser):
    before = audit.history(incident).count()
    assert browser(story.cast.qian).post(page).status_code == 404
    browser(story.cast.zhao).post(page)
    assert audit.history(incident).count() == before
