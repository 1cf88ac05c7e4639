"""Where a ticket stands, for people: the states of domain.md §5.3 that its incident or case has for it."""

from django.utils.translation import gettext_lazy as _

from incidents.states import State as IncidentState

from .models import Ticket
from .states import WITH_OFFICE

INCIDENT = {
    IncidentState.REPORTED: _("Waits for the office"),
    IncidentState.ACCEPTED: _("Taken on by the office"),
    IncidentState.ASSIGNED: _("Sent to those who handle it"),
    IncidentState.IN_PROGRESS: _("Being handled"),
    IncidentState.REWORK: _("Being handled again"),
    IncidentState.SUSPENDED: _("Needs more time, for a reason"),
    IncidentState.RESOLVED: _("Handled, being checked"),
    IncidentState.VERIFIED: _("Handled and checked"),
}


def progress(ticket: Ticket) -> str:
    """In words for staff and for the caller: no name, no department's inner matters."""
    if ticket.state in WITH_OFFICE:
        if ticket.case_id:
            return _("With the mediators")
        return INCIDENT.get(ticket.goes_on_in.state, ticket.get_state_display())
    return ticket.get_state_display()
