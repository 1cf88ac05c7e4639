"""The judgement: more never lowers a level, and the reasons are those thresholds that are reached."""

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from mediation.screening.periods import DAY, Every, period_of, periods, remind_on
from mediation.screening.rule import FIRST, RAISING, Counts, Level, Measure, judge, reasons

CASES = some.lists(some.tuples(some.sampled_from(["01", "02", "03"]), some.booleans()), max_size=20)
TABLES = some.dictionaries(
    some.sampled_from(RAISING),
    some.dictionaries(some.sampled_from(list(Measure)), some.integers(1, 8), min_size=1))
DAYS = some.dates(date(2020, 1, 1), date(2032, 12, 31))


@given(TABLES, CASES, some.sampled_from(["01", "02", "03"]), some.booleans())
def test_one_more_case_never_lowers_the_level(table, cases, scale, is_late):
    before, after = judge(table, Counts.of(cases)), judge(table, Counts.of([*cases, (scale, is_late)]))
    assert after.rank >= before.rank


@given(TABLES, CASES.filter(lambda cases: any(not late for _scale, late in cases)))
def test_one_more_overdue_case_never_lowers_the_level(table, cases):
    first = next(n for n, (_scale, late) in enumerate(cases) if not late)
    worse = [*cases[:first], (cases[first][0], True), *cases[first + 1:]]
    assert judge(table, Counts.of(worse)).rank >= judge(table, Counts.of(cases)).rank


@given(TABLES, CASES, some.integers(0, 19))
def test_closing_a_case_never_raises_the_level(table, cases, n):
    rest = cases[:n] + cases[n + 1:]
    assert judge(table, Counts.of(rest)).rank <= judge(table, Counts.of(cases)).rank


@given(TABLES, CASES)
def test_a_level_has_a_reason_and_none_above_it_has(table, cases):
    counts = Counts.of(cases)
    level = judge(table, counts)
    assert bool(reasons(table, level, counts)) == (level != Level.NONE)
    assert all(not reasons(table, above, counts) for above in RAISING if above.rank > level.rank)


def test_the_first_rule_in_examples():
    small, group, major = ("01", False), ("02", False), ("03", False)
    assert judge(FIRST, Counts.of([])) == Level.NONE
    assert judge(FIRST, Counts.of([small])) == Level.NONE
    assert judge(FIRST, Counts.of([small, small])) == Level.BLUE
    assert judge(FIRST, Counts.of([("01", True)])) == Level.BLUE
    assert judge(FIRST, Counts.of([group, group])) == Level.YELLOW
    assert judge(FIRST, Counts.of([major])) == Level.ORANGE
    assert judge(FIRST, Counts.of([("02", True)])) == Level.ORANGE
    assert judge(FIRST, Counts.of([major, major])) == Level.RED


@given(some.sampled_from(list(Every)), DAYS)
def test_a_period_holds_its_day_and_reminds_within(every, day):
    first, last = period_of(every, day)
    assert first <= day <= last
    assert period_of(every, first) == period_of(every, last) == (first, last)
    assert first <= remind_on(every, first, last) < last


@given(some.sampled_from(list(Every)), DAYS, some.integers(0, 200))
def test_periods_follow_each_other_without_gap(every, first, days):
    until = first + timedelta(days)
    found = periods(every, first, until)
    assert found[0][0] == first
    assert found[-1][0] <= until <= found[-1][1]
    assert all(after[0] == before[1] + DAY for before, after in itertools.pairwise(found))
