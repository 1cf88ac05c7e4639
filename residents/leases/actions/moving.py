"""How every act moves a lease: row, clocks, trail and audit entry together or not at all."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import audit, deadlines, indicators
from shuangliu.deadlines.models import Step
from shuangliu.pages.conflict import Conflict

from .. import news
from ..limits import LIMITS
from ..measures import counted, differences
from ..models import Lease, LeaseMove
from ..states import CLOCK, TRANSITIONS, Act, Stage, State, allowed


class LeaseMoved(Conflict):
    """Somebody was faster, or the lease is in a state that does not allow the act: the 409 page.

    `is_repeat`: the same person has just done the same act; nothing was lost.
    """

    def __init__(self, lease: Lease, act: str, by=None):
        last = lease.moves.last()
        self.is_repeat = bool(by and last) and (last.act, last.by_id) == (act, by.pk)
        super().__init__(_("“%(act)s” is no longer possible: the lease is now “%(state)s”.") % {
            "act": Act(act).label, "state": lease.get_state_display()}, matter=lease)


def check(lease: Lease, act: str, *, by=None) -> None:
    """Raises LeaseMoved when the state of the lease does not allow `act`."""
    if not allowed(act, lease.state):
        raise LeaseMoved(lease, act, by)


@transaction.atomic
def move(lease: Lease, act: str, *, by, at: datetime, side: str = "", note: str = "", to: State | None = None,
         **changes) -> Lease:
    """Do `act`: set `changes`, go on to the next state (`to` chooses among several), change clocks. `lease` is brought
    up to date. Raises LeaseMoved; then nothing has changed."""
    row = Lease.objects.select_for_update(of=("self",)).get(pk=lease.pk)
    check(row, act, by=by)
    figures, old = counted(row), row.state
    goal = TRANSITIONS[act][1]
    for name, value in {"state": to or (goal if isinstance(goal, State) else State(old)), **changes}.items():
        setattr(row, name, value)
    changes |= turn(row, at)
    Lease.objects.filter(pk=row.pk).update(state=row.state, **changes)
    write_down(row, act, by=by, at=at, side=side, old=old, note=note)
    indicators.add_many(differences(figures, counted(row)))
    for field in Lease._meta.concrete_fields:
        if not field.generated:
            setattr(lease, field.attname, getattr(row, field.attname))
    for name, value in changes.items():  # what hangs on the row need not be read again
        setattr(lease, name, value)
    return lease


def write_down(lease: Lease, act: str, *, by, at: datetime, side: str = "", old: str, note: str = "") -> None:
    """The trail's line, the audit entry and the news of an act that has happened."""
    LeaseMove.objects.create(lease=lease, act=act, from_state=old, to_state=lease.state, by=by, side=side, at=at,
                             note=note)
    audit.record(f"lease.{act}", lease, by=by, at=at, side=side, **{"from": old, "to": lease.state})
    news.tell(lease, act, by=by, at=at)


def turn(lease: Lease, at: datetime) -> dict:
    """Stop what has done its work, start what waits now. The clock of the registration rests while papers are missing
    (a lease taken back does not count); that of a request runs while one is open."""
    stage = CLOCK.get(State(lease.state))
    if stage == Stage.COMPLETE:
        deadlines.pause(lease, at=at, kind=Stage.REGISTER)
    else:
        end = deadlines.cancel if lease.state == State.WITHDRAWN else deadlines.stop
        end(lease, at=at, kind=Stage.COMPLETE)
        if stage == Stage.REGISTER:
            deadlines.resume(lease, at=at, kind=Stage.REGISTER)
        else:
            end(lease, at=at, kind=Stage.REGISTER)
    if lease.asked.filter(answer="").exists():
        stage = stage or Stage.ASKED
    else:
        deadlines.stop(lease, at=at, kind=Stage.ASKED)
    if stage is None:
        changes = {"due_at": None, "alert": Step.NONE}
    else:
        clock = deadlines.start(lease, stage, limit=LIMITS[stage], at=at)
        changes = {"due_at": clock.due_at, "alert": clock.step}
        if stage == Stage.REGISTER:
            changes["first_due_at"] = clock.due_at
    for name, value in changes.items():
        setattr(lease, name, value)
    return changes
