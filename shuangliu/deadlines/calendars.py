"""The county's calendar: chinesecalendar's holidays, overlaid by the special days of the table; and its rules."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache

from chinese_calendar import constants
from django.db.models import Max

from shuangliu.pages.remembered import Remembered

from .models import ClockRule, Deadline, SpecialDay
from .workdays import OFFICE_HOURS, SHANGHAI, Calendar, Ladder

HORIZON = timedelta(days=90)  # limits begun now reach about that far


def _read() -> Calendar:
    days = SpecialDay.objects.order_by("date").values_list("date", "is_working")
    rule = ClockRule.objects.filter(pk=1).first()
    ladder, sessions = (rule.ladder, rule.sessions) if rule else (Ladder(), OFFICE_HOURS)
    return _overlaid(tuple(days), ladder, sessions)


_remembered = Remembered(_read, SpecialDay, ClockRule)


def current() -> Calendar:
    """The calendar in force. Costs two small queries a minute and process; edits made here are seen at once."""
    return _remembered()


def forget() -> None:
    """Read days and rules again at the next use."""
    _remembered.forget()


@lru_cache(maxsize=4)
def _overlaid(days: tuple[tuple[date, bool], ...], ladder: Ladder, sessions: tuple) -> Calendar:
    special = dict.fromkeys(constants.holidays, False) | dict.fromkeys(constants.workdays, True) | dict(days)
    return Calendar(special, known_years=frozenset(_announced(special)), ladder=ladder, sessions=sessions)


def _announced(special: dict[date, bool]) -> Iterable[int]:
    # A year is announced as a whole, and each has a National Day; one local day off announces nothing.
    return (day.year for day in special if (day.month, day.day) == (10, 1))


def missing_years(at: datetime) -> list[int]:
    """Years that clocks need and nobody has announced to us: they are counted as plain weeks meanwhile.

    Needed are this year, the year three months ahead, and all years up to the last step of a running clock.
    """
    last = Deadline.objects.exclude(next_check_at=None).aggregate(last=Max("raise_at"))["last"]
    until = max(at + HORIZON, last or at).astimezone(SHANGHAI)
    needed = range(at.astimezone(SHANGHAI).year, until.year + 1)
    return sorted(set(needed) - current().known_years)
