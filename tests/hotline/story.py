"""A ticket, and how it comes to any state."""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from hotline import actions
from hotline.models import Channel, Kind, Ticket
from tests.cast import HERE
from tests.incidents.story import RUBBISH, Story

PHONE = "13800138000"


@dataclass
class Calls:
    """`calls.tell("replied")` takes a call down and lets the hotline and the offices act until it is so far."""

    story: Story

    @property
    def cast(self):
        return self.story.cast

    def later(self) -> datetime:
        return self.story.later()

    def receive(self, *, kind=Kind.HELP, phone=PHONE, point=HERE, category=RUBBISH, **more) -> Ticket:
        caller = actions.CallerGiven(phone, "刘女士") if phone else None
        where = {"longitude": point.longitude, "latitude": point.latitude} if point else {}
        given = {"by": self.cast.ma, "uuid": uuid4(), "content": f"垃圾没人清，电话{PHONE}", "place": "棠湖西路",
                 "area": self.cast.county, "caller": caller, "kind": kind, "channel": Channel.PHONE,
                 "category": self.story.kinds[category], **where, **more}
        ticket, _ = actions.receive(at=self.later(), **given)
        return ticket

    def dispatched(self, ticket: Ticket) -> None:
        actions.dispatch(ticket, by=self.cast.ma, at=self.later(), category=ticket.category)

    def returned(self, ticket: Ticket) -> None:
        from incidents import actions as incidents

        self.dispatched(ticket)
        incidents.reject(ticket.incident, by=self.cast.zhao, at=self.later(), reason="不属本辖区")
        ticket.refresh_from_db()

    def suspended(self, ticket: Ticket) -> None:
        """The office takes longer: the caller has to be told."""
        self.dispatched(ticket)
        for step in ("accepted", "assigned", "in_progress", "suspended"):
            getattr(self.story, step)(ticket.incident)
        ticket.refresh_from_db()

    def replied(self, ticket: Ticket) -> None:
        self.dispatched(ticket)
        self.settle(ticket)

    def settle(self, ticket: Ticket) -> None:
        """The offices do their work until the incident is closed."""
        for step in self.story.steps[1:self.story.steps.index("closed") + 1]:
            if ticket.incident.state != step and not (step == "accepted" and ticket.incident.state != "reported"):
                getattr(self.story, step)(ticket.incident)
        ticket.refresh_from_db()

    def follow_up(self, ticket: Ticket) -> None:
        self.replied(ticket)
        actions.review(ticket, by=self.cast.mu, at=self.later())

    def closed(self, ticket: Ticket) -> None:
        self.follow_up(ticket)
        actions.call_back(ticket, by=self.cast.ma, at=self.later(), result="reached", satisfaction="satisfied")

    def rework(self, ticket: Ticket) -> None:
        self.follow_up(ticket)
        actions.call_back(ticket, by=self.cast.ma, at=self.later(), result="reached", satisfaction="unsatisfied",
                          note="还有一半没清")

    def answered(self, ticket: Ticket) -> None:
        actions.answer(ticket, by=self.cast.ma, at=self.later(), answer="每天早晚各清运一次。")

    def invalid(self, ticket: Ticket) -> None:
        actions.invalidate(ticket, by=self.cast.ma, at=self.later(), reason="无声电话")

    def tell(self, state: str, **how) -> Ticket:
        ticket = self.receive(**how)
        if state != "received":
            getattr(self, state)(ticket)
        return ticket
