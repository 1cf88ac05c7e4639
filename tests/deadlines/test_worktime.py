"""When limits end: the vectors of domain.md §4.6, and the edges of a working day."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from chinese_calendar import constants

from shuangliu.deadlines.limits import Unit
from shuangliu.deadlines.workdays import SHANGHAI, Calendar
from shuangliu.deadlines.worktime import after, elapsed

CALENDAR = Calendar(dict.fromkeys(constants.holidays, False) | dict.fromkeys(constants.workdays, True))


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.mark.parametrize(("start", "n", "last_day"), [
    ("2026-02-13", 5, "2026-02-27"),
    ("2026-02-12", 3, "2026-02-24"),
    ("2026-09-30", 1, "2026-10-08"),
    ("2026-09-30", 30, "2026-11-17"),
    ("2025-09-28", 5, "2025-10-11"),
    ("2014-09-26", 3, "2014-09-30"),
    ("2026-04-30", 7, "2026-05-13"),
    ("2026-04-30", 15, "2026-05-25"),
])
@pytest.mark.parametrize("clock", ["00:00", "10:30", "23:59:59"])
def test_working_days(start, clock, n, last_day):
    assert after(at(f"{start} {clock}"), n, Unit.WORKING_DAYS, CALENDAR) == at(f"{last_day} 23:59:59")


@pytest.mark.parametrize(("start", "n", "last_day"), [
    ("2026-01-21", 30, "2026-02-24"),
    ("2026-09-02", 30, "2026-10-08"),
    ("2026-08-04", 60, "2026-10-08"),
    ("2014-07-31", 30, "2014-09-01"),
    ("2026-01-01", 30, "2026-02-02"),
])
def test_natural_days_end_on_a_working_day(start, n, last_day):
    assert after(at(f"{start} 10:30"), n, Unit.NATURAL_DAYS, CALENDAR) == at(f"{last_day} 23:59:59")


def test_a_reminder_may_fall_on_a_day_off():
    reminder = after(at("2014-07-31 10:30"), 30, Unit.NATURAL_DAYS, CALENDAR, rolls=False)
    assert reminder == at("2014-08-30 23:59:59")


@pytest.mark.parametrize(("start", "n", "end"), [
    ("2026-02-13 16:00", 2, "2026-02-14 10:00"),
    ("2026-02-14 16:00", 2, "2026-02-24 10:00"),
    ("2026-02-27 16:30", 4, "2026-02-28 13:30"),
    ("2026-05-01 10:00", 2, "2026-05-06 11:00"),
    # Before work, over noon, after work, exactly to the end of a session and of a day.
    ("2026-03-02 07:00", 1, "2026-03-02 10:00"),
    ("2026-03-02 11:30", 1, "2026-03-02 13:30"),
    ("2026-03-02 12:20", 1, "2026-03-02 14:00"),
    ("2026-03-02 18:00", 1, "2026-03-03 10:00"),
    ("2026-03-02 10:00", 2, "2026-03-02 12:00"),
    ("2026-03-02 10:00", 6, "2026-03-02 17:00"),
    ("2026-03-02 10:00", 13, "2026-03-03 17:00"),
    ("2026-03-02 17:00", 7, "2026-03-03 17:00"),
    ("2026-03-02 09:00", 70, "2026-03-13 17:00"),
    ("2026-03-02 16:50", Decimal("0.5"), "2026-03-03 09:20"),
    ("2026-03-02 16:50", timedelta(minutes=30), "2026-03-03 09:20"),
])
def test_work_hours(start, n, end):
    assert after(at(start), n, Unit.WORK_HOURS, CALENDAR) == at(end)


@pytest.mark.parametrize(("n", "end"), [
    (Decimal("0.5"), "2026-10-01 00:15"), (2, "2026-10-01 01:45"), (24, "2026-10-01 23:45")])
def test_natural_hours_run_at_night_and_on_holidays(n, end):
    assert after(at("2026-09-30 23:45"), n, Unit.NATURAL_HOURS, CALENDAR) == at(end)


def test_days_are_local_days():
    """00:30 in Shanghai is still the day before in UTC."""
    start = datetime(2026, 3, 2, 16, 30, tzinfo=ZoneInfo("UTC"))  # Tuesday, 3 March, 00:30
    due = after(start, 1, Unit.WORKING_DAYS, CALENDAR)
    assert due == at("2026-03-04 23:59:59")
    assert due.utcoffset() == timedelta(hours=8)


def test_years_without_holidays_are_plain_weeks():
    assert after(at("2031-09-30 09:00"), 1, Unit.WORKING_DAYS, CALENDAR) == at("2031-10-01 23:59:59")


@pytest.mark.parametrize(("start", "end", "unit", "time"), [
    ("2026-02-13 16:00", "2026-02-24 10:00", Unit.WORK_HOURS, timedelta(hours=9)),
    ("2026-02-15 10:00", "2026-02-22 10:00", Unit.WORK_HOURS, timedelta(0)),
    ("2026-03-02 11:30", "2026-03-02 13:30", Unit.WORK_HOURS, timedelta(hours=1)),
    ("2025-12-31 16:00", "2026-01-04 10:00", Unit.WORK_HOURS, timedelta(hours=2)),
    ("2026-02-13 16:00", "2026-02-27 10:00", Unit.WORKING_DAYS, timedelta(days=5)),
    ("2026-01-21 16:00", "2026-02-24 10:00", Unit.NATURAL_DAYS, timedelta(days=34)),
    ("2026-01-21 16:00", "2026-01-21 16:20", Unit.NATURAL_HOURS, timedelta(minutes=20)),
    ("2026-01-21 16:00", "2026-01-21 15:00", Unit.NATURAL_HOURS, timedelta(0)),
])
def test_elapsed(start, end, unit, time):
    assert elapsed(at(start), at(end), unit, CALENDAR) == time


@pytest.mark.parametrize(("amount", "unit"), [
    (-1, Unit.WORK_HOURS), (Decimal("1.5"), Unit.WORKING_DAYS), (timedelta(hours=5), Unit.NATURAL_DAYS)])
def test_refuses_amounts_that_mean_nothing(amount, unit):
    with pytest.raises(ValueError, match=r"limit|whole"):
        after(at("2026-03-02 09:00"), amount, unit, CALENDAR)


def test_refuses_moments_without_a_zone():
    with pytest.raises(ValueError, match="time zone"):
        after(datetime(2026, 3, 2), 1, Unit.WORKING_DAYS, CALENDAR)


def test_looks_at_each_day_once_a_year_and_no_more():
    class Counting(dict):
        looks = 0

        def get(self, *args):
            self.looks += 1
            return super().get(*args)

    special = Counting({date(2026, 10, 1): False})
    calendar = Calendar(special)
    for _ in range(100):
        after(at("2026-03-02 09:00"), 60, Unit.WORKING_DAYS, calendar)
    assert special.looks == 365
