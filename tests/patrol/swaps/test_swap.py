"""A swap with consent: asked, agreed, granted; and every way in which it comes to nothing."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from patrol.shifts import actions as shifts
from patrol.swaps import actions
from patrol.swaps.states import State
from shuangliu.notices.models import Notice
from shuangliu.pages.conflict import Conflict

from .. import patrols
from ..patrols import END, START
from ..roster import weeks

pytestmark = pytest.mark.django_db
HOUR, AT = timedelta(hours=1), START - timedelta(hours=6)


def asked(cast, shift=None, **more):
    return actions.ask(shift or patrols.shift(cast), by=cast.hong, at=AT, taker=cast.wang, **more)


def agreed(cast, shift=None):
    return actions.agree(asked(cast, shift), by=cast.wang, at=AT + HOUR)


def walkers(shift) -> set[str]:
    return set(shift.duties.values_list("person__username", flat=True))


def told(user) -> list[str]:
    return list(Notice.objects.filter(user=user).order_by("id").values_list("kind", flat=True))


def test_the_roster_changes_only_when_it_is_granted(cast):
    shift = patrols.shift(cast)
    swap = asked(cast, shift)
    assert (swap.state, walkers(shift)) == (State.ASKED, {"hong"})
    swap = actions.agree(swap, by=cast.wang, at=AT + HOUR)
    assert (swap.state, walkers(shift)) == (State.AGREED, {"hong"})
    swap = actions.grant(swap, by=cast.jin, at=AT + 2 * HOUR)
    assert (swap.state, walkers(shift), swap.ended_by) == (State.GRANTED, {"wang"}, cast.jin)
    assert told(cast.wang) == ["swap.asked", "swap.granted", "shift.published"]
    assert told(cast.jin) == ["swap.agreed"]
    assert told(cast.hong) == ["shift.published", "swap.agreed", "swap.granted", "shift.taken-off"]


@pytest.mark.parametrize(("act", "who", "state"), [
    (actions.decline, "wang", State.DECLINED), (actions.withdraw, "hong", State.WITHDRAWN)])
def test_either_may_end_it(cast, act, who, state):
    swap = act(asked(cast), by=getattr(cast, who), at=AT)
    assert (swap.state, walkers(swap.shift)) == (state, {"hong"})
    with pytest.raises(actions.SwapMoved):
        actions.agree(swap, by=cast.wang, at=AT)


def test_the_leader_refuses_with_a_reason(cast):
    swap = agreed(cast)
    with pytest.raises(ValidationError):
        actions.refuse(swap, by=cast.jin, at=AT, answer=" ")
    assert actions.refuse(swap, by=cast.jin, at=AT, answer="当日有联合行动").state == State.REFUSED
    with pytest.raises(actions.SwapMoved):
        actions.grant(swap, by=cast.jin, at=AT)


def test_it_is_not_granted_before_the_other_agreed(cast):
    with pytest.raises(actions.SwapMoved):
        actions.grant(asked(cast), by=cast.jin, at=AT)


def test_once_the_shift_has_begun_it_expires(cast):
    swap = agreed(cast)
    assert actions.expire(START - HOUR) == 0
    assert actions.expire(START) == 1
    swap.refresh_from_db()
    assert (swap.state, walkers(swap.shift)) == (State.EXPIRED, {"hong"})
    assert actions.expire(START) == 0


def test_nothing_is_granted_after_the_start_even_before_the_sweep(cast):
    with pytest.raises(Conflict):
        actions.grant(agreed(cast), by=cast.jin, at=START)


def test_a_cancelled_shift_is_not_swapped(cast):
    swap = agreed(cast)
    shifts.cancel(swap.shift, by=cast.jin, at=AT, reason="暴雨")
    assert actions.expire(AT) == 1


def test_the_checks_of_staffing_hold_and_nothing_is_half_done(cast):
    swap = agreed(cast)
    patrols.planned(cast, route=patrols.route(cast, "别线"), people=[cast.wang], starts_at=START + HOUR,
                    ends_at=END + HOUR)
    with pytest.raises(ValidationError, match="王网格"):
        actions.grant(swap, by=cast.jin, at=AT)
    swap.refresh_from_db()
    assert (swap.state, walkers(swap.shift)) == (State.AGREED, {"hong"})


def test_less_rest_needs_the_leaders_reason(cast):
    weeks.rule()
    swap = agreed(cast)
    patrols.planned(cast, route=patrols.route(cast, "别线"), people=[cast.wang], starts_at=END + HOUR,
                    ends_at=END + 2 * HOUR)
    with pytest.raises(ValidationError):
        actions.grant(swap, by=cast.jin, at=AT)
    assert actions.grant(swap, by=cast.jin, at=AT, rest_reason="双方同意").state == State.GRANTED


def test_who_may_ask_whom(cast):
    shift = patrols.shift(cast, people=[cast.hong, cast.li])
    with pytest.raises(ValidationError):
        actions.ask(shift, by=cast.hong, at=AT, taker=cast.li)
    with pytest.raises(Conflict):
        actions.ask(shift, by=cast.wang, at=AT, taker=cast.hong)
    swap = asked(cast, shift)
    with pytest.raises(Conflict):
        asked(cast, shift)
    assert asked(cast, shift, uuid=swap.uuid) == swap
    actions.withdraw(swap, by=cast.hong, at=AT)
    assert asked(cast, shift).pk


def test_whoever_was_taken_off_meanwhile_swaps_nothing(cast):
    swap = agreed(cast)
    shifts.staff(swap.shift, by=cast.jin, at=AT, people=[cast.li])
    with pytest.raises(Conflict):
        actions.grant(swap, by=cast.jin, at=AT)
    assert walkers(swap.shift) == {"li"}
