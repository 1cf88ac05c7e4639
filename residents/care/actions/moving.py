"""How every act moves a referral: row, clock, trail and audit entry together or not at all."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import audit, deadlines
from shuangliu.deadlines.models import Step
from shuangliu.pages.conflict import Conflict

from .. import news
from ..limits import limit_of
from ..models import CareMove, CareReferral, CareRule
from ..states import CLOCK, HELPED, TRANSITIONS, Act, Stage, State, allowed


class CareMoved(Conflict):
    """Somebody was faster, or the referral is in a state that does not allow the act: the 409 page.

    `is_repeat`: the same person has just done the same act; nothing was lost.
    """

    def __init__(self, referral: CareReferral, act: str, by=None):
        last = referral.moves.last()
        self.is_repeat = bool(by and last) and (last.act, last.by_id) == (act, by.pk)
        super().__init__(_("“%(act)s” is no longer possible: the referral is now “%(state)s”.") % {
            "act": Act(act).label, "state": referral.get_state_display()}, matter=referral)


def check(referral: CareReferral, act: str, *, by=None) -> None:
    """Raises CareMoved when the state of the referral does not allow `act`."""
    if not allowed(act, referral.state):
        raise CareMoved(referral, act, by)


@transaction.atomic
def move(referral: CareReferral, act: str, *, by, at: datetime, note: str = "", **changes) -> CareReferral:
    """Do `act`: set `changes`, go on to the next state, change clocks. `referral` is brought up to date. Raises
    CareMoved; then nothing has changed."""
    row = CareReferral.objects.select_for_update(of=("self",)).get(pk=referral.pk)
    check(row, act, by=by)
    old = row.state
    for name, value in {"state": TRANSITIONS[act][1] or State(old), **changes}.items():
        setattr(row, name, value)
    if row.state != old:
        changes |= turn(row, State(old), at)
    CareReferral.objects.filter(pk=row.pk).update(state=row.state, **changes)
    if old in HELPED and row.state not in HELPED:
        row.tasks.to_do().delete()  # nobody goes to a door for nothing
    write_down(row, act, by=by, at=at, old=old, note=note)
    referral.refresh_from_db()
    return referral


def write_down(referral: CareReferral, act: str, *, by, at: datetime, old: str, note: str = "") -> None:
    """The trail's line, the audit entry and the news of an act that has happened. The log names neither help nor
    agency: both tell of a person."""
    CareMove.objects.create(referral=referral, act=act, from_state=old, to_state=referral.state, by=by, at=at,
                            note=note, agency=referral.agency)
    audit.record(f"care.{act}", referral, by=by, at=at, **{"from": old, "to": referral.state})
    news.tell(referral, act, by=by, at=at)


def turn(referral: CareReferral, old: State, at: datetime) -> dict:
    """The clock of the state that is over stops, that of the new one starts."""
    if stage := CLOCK.get(old):
        # An agency that sends it back has answered; one from which it is taken has not.
        gone = referral.state in (State.ENDED, State.RESTRICTED) and stage in (Stage.ANSWER, Stage.BEGIN)
        (deadlines.cancel if gone else deadlines.stop)(referral, at=at, kind=stage)
    changes = {"due_at": None, "alert": Step.NONE}
    if stage := CLOCK.get(State(referral.state)):
        limit = limit_of(stage, rule=CareRule.current(), today=localdate(at), until=referral.served_until)
        clock = deadlines.start(referral, stage, limit=limit, at=at)
        changes = {"due_at": clock.due_at, "alert": clock.step}
    for name, value in changes.items():
        setattr(referral, name, value)
    return changes
