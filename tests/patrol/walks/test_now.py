"""The shifts of now at the leader's desk, and how soon anybody hears of what is wrong with one."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from patrol.shifts import actions
from patrol.shifts.states import LATE_AFTER, RAISED_AFTER
from shuangliu.notices.models import Notice
from tests.patrol import patrols
from tests.patrol.patrols import END, START

NOW_PAGE = reverse("patrol:now")
MINUTE = timedelta(minutes=1)
TICK = MINUTE  # of the sweep (shuangliu/schedule.py)


def numbers(page) -> list[str]:
    return [row.shift.number for row in page.context["rows"]]


def test_what_somebody_has_to_look_at_comes_first(cast, browser):
    good = patrols.shift(cast, route=patrols.route(cast, "好线"), people=[cast.wang])
    skipped = patrols.shift(cast, route=patrols.route(cast, "漏线"), people=[cast.hong])
    missed = patrols.shift(cast, route=patrols.route(cast, "缺线"), people=[cast.li])
    patrols.check_in(good, at=START, by=cast.wang)
    patrols.check_in(skipped, at=START, by=cast.hong, number=2)
    actions.watch(START + LATE_AFTER)
    patrols.check_in(good, at=START + 50 * MINUTE, by=cast.wang, number=2)
    actions.watch(START + 60 * MINUTE)
    with time_machine.travel(START + 61 * MINUTE, tick=False):
        page = browser(cast.jin).get(NOW_PAGE)
        assert numbers(page) == [missed.number, skipped.number, good.number]
        assert (page.context["bad"], page.context["walking"]) == (2, 2)
        assert "1 个点位超时未到" in page.content.decode()
        assert browser(cast.lu).get(NOW_PAGE).context["rows"] == []  # of another town
        assert browser(cast.hong).get(NOW_PAGE).status_code == 403


def test_it_begins_half_an_hour_before_and_ends_a_quarter_after(cast, browser):
    shift = patrols.shift(cast)
    for at, is_there in [(START - 31 * MINUTE, False), (START - 30 * MINUTE, True), (END + 15 * MINUTE, True),
                         (END + 16 * MINUTE, False)]:
        with time_machine.travel(at, tick=False):
            assert (numbers(browser(cast.jin).get(NOW_PAGE)) == [shift.number]) is is_there, at


def test_a_page_that_asks_again_gets_what_changed_or_304(cast, browser, now):
    patrols.shift(cast)
    jin = browser(cast.jin)
    first = jin.get(NOW_PAGE, headers={"X-Fragment": "list"})
    again = {"X-Fragment": "list", "If-None-Match": first["ETag"]}
    assert "data-part=\"rows\"" in first.content.decode()
    assert "<html" not in first.content.decode()
    assert jin.get(NOW_PAGE, headers=again).status_code == 304
    actions.watch(START + LATE_AFTER)
    assert jin.get(NOW_PAGE, headers=again).status_code == 200


def test_a_phone_is_masked_until_the_leader_says_why(cast, browser, now):
    cast.hong.phone = "13800138000"
    cast.hong.save()
    shift = patrols.shift(cast)
    jin = browser(cast.jin)
    page = jin.get(NOW_PAGE).content.decode()
    assert "138****8000" in page
    assert "13800138000" not in page
    answer = jin.post(reverse("patrol:shift-reveal", args=[shift.pk]), {"purpose": "reach"})
    assert answer["Location"] == NOW_PAGE
    assert "13800138000" in jin.get(NOW_PAGE).content.decode()
    assert "13800138000" not in browser(cast.sun).get(NOW_PAGE).content.decode()


def delays(due_of: dict[str, object], until) -> dict[str, int]:
    """Let the sweep tick from the start on: how many ticks after its moment each notice was there."""
    found, at = {}, START
    while at <= until:
        actions.watch(at)
        for kind in due_of.keys() - found.keys():
            if Notice.objects.filter(kind=kind).exists():
                found[kind] = (at - due_of[kind]) // TICK
        at += TICK
    return found


@pytest.mark.django_db
def test_nobody_waits_longer_than_one_tick_for_the_alarm(cast):
    """A late start and its raise; a point left out; each is told at the first tick at which it is true."""
    patrols.shift(cast, starts_at=START + timedelta(seconds=20), ends_at=END)
    late = START + timedelta(seconds=20) + LATE_AFTER
    told = delays({"shift.late": late, "shift.raised": late + RAISED_AFTER}, late + RAISED_AFTER + 2 * TICK)
    assert told == {"shift.late": 0, "shift.raised": 0}  # whole ticks: less than one


@pytest.mark.django_db
def test_a_point_left_out_is_told_within_a_tick(cast):
    shift = patrols.shift(cast, starts_at=START + timedelta(seconds=20), ends_at=END)
    patrols.check_in(shift, at=START + MINUTE, by=cast.hong, number=2)
    due = shift.stops.get(position=1).due_at
    assert delays({"shift.skipped": due}, due + 2 * TICK) == {"shift.skipped": 0}
