"""How a clock looks on a page: what pages.clocks shows of a running one, and the words of one that rests."""

from datetime import datetime

from django.utils.html import format_html
from django.utils.translation import gettext as _

from shuangliu.pages import clocks

from .limits import words
from .models import Deadline


def show(clock: Deadline, *, now: datetime) -> str:
    """Safe HTML: “剩 3 小时 20 分”, “超期 2 天”, “已暂停，剩 2 个工作日”, “按时完成”."""
    if clock.stopped_at:
        ends = {True: _("Done in time"), False: _("Done late"), None: _("Not counted")}
        return _still("stopped", ends[clock.is_met])
    if not clock.paused_at:
        return clocks.show(clock.due_at, now=now, warn_at=clock.warn_at)
    if clock.was_overdue_when_paused:
        return _still("paused", _("Paused, overdue"))
    left = words(clock.remaining, clock.limit.unit)
    return _still("paused", _("Paused, {time} left").replace("{time}", left))


def _still(state: str, text: str) -> str:
    return format_html('<span class="clock clock--{}">{}</span>', state, text)
