"""All that can befall the clocks of a matter: start, pause, resume, extend, stop, cancel.

Doing a thing twice changes nothing the second time. `kind=None` means every clock of the matter.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal

from django.db import models, transaction
from django.db.models import Case, When

from .calendars import current
from .limits import DAY, Limit, span
from .models import Deadline, DeadlineQuerySet, Step
from .moments import Moments, fitting, moments, raised_after
from .worktime import elapsed

GOING_FIRST = Case(When(paused_at=None, then=0), default=1)


def running(matter: models.Model, kind: str | None = None) -> DeadlineQuerySet:
    """The clocks of a matter that have not stopped, first due first; paused ones after those that go."""
    clocks = Deadline.objects.of(matter).running().order_by(GOING_FIRST, "due_at", "id")
    return clocks if kind is None else clocks.filter(kind=kind)


def next_due(matters: Iterable[models.Model], *, beside: Iterable[str] = ()) -> dict[int, Deadline]:
    """For a list page: the first due clock of each matter, by its id, but for kinds that run `beside`. One query;
    matters of one model."""
    matters = list(matters)
    if not matters:
        return {}
    clocks = Deadline.objects.running().filter(
        matter_type=matters[0]._meta.label_lower, matter_id__in=[matter.pk for matter in matters])
    # The last one written stays: the first due.
    return {clock.matter_id: clock for clock in clocks.exclude(kind__in=list(beside)).order_by("-due_at", "-id")}


def start(matter: models.Model, kind: str, *, limit: Limit, at: datetime,
          area_key: int | None = None) -> Deadline:
    """Start a clock. One of this kind that runs already is returned as it is.

    `area_key` is the matter's own unless given.
    """
    clock, _ = Deadline.objects.get_or_create(
        matter_type=matter._meta.label_lower, matter_id=matter.pk, kind=kind, stopped_at=None,
        defaults=_first(matter.area_key if area_key is None else area_key, limit, at))
    return clock


def begin(matter: models.Model, limits: Mapping[str, Limit], *, at: datetime) -> None:
    """Start the first clocks of a matter that has just come into being, by their kinds: nobody else knows it yet, so
    that none of them can run."""
    matter_type = matter._meta.label_lower
    Deadline.objects.bulk_create([
        Deadline(matter_type=matter_type, matter_id=matter.pk, kind=kind, **_first(matter.area_key, limit, at))
        for kind, limit in limits.items()])


# These refuse nothing, so that within an act they need no way back of their own.
@transaction.atomic(savepoint=False)
def stop(matter: models.Model, *, at: datetime, kind: str | None = None) -> int:
    """Stop clocks that have done their work; returns how many were running. `is_met` tells if in time."""
    resume(matter, at=at, kind=kind)  # what a paused clock had left decides whether it is met
    return running(matter, kind).update(stopped_at=at, next_check_at=None)


def cancel(matter: models.Model, *, at: datetime, kind: str | None = None) -> int:
    """Stop clocks that shall not count, as when a department returns the matter; returns how many ran."""
    return running(matter, kind).update(
        stopped_at=at, next_check_at=None, paused_at=None, remaining=None, is_cancelled=True)


@transaction.atomic(savepoint=False)
def pause(matter: models.Model, *, at: datetime, kind: str | None = None) -> list[Deadline]:
    """Let clocks rest; returns those that were going. A resting clock takes no step."""
    going = running(matter, kind).filter(paused_at=None).select_for_update()
    return [clock for clock in going
            if _change(clock, paused_at=at, remaining=elapsed(at, clock.due_at, clock.limit.unit, current()))]


@transaction.atomic(savepoint=False)
def resume(matter: models.Model, *, at: datetime, kind: str | None = None) -> list[Deadline]:
    """Let paused clocks go on with what they had left; returns those that rested."""
    paused = running(matter, kind).filter(paused_at__isnull=False).select_for_update()
    return [clock for clock in paused
            if _change(clock, paused_at=None, remaining=None, **_moments_resumed(clock, at))]


@transaction.atomic
def extend(matter: models.Model, kind: str, *, amount: int | Decimal, at: datetime) -> Deadline:
    """Give the running clock of this kind so much more of its own unit, counted on from when it is due.

    Steps that the new limit has not reached yet will be taken again. Raises Deadline.DoesNotExist.
    """
    clock = running(matter, kind).select_for_update().get()
    limit = Limit(clock.amount + amount, clock.unit, clock.limit.warn_days)
    counted_to = clock.paused_at or at
    base = min(counted_to, clock.due_at)
    left = elapsed(base, clock.due_at, limit.unit, current()) + span(amount, limit.unit)
    times = moments(base, left, limit, current())
    changes = {"amount": limit.amount, "extensions": clock.extensions + 1, **times._asdict()}
    if clock.paused_at:
        changes["remaining"] = elapsed(clock.paused_at, times.due_at, limit.unit, current())
    _change(clock, **changes, **_steps_kept(clock, times, counted_to))
    return clock


def _first(area_key: int, limit: Limit, at: datetime) -> dict:
    """What a clock begins with."""
    limit = fitting(at, limit, current())
    times = moments(at, limit.span, limit, current())
    return {"area_key": area_key, "amount": limit.amount, "unit": limit.unit, "warn_days": list(limit.warn_days),
            "started_at": at, "next_check_at": times.warn_at, **times._asdict()}


def _steps_kept(clock: Deadline, times: Moments, until: datetime) -> dict:
    """How far the clock has gone by its new moments, and no further than it had."""
    reached = [step for step, moment in clock.steps_by(*times)[:clock.taken] if moment <= until]
    return {"step": reached[-1] if reached else Step.NONE, "reminders": max(reached.count(Step.WARNED) - 1, 0)}


def _moments_resumed(clock: Deadline, at: datetime) -> dict[str, datetime]:
    if clock.was_overdue_when_paused:
        # Overdue it stays; only the next tier waits as long again.
        return {"raise_at": raised_after(at, clock.limit, current())}
    left, zone = clock.remaining, current().zone
    if clock.limit.unit.in_days and at.astimezone(zone).date() > clock.paused_at.astimezone(zone).date():
        # Resumed on another day, nobody is left with just the rest of it.
        left = max(left, DAY)
    return moments(at, left, clock.limit, current())._asdict()


def _change(clock: Deadline, **changes) -> bool:
    """Write the changes and the next step that follows; False when somebody else has moved the clock."""
    unmoved = Deadline.objects.filter(
        pk=clock.pk, stopped_at=None, paused_at=clock.paused_at, next_check_at=clock.next_check_at)
    for name, value in changes.items():
        setattr(clock, name, value)
    clock.next_check_at = None if clock.paused_at else clock.next_moment
    return unmoved.update(next_check_at=clock.next_check_at, **changes) == 1
