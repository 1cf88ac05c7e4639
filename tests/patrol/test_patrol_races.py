"""Two at once: two leaders publish, plan the same person, grant and withdraw the same swap."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from patrol.models import Duty, Shift, Swap
from patrol.roster import actions as roster
from patrol.roster.proposals import carry_out, of_template
from patrol.shifts import actions
from patrol.shifts.states import State
from patrol.swaps import actions as swaps
from shuangliu.audit.models import Entry
from shuangliu.notices.models import Notice
from tests.at_once import at_once

from . import patrols
from .patrols import END, START
from .roster import weeks
from .swaps.test_swap import agreed

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
AT = START - timedelta(hours=5)


def refused(outcomes, kind) -> int:
    assert not [one for one in outcomes if isinstance(one, Exception) and not isinstance(one, kind)], outcomes
    return sum(isinstance(one, kind) for one in outcomes)


def test_a_shift_is_published_once(cast):
    shift = patrols.planned(cast)
    outcomes = at_once(*[lambda: actions.publish(shift, by=cast.jin, at=AT)] * 3)
    assert refused(outcomes, actions.ShiftMoved) == 2
    assert Notice.objects.filter(user=cast.hong, kind="shift.published").count() == 1


def test_a_week_published_by_two_tells_each_walker_once(cast):
    for number in range(4):
        patrols.planned(cast, route=patrols.route(cast, f"{number}线"), starts_at=START + timedelta(hours=3 * number),
                        ends_at=END + timedelta(hours=3 * number))
    outcomes = at_once(*[lambda: roster.publish_week(weeks.THIS, by=cast.jin, at=AT)] * 2)
    assert sum(outcomes) == 4
    assert Notice.objects.filter(user=cast.hong, kind="shift.published").count() == 4


def test_nobody_is_planned_twice_at_once_by_two(cast):
    routes = [patrols.route(cast, name) for name in ("东线", "西线")]
    outcomes = at_once(*[lambda route=route: patrols.planned(cast, route=route, people=[cast.hong, cast.wang])
                         for route in routes])
    assert refused(outcomes, ValidationError) == 1
    assert Duty.objects.filter(person=cast.hong).count() == 1


def test_a_template_applied_by_two_fills_the_week_once(cast):
    template = weeks.template(cast, weekdays=[1, 2, 3])
    outcomes = at_once(*[lambda: carry_out(of_template(template, weeks.NEXT, at=AT), by=cast.jin, at=AT)] * 2)
    assert not [one for one in outcomes if isinstance(one, Exception)], outcomes
    assert Shift.objects.count() == 3


def test_a_swap_is_granted_once_or_withdrawn(cast):
    swap = agreed(cast)
    outcomes = at_once(lambda: swaps.grant(swap, by=cast.jin, at=AT), lambda: swaps.grant(swap, by=cast.jin, at=AT),
                       lambda: swaps.withdraw(swap, by=cast.hong, at=AT))
    assert refused(outcomes, swaps.SwapMoved) == 2
    state, walker = Swap.objects.get().state, swap.shift.duties.get().person
    assert (state, walker) in {("granted", cast.wang), ("withdrawn", cast.hong)}
    assert Entry.objects.filter(verb__in=["swap.grant", "swap.withdraw"]).count() == 1


def test_a_grant_and_the_sweep_do_not_wait_for_each_other(cast):
    swap = agreed(cast)
    outcomes = at_once(lambda: swaps.grant(swap, by=cast.jin, at=START - timedelta(seconds=1)),
                       lambda: swaps.expire(START))
    refused(outcomes, swaps.SwapMoved)
    assert Swap.objects.get().state in ("granted", "expired")


def test_a_grant_and_a_change_of_people_are_one_after_the_other(cast):
    swap = agreed(cast)
    at_once(lambda: swaps.grant(swap, by=cast.jin, at=AT),
            lambda: actions.staff(swap.shift, by=cast.jin, at=AT, people=[cast.li]))
    shift = Shift.objects.get()
    assert shift.state == State.PUBLISHED
    assert shift.duties.get().person == cast.li or Swap.objects.get().state == "granted"
