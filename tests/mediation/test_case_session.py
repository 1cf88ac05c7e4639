"""Feng meets the parties."""

from datetime import timedelta

import pytest

from mediation.models import Case, Session
from tests.mediation.story import assigned
from tests.mediation.test_case_acts import HELD


@pytest.fixture
def url(story) -> str:
    return f"/mediation/cases/{assigned(story.cast).pk}/session/"


def test_several_sessions_are_kept(url, story, browser):
    client = browser(story.cast.feng)
    client.post(url, HELD)
    client.post(url, HELD | {"uuid": "0b52e0bb-6a3f-4f9f-8b40-3a2a6b6e0a02", "record": "达成初步意见。"})
    assert list(Session.objects.values_list("record", flat=True)) == ["双方陈述。", "达成初步意见。"]


def test_sent_twice_it_is_one_session(url, story, browser):
    client = browser(story.cast.feng)
    client.post(url, HELD)
    client.post(url, HELD)
    assert Session.objects.count() == 1


@pytest.mark.parametrize(("held_at", "says"), [
    ("2026-03-11T09:31", "不能晚于现在"), ("2026-03-10T12:00", "早于案件受理"),
])
def test_a_session_lies_between_acceptance_and_now(held_at, says, url, story, browser):
    response = browser(story.cast.feng).post(url, HELD | {"held_at": held_at})
    assert response.status_code == 422
    assert says in str(response.context["form"].errors["held_at"])
    assert "双方陈述。" in response.text


def test_a_session_may_begin_in_the_minute_of_acceptance(url, story, browser, now):
    """The field knows no seconds: 09:29 is not before 09:29:30."""
    moment = now - timedelta(seconds=30)
    Case.objects.update(registered_at=moment, accepted_at=moment)
    assert browser(story.cast.feng).post(url, HELD | {"held_at": "2026-03-11T09:29"}).status_code == 302
