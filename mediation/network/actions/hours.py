"""When a window is open, and when not."""

from datetime import date, datetime, time

from django.db import transaction

from shuangliu import audit

from ...models import MediationWindow, OpeningHours, WindowClosure
from .registers import keep


@transaction.atomic
def keep_window(window: MediationWindow, *, by, at: datetime, fields: list[str],
                hours: list[tuple[int, time, time]]) -> None:
    """Write a window with its whole week; what it was before is replaced."""
    kept = [] if window._state.adding else list(window.hours.values_list("weekday", "opens", "closes"))
    is_same = sorted(kept) == sorted(hours)
    keep(window, by=by, at=at, fields=[name for name in fields if name != "hours"])
    if is_same:
        return
    window.hours.all().delete()
    OpeningHours.objects.bulk_create(
        OpeningHours(window=window, weekday=weekday, opens=opens, closes=closes) for weekday, opens, closes in hours)
    audit.record("window.hours-set", window, by=by, at=at)


@transaction.atomic
def close_days(window: MediationWindow, *, by, at: datetime, first: date, last: date, reason: str) -> WindowClosure:
    closure = WindowClosure.objects.create(window=window, first=first, last=last, reason=reason)
    audit.record("window.days-closed", window, by=by, at=at, first=first, last=last)
    return closure


@transaction.atomic
def open_days(closure: WindowClosure, *, by, at: datetime) -> None:
    """Take a closure back."""
    audit.record("window.days-opened", closure.window, by=by, at=at, first=closure.first, last=closure.last)
    closure.delete()
