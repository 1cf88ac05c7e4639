"""The county's own numbers: when clocks warn and raise, and in which hours it works."""

from datetime import datetime, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from shuangliu.deadlines import Limit, Unit, calendars
from shuangliu.deadlines.models import ClockRule
from shuangliu.deadlines.moments import moments
from tests.conftest import SHANGHAI

WEDNESDAY = datetime(2026, 3, 11, 9, 30, tzinfo=SHANGHAI)


@pytest.fixture(autouse=True)
def _fresh(db):
    calendars.forget()
    yield
    calendars.forget()


def clock(limit: Limit):
    return moments(WEDNESDAY, limit.span, limit, calendars.current())


def test_without_a_row_the_defaults_hold():
    assert clock(Limit(10, Unit.NATURAL_HOURS)).warn_at == WEDNESDAY.replace(hour=17)
    assert clock(Limit(10, Unit.NATURAL_HOURS)).raise_at == datetime(2026, 3, 12, 0, 30, tzinfo=SHANGHAI)


def test_a_row_counts_at_once_for_clocks_that_start_now():
    clock(Limit(10, Unit.NATURAL_HOURS))
    ClockRule.objects.create(pk=1, warn_percent=50, raise_percent=200, raise_days=1)
    steps = clock(Limit(10, Unit.NATURAL_HOURS))
    assert (steps.warn_at.hour, steps.warn_at.minute) == (14, 30)
    assert steps.raise_at == datetime(2026, 3, 12, 5, 30, tzinfo=SHANGHAI)
    assert clock(Limit(10, Unit.WORKING_DAYS)).raise_at.date() == datetime(2026, 3, 26).date()


def test_work_hours_are_those_of_the_county():
    ClockRule.objects.create(pk=1, morning_from=time(8), morning_to=time(12), afternoon_from=time(14),
                             afternoon_to=time(18))
    assert clock(Limit(4, Unit.WORK_HOURS)).due_at == WEDNESDAY.replace(hour=15, minute=30)


@pytest.mark.parametrize("wrong", [{"morning_to": time(14)}, {"afternoon_to": time(13)}, {"warn_percent": 100},
                                   {"raise_percent": 100}, {"raise_days": 0}])
def test_numbers_that_make_no_sense_are_refused(wrong):
    rule = ClockRule(pk=1, **wrong)
    with pytest.raises(ValidationError):
        rule.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        rule.save()
