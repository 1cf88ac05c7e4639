"""How every act moves a visit: row, clock, figures, audit entry and news together or not at all."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import audit, deadlines, indicators
from shuangliu.pages.conflict import Conflict

from . import news
from .measures import counted, differences
from .models import VisitTask
from .states import STAGE, TO_VISIT, TRANSITIONS, Act, State, allowed


class VisitMoved(Conflict):
    """Somebody was faster, or the visit is in a state that does not allow the act: the 409 page."""

    def __init__(self, task: VisitTask, act: str):
        super().__init__(_("“%(act)s” is no longer possible: the visit is now “%(state)s”.") % {
            "act": Act(act).label, "state": task.get_state_display()}, matter=task)


def lock(task: VisitTask, act: str) -> VisitTask:
    """The row as it is now. Raises VisitMoved when its state does not allow `act`."""
    row = VisitTask.objects.select_for_update(of=("self",)).select_related("dwelling__building").get(pk=task.pk)
    if not allowed(act, row.state):
        raise VisitMoved(row, act)
    return row


@transaction.atomic
def move(task: VisitTask, act: str, *, by, at: datetime, to: State | None = None, detail: dict | None = None,
         **changes) -> VisitTask:
    """Do `act`: set `changes`, go on to the next state (`to` chooses among several), stop the clock where nobody has to
    go any more. Returns the row. Raises VisitMoved; then nothing has changed."""
    row = lock(task, act)
    figures, old, goal = counted(row), row.state, TRANSITIONS[act][1]
    for name, value in {"state": to or (goal if isinstance(goal, State) else State(old)), **changes}.items():
        setattr(row, name, value)
    if row.state not in TO_VISIT and old in TO_VISIT:
        row.due_at = None
        end = deadlines.cancel if row.state == State.CANCELLED else deadlines.stop
        end(row, at=at, kind=STAGE)
    row.save()
    indicators.add_many(differences(figures, counted(row)))
    audit.record(f"visit.{act}", row, by=by, at=at, **{"from": old, "to": row.state, **(detail or {})})
    news.tell(row, act, by=by, at=at)
    return row
