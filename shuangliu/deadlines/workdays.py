"""Which days and hours are worked: the value that every computation of a limit gets handed."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

NOTHING = timedelta(0)
OFFICE_HOURS = ((time(9), time(12)), (time(13), time(17)))
SHANGHAI = ZoneInfo("Asia/Shanghai")  # no daylight saving: local clocks may be added to


@dataclass(frozen=True)
class Ladder:
    """升级阶梯. At which percent of its limit a clock warns and raises; and after how many working days past the end it
    raises at the latest (domain.md §5.1.2)."""

    warn_percent: int = 80
    raise_percent: int = 150
    raise_days: int = 3


@dataclass(frozen=True, eq=False)
class Calendar:
    """工作日历. Monday to Friday in the sessions, but for the special days; and the steps of its clocks.

    `special` tells of a date whether it is worked: holidays False, make-up days (国务院调休) True.
    `known_years` are those whose special days have been announced; others are plain weeks.
    """

    special: Mapping[date, bool]
    known_years: frozenset[int] = frozenset()
    sessions: tuple[tuple[time, time], ...] = OFFICE_HOURS
    zone: ZoneInfo = SHANGHAI
    ladder: Ladder = Ladder()
    _years: dict[int, list[int]] = field(default_factory=dict, init=False, repr=False)

    def is_working(self, day: date) -> bool:
        return self.special.get(day, day.weekday() < 5)

    def working_day_after(self, day: date, n: int) -> date:
        """The n-th working day after `day`, n from 1."""
        year, days = day.year, self._working_days(day.year)
        at = bisect_right(days, day.toordinal()) + n - 1
        while at >= len(days):
            at, year = at - len(days), year + 1
            days = self._working_days(year)
        return date.fromordinal(days[at])

    def working_days_between(self, after: date, until: date) -> int:
        """How many working days lie after `after`, up to and with `until`, which is not earlier."""
        whole_years = sum(len(self._working_days(year)) for year in range(after.year, until.year))
        return (whole_years + bisect_right(self._working_days(until.year), until.toordinal())
                - bisect_right(self._working_days(after.year), after.toordinal()))

    def worked_until(self, moment: datetime) -> timedelta:
        """Work time of the local moment's own day that lies before it; nothing on a day off."""
        if not self.is_working(moment.date()):
            return NOTHING
        now = _since_midnight(moment.time())
        return sum((min(max(now, start), end) - start for start, end in self._hours), NOTHING)

    def moment_of(self, day: date, worked: timedelta) -> datetime:
        """The first moment of a working day at which `worked` of its work time is over."""
        for start, end in self._hours:
            if worked <= end - start:
                return datetime.combine(day, time(0), self.zone) + start + worked
            worked -= end - start
        raise ValueError(f"longer than a working day by {worked}")

    @cached_property
    def day_length(self) -> timedelta:
        """Work time of one working day."""
        return sum((end - start for start, end in self._hours), NOTHING)

    @cached_property
    def _hours(self) -> list[tuple[timedelta, timedelta]]:
        return [(_since_midnight(start), _since_midnight(end)) for start, end in self.sessions]

    def _working_days(self, year: int) -> list[int]:
        # Listed once a year and calendar: a limit then costs a bisection, not a look at each day.
        if year not in self._years:
            first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
            self._years[year] = [n for n in range(first, last + 1) if self.is_working(date.fromordinal(n))]
        return self._years[year]


def _since_midnight(clock: time) -> timedelta:
    return datetime.combine(date.min, clock) - datetime.min
