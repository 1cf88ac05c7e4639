"""What the clocks of a ticket do: warn, tell that time is over, raise to the supervisor, file."""

from datetime import datetime

from shuangliu.deadlines.models import Step

from ..models import Ticket
from ..states import CLOCK, Act, Stage, State
from .moving import move

STRIKES = {Step.WARNED: Act.WARN, Step.OVERDUE: Act.EXPIRE, Step.RAISED: Act.RAISE}


def strike(ticket: Ticket, *, stage: str, step: str, at: datetime) -> None:
    """Take the step of a clock; one that the present state does not wait for has nothing to say."""
    if stage != CLOCK.get(State(ticket.state)):
        return
    if stage == Stage.KEEP:
        if step == Step.OVERDUE:
            move(ticket, Act.FILE, by=None, at=at)
        return
    move(ticket, STRIKES[step], by=None, at=at, alert=step)
