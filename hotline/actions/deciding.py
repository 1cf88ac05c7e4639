"""What the hotline decides on a ticket: answer it, send it to those who can, or neither."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.models import Area
from incidents import actions as incidents
from incidents.models import Category, Incident, Question
from incidents.whereabouts import Whereabouts
from incidents.whereabouts import place as place_in
from mediation.actions import register_case
from mediation.models import DisputeCategory
from mediation.models.cases import Source
from shuangliu import attachments, deadlines
from shuangliu.pages.conflict import Conflict

from ..discretion import stored, unnamed
from ..limits import limit_of
from ..models import Channel, Ticket, WrapUp
from ..states import CLOCK, WITH_OFFICE, Act, Stage, State
from .attempts import attempts, uuid_of
from .following import remind, was_reminded
from .moving import check, move, promised

INCIDENT_CHANNEL = {Channel.PORTAL: Incident.Channel.PORTAL, Channel.OPEN311: Incident.Channel.OPEN311}
CORRECTABLE = ("kind", "category", "content", "place", "longitude", "latitude", "is_urgent")


@transaction.atomic
def answer(ticket: Ticket, *, by, at: datetime, answer: str, wrap_up: WrapUp | None = None) -> None:
    """直接答复. The caller has the answer; nobody else has to act."""
    move(ticket, Act.ANSWER, by=by, at=at, answer=answer, wrap_up=wrap_up, replied_at=ticket.replied_at or at,
         closed_at=at, is_with_lead=False)


@transaction.atomic
def dispatch(ticket: Ticket, *, by, at: datetime, category: Category, answers: Iterable[tuple[Question, str]] = (),
             joins: Incident | None = None, note: str = "", where: Whereabouts | None = None) -> Incident:
    """派单. An incident of it goes the way of all incidents, without a word of who called; or the caller hears of
    `joins`, which others have reported already.

    Raises TicketMoved, and Conflict when that one is over.
    """
    check(ticket, Act.DISPATCH, by=by)
    # Locked, so that it does not close without this ticket hearing of it.
    if joins and not Incident.objects.select_for_update(of=("self",)).get(pk=joins.pk).is_open:
        raise Conflict(_("That incident is over. Please send this ticket by itself."), matter=ticket)
    incident = joins or _incident(ticket, by=by, at=at, category=category, answers=answers, where=where)
    move(ticket, Act.DISPATCH, by=by, at=at, note=note, to=_underway(ticket), incident=incident, case=None,
         category=category, dispatched_at=ticket.dispatched_at or at, is_with_lead=False)
    return incident


@transaction.atomic
def mediate(ticket: Ticket, *, by, at: datetime, category: DisputeCategory, title: str, people: int = 2,
            note: str = "") -> None:
    """A dispute goes to the mediation centre of its place; who called is told there by the caller."""
    check(ticket, Act.MEDIATE, by=by)
    case = register_case(
        source=Source.HOTLINE, external_ref=ticket.number, category=category, title=title,
        summary=unnamed(ticket, ticket.said), area_key=ticket.area_key, happened_on=localdate(ticket.received_at),
        place=unnamed(ticket, ticket.place) or str(ticket.area), people=people, by=by, at=at,
        uuid=uuid_of(ticket, "case", attempts(ticket)))
    move(ticket, Act.MEDIATE, by=by, at=at, note=note, to=_underway(ticket), case=case, incident=None,
         dispatched_at=ticket.dispatched_at or at, is_with_lead=False)


@transaction.atomic
def invalidate(ticket: Ticket, *, by, at: datetime, reason: str, wrap_up: WrapUp | None = None) -> None:
    """No concern: a wrong number, silence, abuse. Counted apart, and can be taken up again."""
    move(ticket, Act.INVALIDATE, by=by, at=at, note=reason, reason=reason, wrap_up=wrap_up, closed_at=at)


@transaction.atomic
def join(ticket: Ticket, *, by, at: datetime, into: Ticket) -> None:
    """The caller asks again about `into`: the office is reminded, and the caller hears when that one is answered.

    Raises TicketMoved, and Conflict when that one is over.
    """
    into = into.joined_to or into
    if into.pk == ticket.pk or not into.is_open:
        raise Conflict(_("That ticket is over. Please send this one by itself."), matter=ticket)
    move(ticket, Act.JOIN, by=by, at=at, note=into.number, joined_to=into, closed_at=at)
    ticket.joined.update(joined_to=into)
    if into.state in WITH_OFFICE and not was_reminded(into, at):
        remind(into, by=by, at=at, note=_("The caller asked again (%(number)s).") % {"number": ticket.number})


@transaction.atomic
def restore(ticket: Ticket, *, by, at: datetime, reason: str) -> None:
    """It was a concern of its own after all; its time runs anew from now."""
    move(ticket, Act.RESTORE, by=by, at=at, note=reason, reason="", joined_to=None, wrap_up=None, closed_at=None)


@transaction.atomic
def correct(ticket: Ticket, *, by, at: datetime, area: Area | None = None, **given) -> None:
    """Put right what was taken down, before anybody has acted on it. Another kind has another limit, from the call
    on."""
    check(ticket, Act.CORRECT, by=by)
    changes = stored({name: given[name] for name in CORRECTABLE if name in given})
    if area or {"longitude", "latitude"} & changes.keys():
        point = [changes.get(name, getattr(ticket, name)) for name in ("longitude", "latitude")]
        area = place_in(area or ticket.area, *point).area
        changes |= {"area": area, "area_key": area.key}
    was = (ticket.kind, ticket.is_urgent)
    for name, value in changes.items():
        setattr(ticket, name, value)
    if (ticket.kind, ticket.is_urgent) != was:
        changes |= _timed_anew(ticket, at)
    move(ticket, Act.CORRECT, by=by, at=at, **changes)


def _incident(ticket: Ticket, *, by, at: datetime, category: Category,
              answers: Iterable[tuple[Question, str]], where: Whereabouts | None) -> Incident:
    incident, _is_new = incidents.report(
        by=by, at=at, uuid=uuid_of(ticket, "incident", attempts(ticket)), category=category,
        description=unnamed(ticket, ticket.said), place=unnamed(ticket, ticket.place),
        longitude=ticket.longitude, latitude=ticket.latitude, is_urgent=ticket.is_urgent, answers=answers,
        channel=INCIDENT_CHANNEL.get(ticket.channel, Incident.Channel.HOTLINE),
        where=where or place_in(ticket.area, ticket.longitude, ticket.latitude))
    attachments.hand_on(ticket, incident)
    return incident


def _timed_anew(ticket: Ticket, at: datetime) -> dict:
    """The limits of another kind, from when the ticket came. What runs by the old ones does not count."""
    changes = {}
    triage = CLOCK[State(ticket.state)]
    began = {clock.kind: clock.started_at for clock in deadlines.running(ticket)}
    for stage in (Stage.HANDLE, triage):
        deadlines.cancel(ticket, at=at, kind=stage)
        clock = deadlines.start(ticket, stage, limit=limit_of(ticket, stage), at=began.get(stage, at))
        changes |= promised(ticket, clock.due_at) if stage == Stage.HANDLE else {}
        changes |= {"due_at": clock.due_at, "alert": clock.step}
    return changes


def _underway(ticket: Ticket) -> State:
    return State.REWORK if ticket.rework_count else State.DISPATCHED
