"""What a clock says, and in which light."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template

from shuangliu.pages import clocks

NOW = datetime(2026, 3, 11, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(("length", "words"), [
    (timedelta(days=2, hours=3, minutes=59), "2 天 3 小时"),
    (timedelta(hours=3, minutes=20), "3 小时 20 分"),
    (timedelta(hours=3), "3 小时"),
    (timedelta(days=1, minutes=5), "1 天"),
    (timedelta(minutes=5, seconds=59), "5 分"),
    (timedelta(seconds=10), "1 分"),
    (timedelta(hours=-6, minutes=20), "5 小时 40 分"),
])
def test_spoken(length, words):
    assert clocks.spoken(length) == words


@pytest.mark.parametrize(
    ("minutes", "light"), [(-61, "ok"), (-60, "soon"), (-1, "soon"), (0, "overdue"), (1, "overdue")]
)
def test_light_changes_at_the_moment(minutes, light):
    warn_at, now = NOW - timedelta(minutes=60), NOW + timedelta(minutes=minutes)
    assert clocks.light(NOW, warn_at=warn_at, now=now) == light


def test_show_carries_what_the_browser_counts_with():
    shown = clocks.show(NOW + timedelta(hours=2), now=NOW, warn_at=NOW + timedelta(hours=1))
    assert 'class="clock clock--ok"' in shown
    assert 'datetime="2026-03-11T11:30:00+08:00"' in shown
    assert 'data-warn="2026-03-11T10:30:00+08:00"' in shown
    assert "2 小时</time>" in shown


def test_no_clock_prints_nothing():
    assert Template("{% load look %}{% clock none %}").render(Context({"none": None})) == ""
