"""Who is told what of a ticket. What is told names number and kind: no caller, no place, no words. Whoever has the
incident hears of reminders on its own page (incidents/news.py)."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.holders import Seat, holders
from grids.roles import Role
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
    Act.CRITICISE: ("circular", _("An office is named in the circular"), (LEAD,)),
}
WITH_LEAD = ("with_lead", _("A ticket came back too often, please decide yourself"), (LEAD,))
REMINDED = _("The hotline reminds you: who told us of this waits for an answer")
CIRCULAR = _("Long overdue: named in the circular of the hotline")
REMINDERS = {Act.REMIND: ("ticket.reminded", REMINDED), Act.URGE: ("ticket.reminded", REMINDED),
             Act.CRITICISE: ("ticket.named", CIRCULAR)}


def name_kinds() -> None:
    """Name what can be told; once, at start."""
    for name, words, _seats in (*TOLD.values(), WITH_LEAD):
        notices.kind(f"ticket.{name}", words)
    for kind, words in REMINDERS.values():
        notices.kind(kind, words)


def tell(ticket: Ticket, act: str, *, by, at: datetime) -> None:
    """Tell those concerned, in the transaction of the act; nobody hears of what they did themselves."""
    if act in REMINDERS:
        _tell_those_who_have_it(ticket, act, at=at)
    if act not in TOLD or (act in (Act.EXTEND, Act.REST) and not ticket.to_be_told):
        return
    name, _words, seats = WITH_LEAD if act == Act.RETURN and ticket.is_with_lead else TOLD[act]
    users = {holder.user_id for holder in holders(ticket.area_key, seats, localdate(at))}
    users |= {ticket.taken_by_id} - {None}
    users -= {by and by.pk}
    notices.tell(sorted(users), f"ticket.{name}", matter=ticket, text=f"{ticket.number} {ticket.get_kind_display()}",
                 url=ticket.get_absolute_url(), at=at)


def _tell_those_who_have_it(ticket: Ticket, act: str, *, at: datetime) -> None:
    """The mediators of a case; what is named in the circular the county hears too."""
    kind, _words = REMINDERS[act]
    case, incident = ticket.case, ticket.goes_on_in
    if case:
        users = {holder.user_id for holder in holders(case.area_key, [Seat(Role.CENTER_MANAGER)], localdate(at))}
        users |= {case.mediator and case.mediator.user_id} - {None}
        notices.tell(sorted(users), kind, matter=case, text=case.number, url=case.get_absolute_url(), at=at)
    elif incident and act == Act.CRITICISE:
        users = {holder.user_id
                 for holder in holders(incident.area_key, [Seat(Role.COUNTY_SUPERVISOR)], localdate(at))}
        notices.tell(sorted(users), kind, matter=incident, text=incident.number, url=incident.get_absolute_url(), at=at)
