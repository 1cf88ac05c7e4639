"""Each step of each clock is taken exactly once, whatever happens on the way."""

import logging

import pytest

from shuangliu import deadlines
from shuangliu.accounts.models import User
from shuangliu.deadlines import sweep
from shuangliu.deadlines.models import Deadline, DeadlineStep
from shuangliu.deadlines.signals import step_reached
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.deadlines.tasks import sweep as task
from tests.deadlines.story import at, start


@pytest.fixture
def hearing():
    """Connect receivers for the length of a story."""
    connected = []

    def hear(receiver):
        step_reached.connect(receiver, weak=False)
        connected.append(receiver)

    yield hear
    for receiver in connected:
        step_reached.disconnect(receiver)


@pytest.fixture
def matters(db):
    return [User.objects.create(username=f"matter-{n}") for n in range(7)]


def steps():
    return list(DeadlineStep.objects.order_by("id").values_list("deadline__matter_id", "step"))


def test_step_by_step(matter, heard):
    clock = start(matter)
    for when, counts in [
        ("2026-03-11 13:41", {}),
        ("2026-03-11 13:42", {"warned": 1}),
        ("2026-03-11 13:42", {}),
        ("2026-03-11 14:31", {"overdue": 1}),
        ("2026-03-11 16:29", {}),
        ("2026-03-11 16:31", {"raised": 1}),
        ("2026-12-31 16:31", {}),
    ]:
        assert escalate_overdue(at(when)) == counts
    assert heard == [(clock, "warned", at("2026-03-11 13:42")), (clock, "overdue", at("2026-03-11 14:31")),
                     (clock, "raised", at("2026-03-11 16:31"))]
    assert [(step.step, step.at) for step in clock.steps.order_by("id")] == [news[1:] for news in heard]
    clock.refresh_from_db()
    assert (clock.step, clock.next_check_at) == ("raised", None)


def test_after_a_long_night_every_step_is_taken_in_order(matter, heard):
    start(matter)
    assert escalate_overdue(at("2026-03-20 09:00")) == {"warned": 1, "overdue": 1, "raised": 1}
    assert [step for _, step, _ in heard] == ["warned", "overdue", "raised"]


def test_paused_and_stopped_clocks_take_no_step(matters, heard):
    for matter in matters:
        start(matter)
    deadlines.pause(matters[0], at=at("2026-03-11 10:00"))
    deadlines.stop(matters[1], at=at("2026-03-11 10:00"))
    deadlines.cancel(matters[2], at=at("2026-03-11 10:00"))
    escalate_overdue(at("2026-03-20 09:00"))
    assert {clock.matter_id for clock, *_ in heard} == {matter.pk for matter in matters[3:]}


def test_goes_on_batch_by_batch(matters, monkeypatch):
    monkeypatch.setattr(sweep, "BATCH", 3)
    for matter in matters:
        start(matter)
    assert escalate_overdue(at("2026-03-11 15:00")) == {"warned": 7, "overdue": 7}


def test_what_is_not_due_costs_nothing(matters, django_assert_max_num_queries):
    for matter in matters:
        start(matter)
    with django_assert_max_num_queries(4):  # one question in its transaction
        escalate_overdue(at("2026-03-11 10:00"))


def test_a_receiver_may_stop_the_clock_it_hears_of(matter, hearing):
    @hearing
    def stop(deadline, step, at, **kwargs):
        if step == "overdue":
            deadlines.stop(matter, at=at)

    start(matter)
    assert escalate_overdue(at("2026-03-20 09:00")) == {"warned": 1, "overdue": 1}
    assert Deadline.objects.get().step == "overdue"


def test_a_receiver_may_start_the_next_clock(matter, hearing):
    @hearing
    def hand_over(deadline, step, at, **kwargs):
        if step == "raised":
            deadlines.cancel(matter, at=at)
            deadlines.start(matter, deadline.kind, limit=deadline.limit, at=at, area_key=deadline.area_key)

    start(matter)
    escalate_overdue(at("2026-03-20 09:00"))
    assert deadlines.running(matter).get().due_at == at("2026-03-20 14:00")


def test_a_failing_receiver_stops_no_other_clock(matters, hearing, caplog):
    ill = [matters[2].pk]

    @hearing
    def fail(deadline, **kwargs):
        User.objects.filter(pk=deadline.matter_id).update(name="heard")
        if deadline.matter_id in ill:
            raise RuntimeError("no")

    for matter in matters:
        start(matter)
    with caplog.at_level(logging.ERROR):
        assert escalate_overdue(at("2026-03-11 14:00")) == {"warned": 6, "failed": 1}
    assert f"accounts.user {ill[0]}" in caplog.text
    assert ill[0] not in dict(steps())
    assert User.objects.get(pk=ill[0]).name == ""  # what the receivers wrote is taken back
    clock = Deadline.objects.get(matter_id=ill[0])
    assert (clock.step, clock.next_check_at) == ("none", at("2026-03-11 14:05"))
    assert escalate_overdue(at("2026-03-11 14:04")) == {}
    ill.clear()
    assert escalate_overdue(at("2026-03-11 14:05")) == {"warned": 1}


class Killed(BaseException):
    """What no handler catches, like the end of the process."""


@pytest.mark.django_db(transaction=True)
def test_killed_in_the_middle_of_a_batch_nothing_is_lost_or_done_twice(matters, hearing, monkeypatch):
    monkeypatch.setattr(sweep, "BATCH", 4)
    heard = []

    @hearing
    def die_at_the_sixth(step, **kwargs):
        heard.append(step)
        if len(heard) == 6:
            raise Killed

    for matter in matters:
        start(matter)
    with pytest.raises(Killed):
        escalate_overdue(at("2026-03-11 14:00"))
    assert len(steps()) == 4  # the second batch of four went back as a whole
    escalate_overdue(at("2026-03-11 14:00"))
    assert sorted(steps()) == sorted((matter.pk, "warned") for matter in matters)


def test_the_task_sweeps_what_is_due_now(matter, now):
    start(matter, when="2026-03-10 09:30")
    assert task() == {"warned": 1, "overdue": 1, "raised": 1}
