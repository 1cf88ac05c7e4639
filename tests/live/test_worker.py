"""Jobs through Redis, done by a real worker on PostgreSQL."""

import signal
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from django.utils.timezone import now

from shuangliu import audit, deadlines, indicators
from shuangliu.audit.models import Entry
from shuangliu.audit.tasks import seal
from shuangliu.deadlines import Limit, Unit
from shuangliu.deadlines.models import Deadline, DeadlineStep, Step
from shuangliu.deadlines.sweep import BATCH
from shuangliu.deadlines.tasks import sweep
from shuangliu.indicators.models import Delta, Rollup
from shuangliu.indicators.tasks import fold
from tests.served import until

from .conftest import manage, worker

pytestmark = pytest.mark.django_db(transaction=True)


def overdue_clocks(cast, number: int) -> list[Deadline]:
    """Clocks of two hours that were started three hours ago: each has two steps to take, warned and overdue."""
    started = now() - timedelta(hours=2, minutes=30)
    limit = Limit(2, Unit.NATURAL_HOURS)
    first = deadlines.start(cast.grid, "kind-0", limit=limit, at=started, area_key=cast.grid.key)
    others = []
    for n in range(1, number):
        clock = Deadline.objects.get(pk=first.pk)
        clock.pk, clock.kind = None, f"kind-{n}"
        others.append(clock)
    return [first, *Deadline.objects.bulk_create(others)]


def taken() -> Counter:
    return Counter(DeadlineStep.objects.values_list("deadline_id", "step"))


def both_steps_once(clocks) -> Counter:
    return Counter((clock.pk, step) for clock in clocks for step in (Step.WARNED, Step.OVERDUE))


def test_the_jobs_of_every_minute(cast):
    (clock,) = overdue_clocks(cast, 1)
    audit.record("area.looked-at", cast.grid, by=cast.chen, at=now())
    indicators.add("incident.reported", cast.grid.key, now().date(), 3)
    with worker():
        for job in (sweep, fold, seal):
            job.delay()
        until(lambda: DeadlineStep.objects.filter(deadline=clock, step=Step.OVERDUE).exists())
        until(lambda: Rollup.objects.filter(measure="incident.reported", amount=3).exists())
        until(lambda: not Entry.objects.filter(seq=None).exists())
    assert not Delta.objects.exists()


@pytest.fixture
def stuck_clock(cast):
    """The last of more clocks than a batch holds: PostgreSQL hangs when a step of it is written."""
    clocks = overdue_clocks(cast, BATCH + 20)
    victim = clocks[-1]
    with connection.cursor() as cursor:
        cursor.execute(f"""
            CREATE FUNCTION hang() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN IF NEW.deadline_id = {victim.pk} THEN PERFORM pg_sleep(600); END IF; RETURN NEW; END $$;
            CREATE TRIGGER hang BEFORE INSERT ON deadlines_deadlinestep FOR EACH ROW EXECUTE FUNCTION hang();
        """)
    return clocks


def hanging() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
        return [pid for (pid,) in cursor.fetchall()]


def test_a_worker_killed_in_mid_job_loses_and_doubles_nothing(stuck_clock):
    """The first batch is done, the second half done; the message is gone, the sweep finds the rest."""
    with worker() as process:
        sweep.delay()
        (backend,) = until(hanging, what="the worker is in the middle of the second batch")
        process.send_signal(signal.SIGKILL)
        process.wait()
    with connection.cursor() as cursor:
        # As PostgreSQL does by itself, later, when it finds nobody at the other end.
        cursor.execute("SELECT pg_terminate_backend(%s)", [backend])
        until(lambda: not hanging())
        cursor.execute("DROP FUNCTION hang() CASCADE")
    done_before = taken()
    assert len(done_before) == 2 * BATCH
    assert set(done_before.values()) == {1}

    swept = manage("sweep")
    output, _ = swept.communicate(timeout=60)
    assert swept.returncode == 0, output
    assert taken() == both_steps_once(stuck_clock)
    assert not Deadline.objects.to_check(now()).exists()


def test_two_sweeps_at_once_take_each_step_once(cast):
    clocks = overdue_clocks(cast, BATCH + 300)
    sweeps = [manage("sweep"), manage("sweep")]
    for process in sweeps:
        output, _ = process.communicate(timeout=60)
        assert process.returncode == 0, output
    assert taken() == both_steps_once(clocks)
