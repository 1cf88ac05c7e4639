"""What a clock shows on a page."""

import pytest
from django.template import Context, Template

from shuangliu import deadlines
from shuangliu.deadlines.models import Deadline
from tests.deadlines.story import at, start


def shown(clock, when, tag="deadline_clock clock at"):
    return Template("{% load clock %}{% " + tag + " %}").render(Context({"clock": clock, "at": at(when)}))


@pytest.mark.parametrize(("when", "state", "words"), [
    ("2026-03-11 10:00", "ok", "剩 4 小时 30 分"),
    ("2026-03-11 13:42", "soon", "剩 48 分"),
    ("2026-03-13 14:30", "overdue", "超期 2 天"),
])
def test_running(matter, when, state, words):
    page = shown(start(matter), when)
    assert f"clock--{state}" in page
    assert words in page
    assert 'datetime="2026-03-11T14:30:00+08:00"' in page
    assert 'data-behaviour="countdown"' in page


def test_paused_says_what_is_left(matter):
    start(matter, amount=3, unit="working_days")
    deadlines.pause(matter, at=at("2026-03-12 10:00"))
    page = shown(deadlines.running(matter).get(), "2026-04-01 10:00")
    assert page == '<span class="clock clock--paused">已暂停，剩 2 个工作日</span>'


def test_paused_after_its_end_says_so(matter):
    start(matter)
    deadlines.pause(matter, at=at("2026-03-11 16:00"))
    assert "已暂停（此前已超期）" in shown(deadlines.running(matter).get(), "2026-04-01 10:00")


@pytest.mark.parametrize(("end", "when", "words"), [
    (deadlines.stop, "2026-03-11 10:00", "按时完成"),
    (deadlines.stop, "2026-03-11 16:00", "超期完成"),
    (deadlines.cancel, "2026-03-11 16:00", "不计时限"),
])
def test_stopped(matter, end, when, words):
    start(matter)
    end(matter, at=at(when))
    page = shown(Deadline.objects.get(), "2026-04-01 10:00")
    assert words in page
    assert "clock--stopped" in page


def test_panel_names_the_limit_and_its_end(matter):
    page = shown(start(matter), "2026-03-11 10:00", 'deadline_panel clock "处置" at')
    assert "处置" in page
    assert "2026年3月11日 14:30 到期（时限 4 个工作小时）" in page
    assert "剩 4 小时 30 分" in page


@pytest.mark.parametrize("tag", ["deadline_clock clock at", "deadline_panel clock at=at"])
def test_no_clock_shows_nothing(tag):
    assert shown(None, "2026-03-11 10:00", tag).strip() == ""
