"""What holds for every calendar, start and limit."""

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from shuangliu.deadlines.limits import Limit, Unit, span
from shuangliu.deadlines.moments import moments
from shuangliu.deadlines.workdays import SHANGHAI, Calendar
from shuangliu.deadlines.worktime import after, elapsed

starts = st.datetimes(datetime(2026, 1, 1), datetime(2027, 6, 30), timezones=st.just(SHANGHAI))
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
special_days = st.dictionaries(days, st.booleans(), max_size=60)
units = st.sampled_from(Unit)
amounts = st.integers(1, 90)

steady = settings(deadline=None, derandomize=True)


@steady
@given(special_days, st.sets(days, min_size=1, max_size=30), starts, amounts, units)
def test_a_holiday_more_never_makes_a_limit_shorter(special, holidays, start, n, unit):
    limit = Limit(n, unit)
    before = moments(start, limit.span, limit, Calendar(special))
    later = moments(start, limit.span, limit, Calendar(special | dict.fromkeys(holidays, False)))
    assert all(new >= old for new, old in zip(later, before, strict=True))


@steady
@given(special_days, starts, amounts, amounts, units)
def test_more_time_never_ends_earlier(special, start, n, more, unit):
    calendar = Calendar(special)
    assert start <= after(start, n, unit, calendar) <= after(start, n + more, unit, calendar)


@steady
@given(special_days, starts, amounts, units.filter(lambda unit: unit != Unit.NATURAL_DAYS))
def test_what_has_gone_by_at_the_end_is_the_limit(special, start, n, unit):
    calendar = Calendar(special)
    assert elapsed(start, after(start, n, unit, calendar), unit, calendar) == span(n, unit)


@steady
@given(special_days, starts, st.timedeltas(timedelta(0), timedelta(days=40)),
       st.timedeltas(timedelta(0), timedelta(days=40)), units)
def test_time_adds_up(special, start, first, second, unit):
    calendar = Calendar(special)
    middle, end = start + first, start + first + second
    assert (elapsed(start, middle, unit, calendar) + elapsed(middle, end, unit, calendar)
            == elapsed(start, end, unit, calendar))


@steady
@given(special_days, starts, st.timedeltas(timedelta(0), timedelta(days=20)),
       st.timedeltas(timedelta(0), timedelta(days=20)), st.timedeltas(timedelta(0), timedelta(hours=60)))
def test_work_hours_are_counted_like_a_stopwatch(special, start, run, rest, left):
    """Paused after `run` and resumed after `rest`, exactly what was left is still to go."""
    calendar = Calendar(special)
    paused = start + run
    due = after(paused, left, Unit.WORK_HOURS, calendar)
    resumed = paused + rest
    remaining = elapsed(paused, due, Unit.WORK_HOURS, calendar)
    due = after(resumed, remaining, Unit.WORK_HOURS, calendar)
    assert elapsed(resumed, due, Unit.WORK_HOURS, calendar) == left


@steady
@given(special_days, starts, amounts, units)
def test_warns_before_it_ends_and_raises_after(special, start, n, unit):
    limit, calendar = Limit(n, unit), Calendar(special)
    warn_at, due_at, raise_at = moments(start, limit.span, limit, calendar)
    assert warn_at < due_at < raise_at <= after(due_at, 3, Unit.WORKING_DAYS, calendar)
    assert due_at == after(start, n, unit, calendar)
