"""Amounts in capitals and days, as banks and courts write them."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation.papers.wording import DIGITS, age, capitals, clock, day, dispute, money

pytestmark = pytest.mark.once


@pytest.mark.parametrize(("amount", "said"), [
    ("0", "零元整"), ("200", "贰佰元整"), ("10", "壹拾元整"), ("101", "壹佰零壹元整"), ("110", "壹佰壹拾元整"),
    ("1001", "壹仟零壹元整"), ("1010", "壹仟零壹拾元整"), ("10000", "壹万元整"), ("10500", "壹万零伍佰元整"),
    ("15000", "壹万伍仟元整"), ("100001", "壹拾万零壹元整"), ("1000000", "壹佰万元整"),
    ("10010010", "壹仟零壹万零壹拾元整"),
    ("100000000", "壹亿元整"), ("100010000", "壹亿零壹万元整"), ("100000001", "壹亿零壹元整"),
    ("123456789.12", "壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元壹角贰分"), ("1000000000000", "壹万亿元整"),
    ("1234500000000", "壹万贰仟叁佰肆拾伍亿元整"), ("1409.50", "壹仟肆佰零玖元伍角整"),
    ("6007.14", "陆仟零柒元壹角肆分"),
    ("1680.32", "壹仟陆佰捌拾元零叁角贰分"), ("325.04", "叁佰贰拾伍元零肆分"), ("0.5", "伍角整"), ("0.05", "伍分"),
    ("1000.50", "壹仟元零伍角整"),
])
def test_amounts_in_capitals(amount, said):
    assert capitals(Decimal(amount)) == "人民币" + said


@given(st.integers(0, 10**16 - 1))
def test_capitals_say_the_same_amount(whole):
    assert read(capitals(Decimal(whole)).removeprefix("人民币").removesuffix("元整")) == whole


def read(said: str) -> int:
    """Capitals back to a number, written another way than they are made."""
    total = section = digit = 0
    for sign in said:
        if sign in DIGITS:
            digit = DIGITS.index(sign)
        elif sign in "拾佰仟":
            section += digit * {"拾": 10, "佰": 100, "仟": 1000}[sign]
            digit = 0
        elif sign == "万":
            total += (section + digit) * 10_000
            section = digit = 0
        else:
            total = (total + section + digit) * 10**8
            section = digit = 0
    return total + section + digit


def test_no_amount_below_nothing():
    with pytest.raises(ValueError, match="-1"):
        capitals(Decimal(-1))


def test_days_and_ages():
    assert day(date(2014, 7, 31)) == "2014年7月31日"
    assert day(None) == "______年____月____日"
    assert money(Decimal(200)) == "人民币贰佰元整（¥200.00）"
    assert age(date(1980, 1, 1), date(2026, 1, 1)) == "46岁"
    assert age(date(1980, 1, 2), date(2026, 1, 1)) == "45岁"
    assert age(date(2026, 2, 1), date(2026, 1, 1)) == ""


def test_what_two_sides_have_between_them_is_a_dispute():
    assert [dispute(name) for name in ("邻里纠纷", "劳动争议", "用水排水通行通风采光")] == [
        "邻里纠纷", "劳动争议", "用水排水通行通风采光纠纷"]


def test_a_moment_of_a_record():
    assert clock(datetime(2026, 3, 5, 9, 5)) == "2026年3月5日9时05分"
