"""Rest rules: warned of, overridden with a reason, at every door by which somebody comes onto a shift."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from patrol.shifts import actions, rest
from patrol.shifts.rules import RestRule

from .. import patrols
from ..patrols import END, START
from . import weeks

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
RULE = RestRule(hours=8, nights=2)


def span(starts_at, hours: float) -> rest.Span:
    return rest.Span(starts_at, starts_at + hours * HOUR)


def test_hours_of_rest_before_and_after():
    own = span(START, 2)
    assert rest.faults(own, [span(END + 8 * HOUR, 2), span(START - 10 * HOUR, 2)], RULE) == []
    assert len(rest.faults(own, [span(END + 7.5 * HOUR, 2)], RULE)) == 1
    assert "7.5" in rest.faults(own, [span(START - 9.5 * HOUR, 2)], RULE)[0]
    assert rest.faults(own, [span(END, 2)], None) == []


@pytest.mark.parametrize(("hour", "lasts", "night"), [
    (22, 1, False), (22, 1.5, True), (23, 2, True), (2, 2, True), (5, 2, False), (4, 2, True), (20, 12, True),
    (9, 8, False)])
def test_a_shift_of_the_night_touches_the_hours_between(hour, lasts, night):
    assert rest.is_night(span(START.replace(hour=hour), lasts), RULE) is night


def test_nights_are_counted_by_the_week_of_their_start():
    night = START.replace(hour=23) - 2 * DAY  # Monday
    others = [span(night + DAY, 2), span(night + 2 * DAY, 2), span(night - DAY, 2)]
    assert len(rest.faults(span(night, 2), others, RULE)) == 1
    assert rest.faults(span(night, 2), others[1:], RULE) == []


@given(st.integers(-200, 200), st.integers(1, 12))
def test_more_rest_is_never_worse(gap, hours):
    """Moving the other shift further away never adds a fault of rest."""
    rule = SimpleNamespace(hours=8, nights=7, night_from=RULE.night_from, night_until=RULE.night_until)
    other = END + gap * HOUR if gap >= 0 else START + gap * HOUR - hours * HOUR
    further = other + (HOUR if gap >= 0 else -HOUR)
    near = rest.faults(span(START, 2), [span(other, hours)], rule)
    assert len(rest.faults(span(START, 2), [span(further, hours)], rule)) <= len(near)


@pytest.mark.django_db
def test_less_rest_needs_a_reason(cast):
    weeks.rule()
    patrols.shift(cast)
    second = {"route": patrols.route(cast, "夜线"), "starts_at": END + HOUR, "ends_at": END + 2 * HOUR}
    with pytest.raises(ValidationError) as refused:
        patrols.planned(cast, **second)
    assert "洪袖套" in str(refused.value.error_dict["rest_reason"][0])
    made = patrols.planned(cast, **second, rest_reason="人手不足，本人同意")
    assert made.rest_reason == "人手不足，本人同意"


@pytest.mark.django_db
def test_staffing_and_moving_ask_the_same(cast):
    weeks.rule()
    patrols.shift(cast)
    other = patrols.planned(cast, route=patrols.route(cast, "夜线"), people=[cast.wang], starts_at=END + HOUR,
                            ends_at=END + 2 * HOUR)
    with pytest.raises(ValidationError):
        actions.staff(other, by=cast.jin, at=START - HOUR, people=[cast.hong])
    assert set(other.duties.values_list("person", flat=True)) == {cast.wang.pk}
    third = patrols.planned(cast, route=patrols.route(cast, "晨线"), starts_at=END + DAY, ends_at=END + DAY + HOUR)
    with pytest.raises(ValidationError):
        actions.correct(third, by=cast.jin, at=START - HOUR, starts_at=END + HOUR, ends_at=END + 2 * HOUR,
                        with_police=False)
    actions.staff(other, by=cast.jin, at=START - HOUR, people=[cast.hong], rest_reason="本人同意")
    other.refresh_from_db()
    assert other.rest_reason == "本人同意"


@pytest.mark.django_db
def test_without_a_rule_nobody_is_warned(cast):
    patrols.shift(cast)
    assert patrols.planned(cast, route=patrols.route(cast, "夜线"), starts_at=END, ends_at=END + HOUR).pk
