"""How every act moves a ticket: row, clocks, trail, audit entry and figures together or not at all."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import audit, deadlines, indicators
from shuangliu.deadlines.models import Step
from shuangliu.pages.conflict import Conflict

from .. import news
from ..limits import limit_of
from ..measures import counted, differences
from ..models import Ticket, TicketMove
from ..states import AT_DESK, CLOCK, NOTICES, TRANSITIONS, WITH_OFFICE, Act, Stage, State, allowed

STRIKES = frozenset({Act.WARN, Act.EXPIRE, Act.RAISE})  # a clock that strikes moves nothing
UNCOUNTED = frozenset({State.INVALID, State.DUPLICATE})  # nobody was owed an answer
LATE = (Step.OVERDUE, Step.RAISED)


class TicketMoved(Conflict):
    """Somebody was faster, or the ticket is in a state that does not allow the act: the 409 page.

    `is_repeat`: the same person has just done the same act; nothing was lost.
    """

    def __init__(self, ticket: Ticket, act: str, by=None):
        last = ticket.moves.last()
        self.is_repeat = bool(by and last) and (last.act, last.by_id) == (act, by.pk)
        super().__init__(_("“%(act)s” is no longer possible: the ticket is now “%(state)s”.") % {
            "act": Act(act).label, "state": ticket.get_state_display()}, matter=ticket)


def check(ticket: Ticket, act: str, *, by=None) -> None:
    """Raises TicketMoved when the state of the ticket does not allow `act`."""
    if not allowed(act, ticket.state):
        raise TicketMoved(ticket, act, by)


@transaction.atomic(savepoint=False)  # part of an act, which goes back as a whole
def move(ticket: Ticket, act: str, *, by, at: datetime, note: str = "", to: State | None = None, **changes) -> Ticket:
    """Do `act`: set `changes`, go on to the next state (`to` chooses among several), change clocks. `ticket` is
    brought up to date. Raises TicketMoved; then nothing has changed."""
    row = Ticket.objects.select_for_update().get(pk=ticket.pk)
    check(row, act, by=by)
    figures, old = counted(row), row.state
    goal = TRANSITIONS[act][1]
    new = to or (goal if isinstance(goal, State) else State(old))
    if act not in STRIKES:
        changes["moved_at"] = at
    for name, value in {"state": new, **changes}.items():
        setattr(row, name, value)
    if goal is not None:
        changes |= turn(row, at)
    Ticket.objects.filter(pk=row.pk).update(state=new, **changes)
    write_down(row, act, by=by, at=at, old=old, note=note)
    indicators.add_many(differences(figures, counted(row)))
    _bring_up_to_date(ticket, row, changes)
    return ticket


def write_down(ticket: Ticket, act: str, *, by, at: datetime, old: str, note: str = "") -> None:
    """The trail's line and the audit entry of an act that has happened, and the news of it. What was said stays in the
    trail, where it can be masked when its time is over."""
    TicketMove.objects.create(ticket=ticket, act=act, from_state=old, to_state=ticket.state, by=by, at=at, note=note,
                              due_at=ticket.due_at)
    audit.record(f"ticket.{act}", ticket, by=by, at=at, **{"from": old, "to": ticket.state, "due_at": ticket.due_at})
    news.tell(ticket, act, by=by, at=at)


def turn(ticket: Ticket, at: datetime) -> dict:
    """Stop what has done its work, start what waits now. The clock of the reply runs from receipt until the reply,
    whoever has the ticket meanwhile; the notices to the office while it has it."""
    stage = CLOCK.get(State(ticket.state))
    owed = ticket.state in AT_DESK | WITH_OFFICE
    goes_on = {Stage.HANDLE} if owed else set()
    end = deadlines.cancel if ticket.state in UNCOUNTED else deadlines.stop
    running = {clock.kind: clock for clock in deadlines.running(ticket)}
    for kind in running:
        if kind in NOTICES:
            deadlines.cancel(ticket, at=at, kind=kind)
        elif kind not in goes_on:
            end(ticket, at=at, kind=kind)
    changes = {"due_at": None, "alert": Step.NONE, "call_after": None}
    if owed:
        reply = running.get(Stage.HANDLE) or deadlines.start(
            ticket, Stage.HANDLE, limit=limit_of(ticket, Stage.HANDLE), at=at)
        changes |= {"due_at": reply.due_at, "alert": reply.step, **promised(ticket, reply.due_at)}
        if ticket.state in WITH_OFFICE and reply.step in LATE:
            chase(ticket, reply.step, at)
    if stage and stage != Stage.HANDLE:
        clock = deadlines.start(ticket, stage, limit=limit_of(ticket, stage), at=at)
        changes |= {"due_at": clock.due_at, "alert": clock.step}
    for name, value in changes.items():
        setattr(ticket, name, value)
    return changes


def promised(ticket: Ticket, due_at: datetime) -> dict:
    """When the caller shall have the answer: now, and the first time, by which "in time" is counted."""
    return {"reply_due_at": due_at} | ({} if ticket.replied_at else {"first_due_at": due_at})


def chase(ticket: Ticket, step: str, at: datetime) -> None:
    """Whoever is late is reminded by notice, and later named in the circular (domain.md §4.9); whoever has been given
    more time is late no longer."""
    if step in LATE:
        if not deadlines.running(ticket, Stage.CRITICISM).exists():
            deadlines.start(ticket, Stage.REMINDER, limit=limit_of(ticket, Stage.REMINDER), at=at)
        return
    for kind in NOTICES:
        deadlines.cancel(ticket, at=at, kind=kind)


def _bring_up_to_date(stale: Ticket, fresh: Ticket, changes: dict) -> None:
    for field in Ticket._meta.concrete_fields:
        if not field.generated:
            setattr(stale, field.attname, getattr(fresh, field.attname))
    for name, value in changes.items():  # what hangs on the row need not be read again
        setattr(stale, name, value)
