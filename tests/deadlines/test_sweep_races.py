"""Several sweeps and people at once, on real PostgreSQL connections."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.db import connection, transaction

from shuangliu import deadlines
from shuangliu.accounts.models import User
from shuangliu.deadlines import sweep
from shuangliu.deadlines.models import Deadline, DeadlineStep
from shuangliu.deadlines.signals import step_reached
from shuangliu.deadlines.sweep import escalate_overdue
from tests.deadlines.story import at, start

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
SECONDS = 20  # a test that waits longer than that hangs


@pytest.fixture
def beside():
    """`beside(work, …)` runs it in a thread with its own connection, and returns its future."""
    pool = ThreadPoolExecutor()

    def closing(work, *args):
        try:
            return work(*args)
        finally:
            connection.close()

    yield lambda work, *args: pool.submit(closing, work, *args)
    pool.shutdown()


def test_three_sweeps_take_each_step_once(beside, monkeypatch, heard):
    monkeypatch.setattr(sweep, "BATCH", 5)
    clocks = [start(User.objects.create(username=f"matter-{n}")) for n in range(60)]
    together = Barrier(3)

    def sweep_together():
        together.wait(SECONDS)
        return escalate_overdue(at("2026-03-11 15:00"))

    counts = [work.result(SECONDS) for work in [beside(sweep_together) for _ in range(3)]]
    assert sum(counts, start=type(counts[0])()) == {"warned": 60, "overdue": 60}
    assert len(heard) == DeadlineStep.objects.count() == 120
    assert {(clock.pk, step) for clock, step, _ in heard} == {
        (clock.pk, step) for clock in clocks for step in ("warned", "overdue")}


def test_two_sweeps_give_each_of_two_warnings_once(beside, heard):
    matters = [User.objects.create(username=f"matter-{n}") for n in range(20)]
    for matter in matters:
        deadlines.start(matter, "mediate", limit=deadlines.Limit(30, "natural_days", (5, 2)), at=at("2026-03-11 09:30"),
                        area_key=1)
    together = Barrier(2)

    def sweep_together():
        together.wait(SECONDS)
        return escalate_overdue(at("2026-04-09 09:00"))

    counts = [work.result(SECONDS) for work in [beside(sweep_together) for _ in range(2)]]
    assert sum(counts, start=type(counts[0])()) == {"warned": 40}
    assert len(heard) == DeadlineStep.objects.count() == 40


def test_a_sweep_passes_over_clocks_that_another_holds(beside, matter):
    start(matter)
    other = start(User.objects.create(username="other"))
    with transaction.atomic():
        Deadline.objects.select_for_update().get(pk=other.pk)
        assert beside(escalate_overdue, at("2026-03-11 14:00")).result(SECONDS) == {"warned": 1}
    assert escalate_overdue(at("2026-03-11 14:00")) == {"warned": 1}


def test_a_sweep_gives_way_to_a_person(beside, matter):
    """Chen holds the matter and wants its clock; the sweep holds the clock and wants the matter."""
    start(matter)
    held, wanted = Event(), Event()

    def touch_the_matter(deadline, **kwargs):
        wanted.set()
        User.objects.filter(pk=deadline.matter_id).update(name="reminded")

    def act():
        with transaction.atomic():
            User.objects.select_for_update().get(pk=matter.pk)
            held.set()
            assert wanted.wait(SECONDS)
            return deadlines.stop(matter, at=at("2026-03-11 14:00"))

    step_reached.connect(touch_the_matter)
    try:
        person = beside(act)
        assert held.wait(SECONDS)
        assert escalate_overdue(at("2026-03-11 14:00")) == {"failed": 1}
        assert person.result(SECONDS) == 1
    finally:
        step_reached.disconnect(touch_the_matter)
    assert Deadline.objects.get().is_met
    assert not DeadlineStep.objects.exists()


def test_started_twice_at_once_one_clock_runs(beside, matter):
    together = Barrier(2)

    def start_together():
        together.wait(SECONDS)
        return start(matter).pk

    first, second = [work.result(SECONDS) for work in [beside(start_together) for _ in range(2)]]
    assert first == second == deadlines.running(matter).get().pk


def test_paused_twice_at_once_it_is_paused_once(beside, matter):
    start(matter)
    together = Barrier(2)

    def pause_together(minute):
        together.wait(SECONDS)
        return len(deadlines.pause(matter, at=at(f"2026-03-11 10:{minute}")))

    works = [beside(pause_together, minute) for minute in (10, 20)]
    assert sorted(work.result(SECONDS) for work in works) == [0, 1]


def test_its_impatience_ends_with_it(heard):
    def patience():
        with connection.cursor() as cursor:
            cursor.execute("SHOW lock_timeout")
            return cursor.fetchone()[0]

    start(User.objects.create(username="matter"))
    with transaction.atomic():
        before = patience()
        assert escalate_overdue(at("2026-03-11 15:00")) == {"warned": 1, "overdue": 1}
        assert patience() == before == "0"


def test_what_is_done_is_let_go_before_the_rest(beside, monkeypatch, heard):
    """A person acts on a matter of the first batch while the second is under way."""
    monkeypatch.setattr(sweep, "BATCH", 2)
    clocks = [start(User.objects.create(username=f"matter-{n}")) for n in range(4)]
    seen = []

    def act(sender, deadline, **news):
        if deadline.pk == clocks[-1].pk and not seen:
            first = Deadline.objects.filter(pk=clocks[0].pk)
            seen.append(beside(lambda: first.values_list("step", flat=True).get()).result(SECONDS))

    step_reached.connect(act)
    escalate_overdue(at("2026-03-11 15:00"))
    step_reached.disconnect(act)
    assert seen == ["overdue"]
