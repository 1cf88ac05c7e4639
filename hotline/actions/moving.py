"""How every act moves a ticket: row, clocks, trail and audit entry together or not at all."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import audit, deadlines
from shuangliu.deadlines.models import Step
from shuangliu.pages.conflict import Conflict

from .. import news
from ..limits import limit_of
from ..models import Ticket, TicketMove
from ..states import AT_DESK, CLOCK, TRANSITIONS, WITH_OFFICE, Act, Stage, State, allowed

STRIKES = frozenset({Act.WARN, Act.EXPIRE, Act.RAISE})  # a clock that strikes moves nothing
UNCOUNTED = frozenset({State.INVALID, State.DUPLICATE})  # nobody was owed an answer


class TicketMoved(Conflict):
    """Somebody was faster, or the ticket is in a state that does not allow the act: the 409 page."""


def check(ticket: Ticket, act: str) -> None:
    """Raises TicketMoved when the state of the ticket does not allow `act`."""
    if not allowed(act, ticket.state):
        raise TicketMoved(_("“%(act)s” is no longer possible: the ticket is now “%(state)s”.") % {
            "act": Act(act).label, "state": ticket.get_state_display()}, matter=ticket)


@transaction.atomic
def move(ticket: Ticket, act: str, *, by, at: datetime, note: str = "", to: State | None = None, **changes) -> Ticket:
    """Do `act`: set `changes`, go on to the next state (`to` chooses among several), change clocks. `ticket` is
    brought up to date. Raises TicketMoved; then nothing has changed."""
    old = Ticket.objects.select_for_update().values_list("state", flat=True).get(pk=ticket.pk)
    if old != ticket.state:
        ticket.refresh_from_db()
    check(ticket, act)
    goal = TRANSITIONS[act][1]
    new = to or (goal if isinstance(goal, State) else State(old))
    if act not in STRIKES:
        changes["moved_at"] = at
    for name, value in {"state": new, **changes}.items():
        setattr(ticket, name, value)
    if goal is not None:
        changes |= _turn(ticket, at)
    Ticket.objects.filter(pk=ticket.pk).update(state=new, **changes)
    write_down(ticket, act, by=by, at=at, old=old, note=note)
    return ticket


def write_down(ticket: Ticket, act: str, *, by, at: datetime, old: str, note: str = "") -> None:
    """The trail's line and the audit entry of an act that has happened, and the news of it. What was said stays in the
    trail, where it can be masked when its time is over."""
    TicketMove.objects.create(ticket=ticket, act=act, from_state=old, to_state=ticket.state, by=by, at=at, note=note,
                              due_at=ticket.due_at)
    audit.record(f"ticket.{act}", ticket, by=by, at=at, **{"from": old, "to": ticket.state, "due_at": ticket.due_at})
    news.tell(ticket, act, by=by, at=at)


def _turn(ticket: Ticket, at: datetime) -> dict:
    """Stop what has done its work, start what waits now. The clock of the reply runs from receipt until the reply,
    whoever has the ticket meanwhile."""
    stage = CLOCK.get(State(ticket.state))
    owed = ticket.state in AT_DESK | WITH_OFFICE
    end = deadlines.cancel if ticket.state in UNCOUNTED else deadlines.stop
    for clock in deadlines.running(ticket):
        if not (owed and clock.kind == Stage.HANDLE):
            end(ticket, at=at, kind=clock.kind)
    changes = {"due_at": None, "alert": Step.NONE}
    if owed:
        reply = deadlines.start(ticket, Stage.HANDLE, limit=limit_of(ticket, Stage.HANDLE), at=at)
        changes |= {"due_at": reply.due_at, "alert": reply.step, "reply_due_at": reply.due_at}
    if stage and stage != Stage.HANDLE:
        clock = deadlines.start(ticket, stage, limit=limit_of(ticket, stage), at=at)
        changes |= {"due_at": clock.due_at, "alert": clock.step}
    for name, value in changes.items():
        setattr(ticket, name, value)
    return changes
