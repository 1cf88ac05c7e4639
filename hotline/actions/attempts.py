"""The number of the attempt names what was made for a ticket, so that a form sent twice makes one, and a second attempt
is never the first."""

from uuid import UUID, uuid5

from incidents.models import Incident

from ..models import Ticket
from ..states import Act


def attempts(ticket: Ticket) -> int:
    """How often it was sent to somebody."""
    return ticket.moves.filter(act__in=[Act.DISPATCH, Act.MEDIATE]).count()


def uuid_of(ticket: Ticket, what: str, attempt: int) -> UUID:
    """Of the incident or case (`what`) of an attempt."""
    return uuid5(ticket.uuid, f"{what}-{attempt}")


def made_for(ticket: Ticket, incident: Incident) -> bool:
    """Whether the incident came into being by this ticket, and not by somebody else's report."""
    return incident.uuid in {uuid_of(ticket, "incident", attempt) for attempt in range(attempts(ticket))}
