"""The board on the wall counts calls, seats and tickets, and names nobody."""

from datetime import timedelta

import time_machine

from hotline.desk import actions
from hotline.desk.models import Call
from hotline.desk.wall import wall
from tests.hotline.story import PHONE


def test_what_the_wall_says(pbx, calls, browser, now):
    for agent in (calls.cast.ma, calls.cast.mu):
        actions.begin_shift(by=agent, at=calls.later())
    actions.pause_shift(by=calls.cast.mu, at=calls.later())
    calls.tell("received")
    calls.tell("follow_up")
    calls.tell("closed")
    with time_machine.travel(now - timedelta(days=1), tick=False):
        pbx("ring", "yesterday")
        pbx("miss", "yesterday")
    pbx("ring", "a")
    pbx("answer", "a", agent="ma")
    pbx("ring", "b")
    pbx("miss", "b")
    pbx("ring", "c")
    pbx("ring", "d")
    Call.objects.filter(call_id="c").update(rang_at=now - timedelta(seconds=75))
    seen = wall(calls.cast.mu, now)
    assert (seen.answered, seen.missed, seen.share, seen.waiting, seen.longest_wait) == (1, 1, 50, 2, "1:15")
    assert (seen.on, seen.paused, seen.talking, seen.free) == (1, 1, 1, 0)
    assert (seen.open, seen.overdue, seen.call_backs) == (2, 0, 1)
    text = browser(calls.cast.mu).get("/hotline/wall/").text
    assert PHONE not in text
    assert "马坐席" not in text
    assert "1:15" in text


def test_an_empty_hotline(calls, browser, now):
    seen = wall(calls.cast.mu, now)
    assert (seen.share, seen.longest_wait, seen.waiting, seen.open) == (None, "0:00", 0, 0)
    part = browser(calls.cast.mu).get("/hotline/wall/", headers={"X-Fragment": "wall"})
    assert part.text.lstrip().startswith("<div")


def test_agents_do_not_see_the_wall(calls, browser):
    assert browser(calls.cast.ma).get("/hotline/wall/").status_code == 403
