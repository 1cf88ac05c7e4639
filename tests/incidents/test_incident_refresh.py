"""The list asks for itself again: nothing is sent when nothing has changed, and asking keeps no session awake."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from incidents import actions
from incidents.models import Incident
from shuangliu.worklists import presence

URL = reverse("incidents:incident-list")
PART = {"X-Fragment": "list", "X-Background": "1"}


@pytest.fixture
def zhao(story, browser):
    return browser(story.cast.zhao)


def again(client, etag, **query):
    return client.get(URL, query, headers={**PART, "If-None-Match": etag})


def test_nothing_is_sent_when_nothing_has_changed(story, zhao):
    incident = story.report()
    page = zhao.get(URL)
    etag = f'"{page.context["mark"]}"'
    answer = again(zhao, etag)
    assert (answer.status_code, answer.content) == (304, b"")

    actions.accept(incident, by=story.cast.zhao, at=story.later())
    answer = again(zhao, etag)
    assert answer.status_code == 200
    assert answer["ETag"] != etag
    assert "已受理" in answer.content.decode()
    assert "<html" not in answer.content.decode()
    assert again(zhao, answer["ETag"]).status_code == 304


def test_what_is_new_or_gone_or_late_or_busy_is_a_change(story, zhao, now):
    incident = story.report()
    etag = again(zhao, '""')["ETag"]

    def has_changed() -> bool:
        nonlocal etag
        old, etag = etag, again(zhao, '""')["ETag"]
        return old != etag

    assert not has_changed()
    story.report()
    assert has_changed()
    presence.here(incident, story.cast.sun, uuid4(), now)
    assert has_changed()
    Incident.objects.filter(pk=incident.pk).update(due_at=story.at - timedelta(hours=1))
    assert has_changed()
    actions.reject(incident, by=story.cast.zhao, at=story.later(), reason="重复上报")
    assert has_changed()


def test_the_part_is_never_taken_for_the_page(zhao):
    assert {"X-Fragment", "Cookie"} <= set(again(zhao, '""')["Vary"].split(", "))


def test_time_alone_changes_nothing(story, zhao, now):
    story.report()
    etag = again(zhao, '""')["ETag"]
    with time_machine.travel(now + timedelta(minutes=1), tick=False):
        assert again(zhao, etag).status_code == 304


def test_asking_again_keeps_no_session_awake(story, settings, browser, now):
    zhao = browser(story.cast.zhao)
    zhao.get(URL)
    half = timedelta(minutes=settings.SESSION_IDLE_MINUTES / 2 + 1)
    with time_machine.travel(now, tick=False) as clock:
        clock.shift(half)
        assert zhao.get(URL, headers=PART).status_code == 200
        clock.shift(half)
        assert zhao.get(URL, headers=PART)["Location"].startswith(reverse("accounts:login"))


def test_asking_costs_the_same_for_more_rows(story, zhao):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            again(zhao, '""')
        return len(queries)

    story.report()
    cost()
    few = cost()
    for _ in range(9):
        story.report()
    assert cost() == few
