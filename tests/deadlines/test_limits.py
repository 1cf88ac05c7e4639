"""A limit is an amount of a unit, said in the reader's words."""

from decimal import Decimal

import pytest
from django.utils import translation

from shuangliu.deadlines import Limit, Unit


@pytest.mark.parametrize(("amount", "unit", "chinese", "english"), [
    (4, "work_hours", "4 个工作小时", "4 work hour(s)"),
    ("0.5", "work_hours", "0.5 个工作小时", "0.5 work hour(s)"),
    (2, "working_days", "2 个工作日", "2 working day(s)"),
    (30, "natural_days", "30 天", "30 day(s)"),
    (Decimal("0.5"), "natural_hours", "30 分钟", "30 minute(s)"),
    (24, "natural_hours", "24 小时", "24 hour(s)"),
    ("1.25", "natural_hours", "1 小时 15 分", "1 h 15 min"),
])
def test_label(amount, unit, chinese, english):
    assert Limit(amount, unit).label == chinese
    with translation.override("en"):
        assert str(Limit(amount, unit)) == english


@pytest.mark.parametrize(("amount", "unit"), [
    (0, "work_hours"), (-2, "working_days"), ("1.5", "working_days"), (3, "fortnights")])
def test_refuses_what_is_no_limit(amount, unit):
    with pytest.raises(ValueError, match=r"limit|whole|fortnights"):
        Limit(amount, unit)


def test_equal_limits_are_equal():
    assert Limit(2, "working_days") == Limit(Decimal(2), Unit.WORKING_DAYS)
