"""How every act moves a shift: row, figures, audit entry and news together or not at all."""

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import audit, indicators
from shuangliu.pages.conflict import Conflict

from . import news
from .measures import counted, differences
from .models import Shift
from .states import LATE_AFTER, RAISED_AFTER, SETTLED_AFTER, TRANSITIONS, Act, State, allowed


class ShiftMoved(Conflict):
    """Somebody was faster, or the shift is in a state that does not allow the act: the 409 page."""

    def __init__(self, shift: Shift, act: str):
        super().__init__(_("“%(act)s” is no longer possible: the shift is now “%(state)s”.") % {
            "act": Act(act).label, "state": shift.get_state_display()}, matter=shift)


def lock(shift: Shift, act: str) -> Shift:
    """The row as it is now. Raises ShiftMoved when its state does not allow `act`."""
    row = Shift.objects.select_for_update().get(pk=shift.pk)
    if not allowed(act, row.state):
        raise ShiftMoved(row, act)
    return row


@transaction.atomic
def move(shift: Shift, act: str, *, by, at: datetime, to: State | None = None, detail: dict | None = None,
         figures: Counter | None = None, **changes) -> Shift:
    """Do `act`: set `changes`, go on to the next state (`to` chooses among several) and say when the watch looks next.
    `figures` is what it counted for before, where points have changed since. Returns the row. Raises ShiftMoved; then
    nothing has changed."""
    row = lock(shift, act)
    old, goal = row.state, TRANSITIONS[act][1]
    figures = counted(row) if figures is None else figures
    for name, value in {"state": to or (goal if isinstance(goal, State) else State(old)), **changes}.items():
        setattr(row, name, value)
    row.watch_at = next_watch(row)
    row.save()
    indicators.add_many(differences(figures, counted(row)))
    audit.record(f"shift.{act}", row, by=by, at=at, **{"from": old, "to": row.state, **(detail or {})})
    news.tell(row, act, by=by, at=at)
    return row


def next_watch(shift: Shift) -> datetime | None:
    """When time alone brings something about: the late start, a point that runs out, silence after the leader was told,
    the end; None for never."""
    if shift.state == State.PUBLISHED:
        return min(shift.starts_at + LATE_AFTER, shift.ends_at)
    if shift.state == State.MISSED and shift.raised_at is None:
        return min(shift.starts_at + LATE_AFTER, shift.ends_at) + RAISED_AFTER
    if shift.state != State.STARTED:
        return None
    waiting = shift.stops.filter(visited_at=None).order_by("position").values_list("due_at", "alerted_at")
    moments = [due_at for due_at, alerted_at in waiting if alerted_at is None]
    if shift.raised_at is None:
        moments += [alerted_at + RAISED_AFTER for _due_at, alerted_at in waiting if alerted_at]
    return min([*moments, shift.ends_at + SETTLED_AFTER])
