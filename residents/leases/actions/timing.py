"""What time does to leases: clocks strike, the end is announced and comes, what is over is forgotten."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from shuangliu.deadlines.models import Step

from ..limits import REMIND_BEFORE
from ..models import Lease
from ..states import CLOCK, Act, Stage, State
from .moving import LeaseMoved, move

STRIKES = {Step.WARNED: Act.WARN, Step.OVERDUE: Act.LATE, Step.RAISED: Act.RAISE}
BATCH = 200


def strike(number: int, *, stage: str, step: str, at: datetime) -> None:
    """Take the step of a clock of the lease with this key; nothing else follows from it (domain.md §7 rule 11)."""
    lease = Lease.objects.select_for_update(of=("self",)).get(pk=number)
    if stage == CLOCK.get(State(lease.state), Stage.ASKED):
        move(lease, STRIKES[step], by=None, at=at, alert=step)


def remind_of_ends(at: datetime) -> int:
    """30 days before the last day, once for each term; returns how many."""
    due = Lease.objects.ending_by(localdate(at) + REMIND_BEFORE).filter(reminded_at=None)
    return _each(due, Act.REMIND, at, lambda lease: {"reminded_at": at})


def expire(at: datetime) -> int:
    """On the day after the last one; returns how many."""
    due = Lease.objects.ending_by(localdate(at) - timedelta(days=1))
    return _each(due, Act.EXPIRE, at, lambda lease: {"ended_on": lease.ends_on})


def _each(due, act: str, at: datetime, changes) -> int:
    """One transaction for each lease: killed at any line, the rest comes with the next run."""
    done, last = 0, 0
    while rows := list(due.filter(pk__gt=last).order_by("pk")[:BATCH]):
        for lease in rows:
            last = lease.pk
            with transaction.atomic():
                fresh = due.select_for_update(of=("self",)).filter(pk=lease.pk).first()
                if fresh is None:
                    continue
                try:
                    move(fresh, act, by=None, at=at, **changes(fresh))
                    done += 1
                except LeaseMoved:
                    continue
    return done
