from datetime import date

import pytest

from shuangliu.indicators.models import NamedPeriod
from shuangliu.indicators.periods import Period, PeriodForm, month_before, month_end, offered

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def days(period):
    return str(period.start), str(period.end)


def chosen(**query):
    return PeriodForm(query, today=TODAY).chosen()


def test_the_usual_periods_end_today_or_with_the_last_month():
    assert {period.key: days(period) for period in offered(TODAY)} == {
        "this-week": ("2026-11-23", "2026-11-23"),
        "last-week": ("2026-11-16", "2026-11-22"),
        "this-month": ("2026-11-01", "2026-11-23"),
        "last-month": ("2026-10-01", "2026-10-31"),
        "this-quarter": ("2026-10-01", "2026-11-23"),
        "last-quarter": ("2026-07-01", "2026-09-30"),
        "this-year": ("2026-01-01", "2026-11-23"),
        "last-year": ("2025-01-01", "2025-12-31"),
    }


@pytest.mark.parametrize(("today", "quarter", "last_month"), [
    (date(2026, 1, 1), "2026-01-01", ("2025-12-01", "2025-12-31")),
    (date(2024, 3, 31), "2024-01-01", ("2024-02-01", "2024-02-29")),
    (date(2026, 12, 31), "2026-10-01", ("2026-11-01", "2026-11-30")),
])
def test_at_the_edges_of_the_year(today, quarter, last_month):
    periods = {period.key: period for period in offered(today)}
    assert str(periods["this-quarter"].start) == quarter
    assert days(periods["last-month"]) == last_month


@pytest.mark.parametrize(("key", "before", "a_year_ago"), [
    ("this-week", ("2026-11-16", "2026-11-16"), ("2025-11-23", "2025-11-23")),
    ("last-week", ("2026-11-09", "2026-11-15"), ("2025-11-16", "2025-11-22")),
    ("this-month", ("2026-10-01", "2026-10-23"), ("2025-11-01", "2025-11-23")),
    ("last-month", ("2026-09-01", "2026-09-30"), ("2025-10-01", "2025-10-31")),
    ("this-quarter", ("2026-07-01", "2026-08-23"), ("2025-10-01", "2025-11-23")),
    ("last-quarter", ("2026-04-01", "2026-06-30"), ("2025-07-01", "2025-09-30")),
    ("this-year", ("2025-01-01", "2025-11-23"), ("2025-01-01", "2025-11-23")),
    ("last-year", ("2024-01-01", "2024-12-31"), ("2024-01-01", "2024-12-31")),
])
def test_the_period_before_and_the_year_before(key, before, a_year_ago):
    period = next(one for one in offered(TODAY) if one.key == key)
    assert (days(period.previous), days(period.year_before)) == (before, a_year_ago)


@pytest.mark.parametrize(("start", "end", "before"), [
    (date(2026, 3, 1), date(2026, 3, 31), ("2026-02-01", "2026-02-28")),  # a whole month
    (date(2011, 8, 1), date(2014, 7, 31), ("2008-08-01", "2011-07-31")),  # three years
    (date(2026, 3, 2), date(2026, 3, 31), ("2026-01-31", "2026-03-01")),  # thirty days
    (date(2024, 2, 29), date(2024, 2, 29), ("2024-02-28", "2024-02-28")),
])
def test_days_of_ones_choice_have_a_period_before_too(start, end, before):
    assert days(Period("custom", "", start, end).previous) == before


def test_a_leap_day_has_a_year_before():
    assert days(Period("custom", "", date(2024, 2, 29), date(2024, 2, 29)).year_before) == ("2023-02-28", "2023-02-28")


def test_months_begin_and_end():
    assert month_before(date(2026, 3, 31)) == date(2026, 2, 1)
    assert [month_end(date(2026, month, 15)).day for month in (1, 2, 4, 12)] == [31, 28, 30, 31]


def test_named_periods_come_last_in_their_order():
    NamedPeriod.objects.create(name="春季行动", start="2026-03-01", end="2026-05-31", order=2)
    report = NamedPeriod.objects.create(name="报告期", start="2011-08-01", end="2014-07-31", order=1)
    assert [period.label for period in offered(TODAY)[8:]] == ["报告期", "春季行动"]
    assert days(chosen(period=f"named-{report.pk}")) == ("2011-08-01", "2014-07-31")


def test_what_is_asked_for():
    assert chosen().key == "this-month"
    assert days(chosen(period="last-month", start="2020-01-01", end="2020-01-02")) == ("2026-10-01", "2026-10-31")
    assert days(chosen(start="2020-01-01", end="2020-01-02")) == ("2020-01-01", "2020-01-02")
    assert days(chosen(period="custom", start="2020-01-02", end="2020-01-02")) == ("2020-01-02", "2020-01-02")


@pytest.mark.parametrize(("query", "field"), [
    ({"period": "custom"}, "start"),
    ({"start": "2020-01-01"}, "end"),
    ({"start": "2020-02-30", "end": "2020-03-01"}, "start"),
    ({"start": "2020-01-02", "end": "2020-01-01"}, "end"),
    ({"period": "next-month"}, "period"),
    ({"period": "named-99"}, "period"),
])
def test_a_period_that_makes_no_sense_is_said_at_its_field(query, field):
    form = PeriodForm(query, today=TODAY)
    assert field in form.errors
    assert form.chosen().key == "this-month"


def test_the_months_of_a_long_period_are_cut_to_it():
    months = Period("", "", date(2024, 12, 20), date(2026, 2, 3)).months
    assert [month.label for month in (months[0], months[1], months[-1])] == ["2024-12", "2025-01", "2026-02"]
    assert days(months[0]) == ("2024-12-20", "2024-12-31")
    assert days(months[1]) == ("2025-01-01", "2025-01-31")
    assert days(months[-1]) == ("2026-02-01", "2026-02-03")


def test_a_short_period_is_the_end_of_twelve_months():
    months = Period("", "", date(2026, 11, 20), date(2026, 11, 23)).months
    assert len(months) == 12
    assert days(months[0]) == ("2025-12-01", "2025-12-31")
    assert days(months[-1]) == ("2026-11-01", "2026-11-23")
