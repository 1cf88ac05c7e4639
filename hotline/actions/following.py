"""The ticket follows its incident or its case, and the caller hears of it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from incidents import actions as incidents
from incidents.models import Incident
from incidents.states import Act as IncidentAct
from mediation.models import Case
from mediation.models.cases import Outcome
from shuangliu import attachments, deadlines
from shuangliu.deadlines import Unit
from shuangliu.deadlines.calendars import current
from shuangliu.deadlines.limits import DAY
from shuangliu.deadlines.worktime import elapsed
from shuangliu.pages.conflict import Conflict

from ..discretion import unnamed
from ..models import Ticket
from ..models.tickets import SENT_OPENLY
from ..querysets import TicketQuerySet
from ..states import NOTICES, WITH_OFFICE, Act, Stage
from .attempts import made_for
from .moving import chase, check, move, promised

MOST_RETURNS = 3  # the third goes to the supervisor (domain.md §5.3)
REMINDED_AGAIN = timedelta(hours=1)  # who was reminded a moment ago need not hear it again
CLOSING = {IncidentAct.CLOSE, IncidentAct.CLEAR}
NOT_TAKEN = {IncidentAct.REJECT, IncidentAct.CANCEL}
TIMES = {IncidentAct.EXTEND, IncidentAct.SUSPEND, IncidentAct.RESUME}


def hear_incident(incident: Incident, was: Incident, act: str, *, at: datetime) -> None:
    """What happened to an incident happens to the tickets that wait for it, and for those merged into it."""
    # The public sees state and office; most acts change neither, and most incidents carry no ticket.
    if (incident.state, incident.department_id) != (was.state, was.department_id):
        Ticket.objects.filter(SENT_OPENLY, incident=incident).update(moved_at=at)
    if act not in CLOSING | NOT_TAKEN | TIMES:
        return
    for ticket in _waiting(Ticket.objects.going_on_in(incident)):
        if act in CLOSING:
            reply(ticket, at=at, words=incident.reply)
        elif act in NOT_TAKEN:
            come_back(ticket, at=at, reason=incident.rejected_reason)
        else:
            _more_time(ticket, incident, was, act, at)


def hear_outcome(case: Case, *, at: datetime) -> None:
    """The mediators are done; what was said there stays there."""
    for ticket in _waiting(Ticket.objects.going_on_in_case(case)):
        if case.outcome == Outcome.SETTLED:
            reply(ticket, at=at, words=_("The dispute was settled in mediation."))
        else:
            come_back(ticket, at=at, reason=_("Mediation ended without an agreement, or was not taken on."))


@transaction.atomic
def reply(ticket: Ticket, *, at: datetime, words: str) -> None:
    """回复. The office has answered; a supervisor of the hotline reads it before the caller is called."""
    move(ticket, Act.REPLY, by=None, at=at, answer=words or _("It has been settled."),
         replied_at=ticket.replied_at or at)


@transaction.atomic
def come_back(ticket: Ticket, *, at: datetime, reason: str) -> None:
    """退回. The office does not take it on: the hotline decides anew, from the third time on its supervisor. What the
    caller sent comes along, for the next office."""
    if ticket.incident and made_for(ticket, ticket.incident):
        attachments.hand_on(ticket.incident, ticket)
    returned = ticket.returned_count + 1
    move(ticket, Act.RETURN, by=None, at=at, note=reason, reason=reason[:500], incident=None, case=None,
         returned_count=returned, is_with_lead=returned >= MOST_RETURNS)


@transaction.atomic
def remind(ticket: Ticket, *, by, at: datetime, note: str = "") -> None:
    """催办. The caller asks again, or the time runs out: those who have it hear of it. Raises Conflict when they have
    heard a moment ago."""
    check(ticket, Act.REMIND, by=by)
    if was_reminded(ticket, at):
        raise Conflict(_("The office was reminded within the last hour."), matter=ticket)
    jog(ticket, by=by, at=at, note=note)
    move(ticket, Act.REMIND, by=by, at=at, note=note)


def was_reminded(ticket: Ticket, at: datetime) -> bool:
    return ticket.moves.filter(act=Act.REMIND, at__gt=at - REMINDED_AGAIN).exists()


def jog(ticket: Ticket, *, by, at: datetime, note: str) -> None:
    """Say it on the page of the incident, without a word of who called. The mediators hear it by news.py."""
    if (incident := ticket.goes_on_in) and incident.is_open:
        incidents.remind(incident, by=by, at=at, note=unnamed(ticket, note))


@transaction.atomic
def tell(ticket: Ticket, *, by, at: datetime, note: str = "") -> None:
    """告知. The caller knows now that it takes longer (domain.md §4.9)."""
    move(ticket, Act.TELL, by=by, at=at, note=note, to_be_told=False)


def _waiting(tickets: TicketQuerySet) -> Iterable[Ticket]:
    return tickets.filter(state__in=WITH_OFFICE).select_related("incident").order_by("pk")


@transaction.atomic
def _more_time(ticket: Ticket, incident: Incident, was: Incident, act: str, at: datetime) -> None:
    """The caller's answer waits as long as the office was allowed to."""
    told = {"to_be_told": ticket.caller_id is not None}
    if act == IncidentAct.SUSPEND:
        deadlines.pause(ticket, at=at, kind=Stage.HANDLE)
        for kind in NOTICES:
            deadlines.cancel(ticket, at=at, kind=kind)
        move(ticket, Act.REST, by=None, at=at, **told)
        return
    if act == IncidentAct.RESUME:
        deadlines.resume(ticket, at=at, kind=Stage.HANDLE)
        told = {}
    else:
        more = elapsed(was.due_at, incident.due_at, Unit.WORKING_DAYS, current())
        deadlines.extend(ticket, Stage.HANDLE, amount=-(-more // DAY), at=at)
    clock = deadlines.running(ticket, Stage.HANDLE).get()
    move(ticket, Act.WAKE if act == IncidentAct.RESUME else Act.EXTEND, by=None, at=at, due_at=clock.due_at,
         alert=clock.step, **promised(ticket, clock.due_at), **told)
    chase(ticket, clock.step, at)
