"""The desk: what waits for whom, due first, for every role of the main job."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from .test_query_counts import LISTS

DESK = reverse("desk")


@pytest.mark.parametrize("who", ["wang", "zhao", "sun", "tang", "chen", "zhou", "wu", "zheng", "feng", "he", "nobody"])
def test_an_empty_desk_says_so(cast, browser, who):
    response = browser(getattr(cast, who)).get(DESK)
    assert response.status_code == 200
    assert "暂无待办" in response.content.decode() or not response.context["piles"]


def test_new_reports_wait_for_the_station_of_their_community(cast, browser, now):
    LISTS["incidents:incident-list"][1](cast, 6)  # reported, accepted, assigned to a department; twice
    pile = browser(cast.zhao).get(DESK).context["piles"][0]
    assert pile.total == 4
    assert [row.due_at for row in pile.rows] == sorted(row.due_at for row in pile.rows)
    assert browser(cast.qian).get(DESK).context["piles"][0].total == 0


def test_what_is_over_is_counted_apart(cast, browser, now):
    LISTS["incidents:incident-list"][1](cast, 2)
    with time_machine.travel(now + timedelta(days=10), tick=False):
        # The session of a new sign-in: an old one would have ended.
        context = browser(cast.zhao).get(DESK).context
    assert (context["overdue"], context["due_today"], context["later"]) == (2, 0, 0)


def test_a_dispute_shows_its_kind_and_number_only(cast, browser, now):
    LISTS["mediation:case-list"][1](cast, 1)
    for who in ["wu", "zheng"]:
        for pile in browser(getattr(cast, who)).get(DESK).context["piles"]:
            for row in pile.rows:
                assert row.note.startswith("TJ")


def test_the_desk_costs_the_same_for_more_work(cast, browser, now):
    zhao = browser(cast.zhao)
    make = LISTS["incidents:incident-list"][1]
    make(cast, 2)
    zhao.get(DESK)
    with CaptureQueriesContext(connection) as few:
        zhao.get(DESK)
    make(cast, 20)
    with CaptureQueriesContext(connection) as many:
        zhao.get(DESK)
    assert len(many) == len(few)
