"""A shift from the roster to its outcome (domain.md §5.4)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from patrol.shifts import actions
from patrol.shifts.states import LATE_AFTER, RAISED_AFTER, SETTLED_AFTER, Act, State
from shuangliu.audit.models import Entry
from shuangliu.notices.models import Notice
from shuangliu.pages.conflict import Conflict

from . import patrols
from .patrols import EAST, END, START

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def told(user) -> list[str]:
    return list(Notice.objects.filter(user=user).order_by("id").values_list("kind", flat=True))


def test_published_walked_and_finished(cast):
    shift = patrols.shift(cast)
    assert (shift.state, shift.required) == (State.PUBLISHED, 2)
    assert told(cast.hong) == ["shift.published"]
    patrols.check_in(shift, at=START + 5 * MINUTE, by=cast.hong)
    assert (shift.state, shift.visited, shift.started_at) == (State.STARTED, 1, START + 5 * MINUTE)
    patrols.check_in(shift, at=START + 40 * MINUTE, by=cast.hong, number=2)
    shift = actions.finish(shift, by=cast.hong, at=START + 50 * MINUTE)
    assert (shift.state, shift.finished_at, shift.watch_at) == (State.FINISHED, START + 50 * MINUTE, None)
    acts = Entry.objects.filter(verb__startswith="shift.").order_by("id").values_list("verb", flat=True)
    assert list(acts) == ["shift.plan", "shift.publish", "shift.check-in", "shift.check-in", "shift.finish"]


def test_points_are_due_one_after_the_other_and_the_last_at_the_end(cast):
    shift = patrols.shift(cast, route=patrols.route(cast, n=4))
    assert [stop.due_at for stop in shift.stops.all()] == [START + 30 * n * MINUTE for n in (1, 2, 3, 4)]


def test_nobody_came_then_the_leader_then_the_sub_centre(cast):
    shift = patrols.shift(cast)
    assert not actions.watch(START + LATE_AFTER - MINUTE)
    assert actions.watch(START + LATE_AFTER) == {Act.LATE: 1}
    shift.refresh_from_db()
    assert shift.state == State.MISSED
    assert told(cast.jin) == ["shift.late"]
    assert told(cast.sun) == []
    assert not actions.watch(START + LATE_AFTER + RAISED_AFTER - MINUTE)
    assert actions.watch(START + LATE_AFTER + RAISED_AFTER) == {Act.RAISE: 1}
    assert told(cast.sun) == ["shift.raised"]
    assert not actions.watch(END + timedelta(days=1))


def test_whoever_comes_late_has_come(cast):
    shift = patrols.shift(cast)
    actions.watch(START + LATE_AFTER)
    patrols.check_in(shift, at=START + 50 * MINUTE, by=cast.hong)
    assert (shift.state, shift.visited) == (State.STARTED, 1)


def test_a_point_left_out_is_told_during_the_shift_and_raised(cast):
    shift = patrols.shift(cast)
    patrols.check_in(shift, at=START + 5 * MINUTE, by=cast.hong, number=2)
    assert not actions.watch(START + 59 * MINUTE)
    assert actions.watch(START + 60 * MINUTE) == {Act.SKIP: 1}
    assert told(cast.jin) == ["shift.skipped"]
    assert not actions.watch(START + 74 * MINUTE)
    assert actions.watch(START + 75 * MINUTE) == {Act.RAISE: 1}
    assert actions.watch(END + SETTLED_AFTER) == {Act.END: 1}
    shift.refresh_from_db()
    assert (shift.state, shift.finished_at) == (State.PARTIAL, END)


def test_what_a_phone_tells_after_the_end_puts_the_outcome_right(cast):
    shift = patrols.shift(cast)
    patrols.check_in(shift, at=START + 5 * MINUTE, by=cast.hong)
    actions.watch(START + 60 * MINUTE)
    actions.watch(END + SETTLED_AFTER)
    made = patrols.check_in(shift, at=END + timedelta(hours=3), made_at=START + 70 * MINUTE, by=cast.hong, number=2)
    assert (made.made_at, made.is_doubtful) == (START + 70 * MINUTE, False)
    assert (shift.state, shift.visited, shift.finished_at, shift.watch_at) == (State.FINISHED, 2, END, None)


def test_a_shift_told_wholly_after_its_end_was_not_missed(cast):
    shift = patrols.shift(cast)
    actions.watch(END)
    actions.watch(END + timedelta(hours=1))
    for number in (1, 2):
        patrols.check_in(shift, at=END + timedelta(hours=2), made_at=START + number * 10 * MINUTE, by=cast.hong,
                         number=number)
    assert (shift.state, shift.started_at) == (State.FINISHED, START + 10 * MINUTE)


def test_the_same_check_in_sent_twice_is_one(cast):
    shift = patrols.shift(cast)
    number, point = uuid4(), shift.stops.first().point
    said = {"by": cast.hong, "uuid": number, "way": "sign"}
    first, is_new = actions.check_in(shift, point, at=START, **said)
    again, is_new_again = actions.check_in(shift, point, at=START + MINUTE, **said)
    assert (first, is_new, is_new_again) == (again, True, False)
    with pytest.raises(Conflict):
        actions.check_in(shift, point, at=START, **said | {"by": cast.wang})


@pytest.mark.parametrize(("said", "mark"), [
    ({"way": "position", "longitude": 0, "latitude": 30.5}, "is_far"),
    ({"way": "hand"}, "is_unseen"),
    ({"way": "position"}, "is_unseen"),
    ({"way": "sign", "made_at": START - timedelta(hours=2)}, "is_untimely"),
    ({"way": "sign", "made_at": START + timedelta(hours=2)}, "is_clock_off"),
])
def test_a_doubtful_check_in_is_marked_and_counts(cast, said, mark):
    shift = patrols.shift(cast)
    made = patrols.check_in(shift, at=START + MINUTE, by=cast.hong, **said)
    assert {name for name in ("is_far", "is_unseen", "is_untimely", "is_clock_off") if getattr(made, name)} == {mark}
    assert shift.visited == 1


def test_as_near_as_the_radius_is_no_doubt(cast):
    shift = patrols.shift(cast)
    point = shift.stops.get(position=1).point
    for metres, is_far in ((point.radius - 1, False), (point.radius + 2, True)):
        made = patrols.check_in(shift, at=START, by=cast.hong, way="position", latitude=point.latitude,
                                longitude=point.longitude + metres * EAST)
        assert made.is_far is is_far
        assert abs(made.distance - metres) <= 1


def test_nobody_walks_two_shifts_at_once(cast):
    patrols.shift(cast)
    other = patrols.route(cast, "夜线")
    with pytest.raises(ValidationError, match="洪袖套"):
        patrols.planned(cast, route=other, starts_at=END - MINUTE, ends_at=END + timedelta(hours=1))
    assert patrols.planned(cast, route=other, starts_at=END, ends_at=END + timedelta(hours=1)).pk


def test_a_shift_that_began_is_not_cancelled(cast):
    shift = patrols.shift(cast)
    with pytest.raises(ValidationError):
        actions.cancel(shift, by=cast.jin, at=START, reason=" ")
    patrols.check_in(shift, at=START, by=cast.hong)
    with pytest.raises(actions.ShiftMoved):
        actions.cancel(shift, by=cast.jin, at=START, reason="暴雨")


def test_changing_the_time_moves_its_points(cast):
    shift = patrols.shift(cast)
    later = timedelta(hours=3)
    shift = actions.correct(shift, by=cast.jin, at=START - later, starts_at=START + later, ends_at=END + later,
                            with_police=True)
    assert [stop.due_at for stop in shift.stops.all()] == [START + later + 60 * MINUTE, END + later]
    assert shift.duties.get().starts_at == shift.starts_at
    assert shift.watch_at == START + later + LATE_AFTER
