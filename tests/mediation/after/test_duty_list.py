"""One list of what is due: overdue, today, later; each sees their own."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from mediation.models import Duty, Mediator
from tests.mediation.after import story as tale
from tests.mediation.story import failed

URL = "mediation:duty-list"


@pytest.fixture
def kinds(browser):
    def of(user, **query):
        page = browser(user).get(reverse(URL), query)
        assert page.status_code == 200
        return [row.duty.kind for row in page.context["rows"]]

    return of


def test_due_first(story, kinds):
    tale.agreed(story.cast)
    assert kinds(story.cast.wu) == ["perform", "follow_up", "archive"]
    assert kinds(story.cast.wu, kind="archive") == ["archive"]
    assert kinds(story.cast.wu, tab="overdue") == []


def test_each_in_its_tab(story, kinds):
    tale.agreed(story.cast, on=date(2026, 3, 20))
    with time_machine.travel(story.now + timedelta(days=9), tick=False):
        assert kinds(story.cast.feng, tab="today") == kinds(story.cast.feng) == ["perform"]
    with time_machine.travel(story.now + timedelta(days=10), tick=False):
        assert kinds(story.cast.feng, tab="overdue") == ["perform"]


def test_what_waits_for_whom(story, kinds):
    tale.agreed(story.cast)
    assert kinds(story.cast.feng, mine=1) == ["perform"]
    assert kinds(story.cast.wu, mine=1) == ["follow_up", "archive"]
    assert kinds(story.cast.zheng, mine=1) == []


def test_the_clerk_sees_to_what_a_mediator_without_account_cannot(story, kinds):
    tale.agreed(story.cast)
    Duty.objects.update(mediator=Mediator.objects.get(name="老支书"))
    assert kinds(story.cast.wu, mine=1) == ["perform", "follow_up", "archive"]


def test_others_see_nothing_of_it(story, kinds, neighbours, browser):
    tale.agreed(story.cast)
    assert kinds(neighbours["wu"]) == kinds(neighbours["feng"]) == []
    assert browser(story.cast.chen).get(reverse(URL)).status_code == 403


def test_a_failed_case_is_filed_too(story, kinds):
    failed(story.cast)
    assert kinds(story.cast.wu) == ["archive"]


def test_an_unknown_tab_and_a_foreign_cursor_are_refused(story, browser):
    client = browser(story.cast.wu)
    assert client.get(reverse(URL), {"tab": "none"}).status_code == 400
    assert client.get(reverse(URL), {"after": "x"}).status_code == 400


def test_the_desk_counts_what_is_due(story, browser):
    tale.agreed(story.cast)
    with time_machine.travel(story.now + timedelta(days=40), tick=False):
        piles = browser(story.cast.wu).get(reverse("desk")).context["piles"]
    assert [pile.overdue for pile in piles if "duties" in pile.url] == [2]
