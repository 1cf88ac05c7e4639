"""The database keeps what a clock promises."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from shuangliu import deadlines
from shuangliu.deadlines.models import Deadline, DeadlineStep, Step
from tests.deadlines.story import at, start


def test_one_running_clock_of_a_kind(matter):
    clock = start(matter)
    clock.pk = None
    with pytest.raises(IntegrityError):
        clock.save(force_insert=True)


@pytest.mark.parametrize("changes", [
    {"amount": 0},
    {"unit": "fortnights"},
    {"step": "lost"},
    {"warn_at": at("2026-03-11 14:31")},
    {"raise_at": at("2026-03-11 14:30")},
    {"paused_at": at("2026-03-11 10:00"), "next_check_at": None},
    {"remaining": timedelta(hours=1)},
    {"paused_at": at("2026-03-11 10:00"), "remaining": timedelta(hours=1)},
    {"stopped_at": at("2026-03-11 10:00")},
    {"stopped_at": at("2026-03-11 10:00"), "next_check_at": None, "paused_at": at("2026-03-11 10:00"),
     "remaining": timedelta(hours=1)},
    {"is_cancelled": True},
    {"next_check_at": None},
    {"step": Step.RAISED},
], ids=lambda changes: "+".join(changes))
def test_refuses(matter, changes):
    clock = start(matter)
    with pytest.raises(IntegrityError), transaction.atomic():
        Deadline.objects.filter(pk=clock.pk).update(**changes)


def test_a_step_is_taken_once(matter):
    clock = start(matter)
    DeadlineStep.objects.create(deadline=clock, extensions=0, step=Step.WARNED, at=at("2026-03-11 13:42"))
    with pytest.raises(IntegrityError), transaction.atomic():
        DeadlineStep.objects.create(deadline=clock, extensions=0, step=Step.WARNED, at=at("2026-03-11 13:43"))


def test_stopped_clocks_may_be_many(matter):
    for _ in range(3):
        start(matter)
        deadlines.stop(matter, at=at("2026-03-11 10:00"))
    assert Deadline.objects.of(matter).count() == 3
    assert not deadlines.running(matter)
