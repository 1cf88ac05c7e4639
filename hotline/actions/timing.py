"""What the clocks of a ticket do: warn, tell that time is over, raise to the supervisor, remind the office by notice,
name it in the circular, file."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from incidents.models import Incident
from shuangliu import deadlines
from shuangliu.deadlines.models import Step

from ..limits import limit_of
from ..models import Ticket
from ..states import CLOCK, NOTICES, WITH_OFFICE, Act, Stage, State
from .following import jog
from .moving import chase, move

STRIKES = {Step.WARNED: Act.WARN, Step.OVERDUE: Act.EXPIRE, Step.RAISED: Act.RAISE}


@transaction.atomic
def strike(number: int, *, stage: str, step: str, at: datetime) -> None:
    """Take the step of a clock of the ticket with this key; one that the present state does not wait for has nothing
    to say."""
    ticket = _locked(number, with_incident=stage in NOTICES)
    if stage in NOTICES:
        if step == Step.OVERDUE and ticket.state in WITH_OFFICE:
            (_urge if stage == Stage.REMINDER else _criticise)(ticket, at)
    elif stage != CLOCK.get(State(ticket.state)):
        return
    elif stage == Stage.KEEP:
        if step == Step.OVERDUE:
            move(ticket, Act.FILE, by=None, at=at)
    else:
        move(ticket, STRIKES[step], by=None, at=at, alert=step)
        if stage == Stage.HANDLE:
            chase(ticket, step, at)


def _urge(ticket: Ticket, at: datetime) -> None:
    """逾期催办. On the day after expiry; the circular comes next."""
    deadlines.stop(ticket, at=at, kind=Stage.REMINDER)
    jog(ticket, by=None, at=at, note=_("The reply to the caller is overdue."))
    move(ticket, Act.URGE, by=None, at=at)
    deadlines.start(ticket, Stage.CRITICISM, limit=limit_of(ticket, Stage.CRITICISM), at=at)


def _criticise(ticket: Ticket, at: datetime) -> None:
    """通报. The office, no person, is named to the county; what follows from that people decide."""
    deadlines.stop(ticket, at=at, kind=Stage.CRITICISM)
    jog(ticket, by=None, at=at, note=_("The reply to the caller is long overdue: named in the circular."))
    move(ticket, Act.CRITICISE, by=None, at=at)


def _locked(number: int, *, with_incident: bool) -> Ticket:
    # An incident that closes locks itself first and its tickets second: whoever needs both does the same.
    if with_incident:
        list(Incident.objects.select_for_update(of=("self",)).filter(tickets=number).values_list("pk"))
    return Ticket.objects.select_for_update().get(pk=number)
