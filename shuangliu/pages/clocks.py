"""How a running clock is said in words and shown, the same on the page and (countdown.js) in the browser."""

from datetime import datetime, timedelta

from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

MINUTE, HOUR, DAY = 60, 3600, 86400
MOMENT = "%Y-%m-%d %H:%M"


def spoken(length: timedelta) -> str:
    """The two largest units of a length: "2 天 3 小时", "3 小时 20 分", "5 分"; less than a minute is one."""
    seconds = max(int(abs(length.total_seconds())), MINUTE)
    days, hours, minutes = seconds // DAY, seconds % DAY // HOUR, seconds % HOUR // MINUTE
    parts = [(_("{n} d"), days), (_("{n} h"), hours), (_("{n} min"), minutes)]
    while parts[0][1] == 0:
        parts.pop(0)
    return " ".join(word.replace("{n}", str(number)) for word, number in parts[:2] if number)


def light(due_at: datetime, *, warn_at: datetime | None, now: datetime) -> str:
    """ok, soon (from `warn_at` on) or overdue (from `due_at` on)."""
    if now >= due_at:
        return "overdue"
    return "soon" if warn_at and now >= warn_at else "ok"


def show(due_at: datetime, *, now: datetime, warn_at: datetime | None = None) -> str:
    """A running clock as safe HTML; it counts on in the browser."""
    due = localtime(due_at)
    kind = light(due_at, warn_at=warn_at, now=now)
    words = _("{time} overdue") if kind == "overdue" else _("{time} left")
    return format_html(
        '<time class="clock clock--{}" datetime="{}" data-warn="{}" data-behaviour="countdown" title="{}">{}</time>',
        kind, due.isoformat(), localtime(warn_at).isoformat() if warn_at else "",
        _("Due at {time}").replace("{time}", due.strftime(MOMENT)),
        words.replace("{time}", spoken(due_at - now)),
    )
