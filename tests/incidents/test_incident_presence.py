"""Who has a form of an incident open is said to the others, for a minute; it locks nothing."""

from datetime import timedelta

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


def test_the_others_see_who_is_at_it_and_oneself_does_not(incident, url, story, browser):
    zhao, sun = browser(story.cast.zhao), browser(story.cast.sun)
    assert zhao.post(url).json() == {"others": []}
    assert sun.get(url).json() == {"others": ["赵工作"]}
    for page in (incident.get_absolute_url(), reverse("incidents:incident-accept", args=[incident.pk])):
        assert "赵工作 正在处理此事件" in sun.get(page).content.decode()
        assert "赵工作 正在处理" not in zhao.get(page).content.decode()
    row = sun.get(reverse("incidents:incident-list"), {"tab": "open"}).context["rows"][0]
    assert row.busy == "赵工作"


def test_it_locks_nothing(incident, url, story, browser):
    browser(story.cast.zhao).post(url)
    browser(story.cast.sun).post(reverse("incidents:incident-accept", args=[incident.pk]))
    incident.refresh_from_db()
    assert incident.state == "accepted"


def test_it_ends_by_itself_and_when_one_leaves(incident, url, story, browser, now):
    zhao, sun = browser(story.cast.zhao), browser(story.cast.sun)
    zhao.post(url)
    with time_machine.travel(now + timedelta(seconds=presence.EVERY + 1), tick=False):
        assert sun.get(url).json()["others"]  # one sign of life may be late
        zhao.post(url)
    assert Presence.objects.count() == 1
    with time_machine.travel(now + timedelta(seconds=presence.EVERY + 1) + presence.LASTS, tick=False):
        assert sun.get(url).json() == {"others": []}
    zhao.delete(url)
    assert not Presence.objects.exists()


def test_what_is_over_is_dropped(incident, story, now):
    presence.here(incident, story.cast.zhao, now)
    assert presence.forget(now) == 0
    assert presence.forget(now + presence.LASTS) == 1
    assert not Presence.objects.exists()


def test_a_stranger_finds_nothing_and_the_log_says_nothing(incident, url, story, browser):
    before = audit.history(incident).count()
    assert browser(story.cast.qian).post(url).status_code == 404
    browser(story.cast.zhao).post(url)
    assert audit.history(incident).count() == before
