"""Who in the hotline is told what of a ticket. What is told names number and kind: no caller, no place, no words."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.holders import Seat, holders
from grids.roles import DESK_OF, Role
from shuangliu import notices

from .models import Ticket
from .states import Act

AGENTS, LEAD = Seat(Role.HOTLINE_AGENT), Seat(Role.HOTLINE_LEAD)

# act: the kind of the notice, its words, and who hears it; the agent who took it down hears of what goes on with it.
TOLD = {
    Act.RETURN: ("returned", _("A ticket came back, please decide anew"), (AGENTS,)),
    Act.REPLY: ("replied", _("A reply waits for review"), (LEAD,)),
    Act.EXTEND: ("extended", _("The office takes longer, please tell the caller"), ()),
    Act.REST: ("extended", _("The office takes longer, please tell the caller"), ()),
    Act.REOPEN: ("reopened", _("The caller says it is not settled"), (LEAD,)),
    Act.REMARK: ("remarked", _("The caller adds something"), (AGENTS,)),
    Act.WARN: ("warned", _("The time of a ticket is running out"), ()),
    Act.EXPIRE: ("overdue", _("A ticket is overdue"), (LEAD,)),
    Act.RAISE: ("raised", _("A ticket is long overdue, please see to it"), (LEAD,)),
}


def name_kinds() -> None:
    """Name what can be told; once, at start."""
    for name, words, _seats in TOLD.values():
        notices.kind(f"ticket.{name}", words)
    notices.kind("ticket.reminded", REMINDED)


REMINDED = _("The hotline reminds you: the caller has asked again")


def tell(ticket: Ticket, act: str, *, by, at: datetime) -> None:
    """Tell those concerned, in the transaction of the act; nobody hears of what they did themselves."""
    if act == Act.REMIND:
        _remind(ticket, at=at)
        return
    if act not in TOLD:
        return
    name, _words, seats = TOLD[act]
    users = {holder.user_id for holder in holders(ticket.area_key, seats, localdate(at))}
    users |= {ticket.taken_by_id} - {None}
    users -= {by and by.pk}
    notices.tell(sorted(users), f"ticket.{name}", matter=ticket, text=f"{ticket.number} {ticket.get_kind_display()}",
                 url=ticket.get_absolute_url(), at=at)


def _remind(ticket: Ticket, *, at: datetime) -> None:
    """Those who have the incident: whoever signed, the department, and the desk that owns it."""
    incident = ticket.incident
    if incident is None:
        return
    seats = [Seat(DESK_OF[incident.tier])]
    if incident.department_id:
        seats.append(Seat(Role.DEPT_HANDLER, incident.department_id))
    users = {holder.user_id for holder in holders(incident.area_key, seats, localdate(at))}
    users |= {incident.handler_id} - {None}
    notices.tell(sorted(users), "ticket.reminded", matter=incident, text=incident.number,
                 url=incident.get_absolute_url(), at=at)
