"""Clocks that have reached a step take it, exactly once: warned, overdue, raised.

May run in several processes at once, run twice and be killed at any line. It costs what is due, not what
runs: `next_check_at` is moved on in the statement that takes the step.
"""

import logging
from collections import Counter
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import connection, transaction

from .models import Deadline, DeadlineStep, Step
from .signals import step_reached

BATCH = 20  # in one transaction: for so long nobody else can act on these matters
RETRY = timedelta(minutes=5)

logger = logging.getLogger(__name__)


def escalate_overdue(at: datetime) -> Counter:
    """Take every step that is due at `at`; returns how many of each, and how many clocks "failed"."""
    counts = Counter()
    while _take_batch(at, counts) == BATCH:
        pass
    return counts


@transaction.atomic
def _take_batch(at: datetime, counts: Counter) -> int:
    clocks = list(Deadline.objects.to_check(at).select_for_update(skip_locked=True)[:BATCH])
    if clocks:
        with _no_waiting():
            counts.update(step for clock in clocks for step in _steps_or_put_off(clock, at))
    return len(clocks)


def _steps_or_put_off(clock: Deadline, at: datetime) -> list[str]:
    try:
        with transaction.atomic():
            return _take_steps(clock, at)
    except Exception:  # whatever one matter's receivers do, the clocks of the others go on
        logger.exception("Clock %s of %s %s: step put off", clock.pk, clock.matter_type, clock.matter_id)
        Deadline.objects.filter(pk=clock.pk, next_check_at__lte=at).update(next_check_at=at + RETRY)
        return ["failed"]


def _take_steps(clock: Deadline, at: datetime) -> list[Step]:
    """Each step whose moment has come, in order, until one is ahead or a receiver has moved the clock."""
    taken = []
    for step, moment in clock.upcoming:
        unmoved = Deadline.objects.filter(pk=clock.pk, step=clock.step, next_check_at=clock.next_check_at)
        if clock.step == step:
            clock.reminders += 1  # it warns once more, at the next of its points
        clock.step = step
        changes = {"step": step, "reminders": clock.reminders, "next_check_at": clock.next_moment}
        if moment > at or not unmoved.update(**changes):
            break
        clock.next_check_at = clock.next_moment
        reminder = clock.reminders if step == Step.WARNED else 0
        DeadlineStep.objects.create(deadline=clock, extensions=clock.extensions, step=step, reminder=reminder, at=at)
        step_reached.send(Deadline, deadline=clock, step=step, at=at)
        taken.append(step)
    return taken


@contextmanager
def _no_waiting():
    # People lock the matter first and its clock second, receivers the other way round. So that no person's
    # act dies of the deadlock, the sweep gives way, long before PostgreSQL looks for deadlocks (1 s).
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('lock_timeout')")
        (before,) = cursor.fetchone()
        cursor.execute("SET LOCAL lock_timeout = '200ms'")
        yield  # after an exception there is nothing to put back: what set it is rolled back
        cursor.execute("SET LOCAL lock_timeout = %s", [before])
