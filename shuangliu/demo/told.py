"""A ticket told without acting it out: row, trail, call-backs and what the clock did, as the acts would have
left them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from hotline.limits import limit_of
from hotline.models import CallBack, Ticket, TicketMove
from hotline.states import Act, Stage, State
from shuangliu import deadlines
from shuangliu.audit.models import Entry
from shuangliu.audit.recording import entry
from shuangliu.deadlines.calendars import current
from shuangliu.deadlines.moments import Moments, moments

STAGES = {State.RECEIVED: Stage.TRIAGE, State.REPLIED: Stage.REVIEW, State.FOLLOW_UP: Stage.CALL_BACK,
          State.ANSWERED: Stage.KEEP, State.CLOSED: Stage.KEEP}  # fmt: skip
ENDS_THE_WAIT = (Act.REPLY, Act.ANSWER, Act.INVALIDATE)


@dataclass
class Told:
    """`clock` is that of the first reply: it warns and runs out while nobody has answered."""

    ticket: Ticket
    clock: Moments
    moves: list[TicketMove] = field(default_factory=list)
    calls: list[CallBack] = field(default_factory=list)

    def __post_init__(self):
        self.strikes = [(self.clock.warn_at, Act.WARN), (self.clock.due_at, Act.EXPIRE)]

    def do(self, act: Act, to: State, *, by, at: datetime, note: str = "", **changes) -> None:
        self._strike(at)
        old = "" if act == Act.RECEIVE else self.ticket.state
        for name, value in {"state": to, "moved_at": at, **changes}.items():
            setattr(self.ticket, name, value)
        self._write(act, old, by=by, at=at, note=note)
        if act in ENDS_THE_WAIT:
            self.strikes = []

    def call(self, *, by, at: datetime, result: str, satisfaction: str = "", note: str = "") -> None:
        self.calls.append(CallBack(ticket=self.ticket, result=result, satisfaction=satisfaction, note=note, by=by,
                                   at=at))

    def entries(self) -> Iterator[Entry]:
        for move in self.moves:
            yield entry(f"ticket.{move.act}", self.ticket, by=move.by, at=move.at,
                        **{"from": move.from_state, "to": move.to_state, "due_at": move.due_at})

    def open(self) -> "Told":
        """Somebody waits: until when, the clock will say that start_clocks starts."""
        ticket, stage = self.ticket, STAGES.get(self.ticket.state)
        if stage is None:
            ticket.due_at = ticket.reply_due_at
        else:
            limit = limit_of(ticket, stage)
            ticket.due_at = moments(self.moves[-1].at, limit.span, limit, current()).due_at
        return self

    def start_clocks(self) -> None:
        """Those that run still, from when they began."""
        ticket, stage = self.ticket, STAGES.get(self.ticket.state)
        if ticket.state in (State.RECEIVED, State.DISPATCHED):
            deadlines.start(ticket, Stage.HANDLE, limit=limit_of(ticket, Stage.HANDLE), at=ticket.received_at)
        if stage:
            deadlines.start(ticket, stage, limit=limit_of(ticket, stage), at=self.moves[-1].at)

    def _strike(self, until: datetime) -> None:
        while self.strikes and self.strikes[0][0] < until:
            at, act = self.strikes.pop(0)
            self._write(act, self.ticket.state, by=None, at=at)

    def _write(self, act: Act, old: str, *, by, at: datetime, note: str = "") -> None:
        self.moves.append(TicketMove(ticket=self.ticket, act=act, from_state=old, to_state=self.ticket.state, by=by,
                                     at=at, note=note, due_at=self.ticket.due_at))
