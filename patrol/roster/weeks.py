"""A week of the roster: seven days from a Monday, named as `2026-W11`."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from shuangliu.deadlines import calendars
from shuangliu.pages.forms import day_start

DAY = timedelta(days=1)
NAME = re.compile(r"(2\d{3})-W(\d{2})")


@dataclass(frozen=True, order=True)
class Week:
    monday: date

    @classmethod
    def of(cls, day: date) -> "Week":
        return cls(day - day.weekday() * DAY)

    @classmethod
    def named(cls, name: str) -> "Week":
        """Raises ValueError for what is no week of the calendar."""
        found = NAME.fullmatch(name)
        if found is None:
            raise ValueError(name)
        return cls(date.fromisocalendar(int(found[1]), int(found[2]), 1))

    def __str__(self):
        year, number, _day = self.monday.isocalendar()
        return f"{year}-W{number:02d}"

    @property
    def number(self) -> int:
        return self.monday.isocalendar().week

    @property
    def days(self) -> list[date]:
        return [self.monday + n * DAY for n in range(7)]

    @property
    def sunday(self) -> date:
        return self.monday + 6 * DAY

    @property
    def starts_at(self) -> datetime:
        return day_start(self.monday)

    @property
    def ends_at(self) -> datetime:
        return day_start(self.monday + 7 * DAY)

    @property
    def before(self) -> "Week":
        return Week(self.monday - 7 * DAY)

    @property
    def after(self) -> "Week":
        return Week(self.monday + 7 * DAY)

    @property
    def is_over(self) -> bool:
        return self.sunday < localdate()


def special(day: date) -> str:
    """holiday, make-up (a worked Saturday or Sunday), or nothing: what the calendar of the clocks says of a day."""
    is_worked, is_weekday = calendars.current().is_working(day), day.weekday() < 5
    return "" if is_worked == is_weekday else "make-up" if is_worked else "holiday"
