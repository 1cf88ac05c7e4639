"""What holds for every calendar, start and limit."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shuangliu.deadlines.limits import Limit, Unit, span
from shuangliu.deadlines.moments import moments
from shuangliu.deadlines.workdays import SHANGHAI, Calendar
from shuangliu.deadlines.worktime import after, elapsed

pytestmark = pytest.mark.once

starts = st.datetimes(datetime(2026, 1, 1), datetime(2027, 6, 30), timezones=st.just(SHANGHAI))
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
special_days = st.dictionaries(days, st.booleans(), max_size=60)
units = st.sampled_from(Unit)
amounts = st.integers(1, 90)

rests = st.timedeltas(timedelta(0), timedelta(days=40))

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
@given(special_days, starts, rests, rests, units)
def test_time_adds_up(special, start, first, second, unit):
    calendar = Calendar(special)
    middle, end = start + first, start + first + second
    assert (elapsed(start, middle, unit, calendar) + elapsed(middle, end, unit, calendar)
            == elapsed(start, end, unit, calendar))


@steady
@given(special_days, starts, amounts, units, rests, rests)
def test_a_pause_never_loses_time(special, start, n, unit, run, rest):
    """Paused after `run`, resumed after `rest`: all that was left is still to go, the end is no earlier."""
    calendar = Calendar(special)
    due = after(start, n, unit, calendar)
    paused = min(start + run, due)
    resumed = paused + rest
    left = elapsed(paused, due, unit, calendar)
    due_again = after(resumed, left, unit, calendar)
    assert due_again >= due
    assert elapsed(resumed, due_again, unit, calendar) >= left
    if not rest:
        assert due_again == due


@steady
@given(special_days, starts, amounts, units)
def test_warns_before_it_ends_and_raises_after(special, start, n, unit):
    limit, calendar = Limit(n, unit), Calendar(special)
    warn_at, due_at, raise_at = moments(start, limit.span, limit, calendar)
    assert warn_at < due_at < raise_at <= after(due_at, 3, Unit.WORKING_DAYS, calendar)
    assert due_at == after(start, n, unit, calendar)
