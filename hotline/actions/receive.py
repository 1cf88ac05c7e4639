"""A ticket comes into being, once for each form however often it is sent."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from grids.models import Area, Level
from incidents.limits import due_after
from incidents.models import Category, Incident, Question
from incidents.whereabouts import Whereabouts
from incidents.whereabouts import place as place_in
from shuangliu import attachments, deadlines, indicators
from shuangliu.pages.conflict import Conflict

from ..discretion import stored
from ..limits import limit_of
from ..measures import counted, differences
from ..models import Caller, Channel, HotlineLine, Ticket
from ..states import CLOCK, Act, Stage, State
from .deciding import dispatch
from .moving import write_down


@dataclass(frozen=True)
class CallerGiven:
    """Who calls, as they say: a phone, and what they want to be called."""

    phone: str
    name: str = ""


@transaction.atomic
def receive(*, by, at: datetime, uuid: UUID, kind: str, content: str, area: Area, channel: str = Channel.PHONE,
            caller: CallerGiven | None = None, is_secret: bool = False, category: Category | None = None,
            place: str = "", longitude: float | None = None, latitude: float | None = None,
            is_urgent: bool = False, line: HotlineLine | None = None,
            where: Whereabouts | None = None) -> tuple[Ticket, bool]:
    """The ticket, and whether it is new: the same form sent again by the same person gives the same ticket back.

    `by` is the agent, None when the caller wrote it; `area` is the smallest that the caller could name, where it waits
    without a point; `where` is the place of both, if it has been looked up before. Files staged under `uuid` become its
    own. Raises ValidationError for a point out of reach, Conflict when somebody else has sent this form.
    """
    if sent := _sent_before(uuid, by):
        return sent, False
    where = where or place_in(area, longitude, latitude)
    ticket = Ticket(
        **stored({"content": content, "place": place}),
        uuid=uuid, channel=channel, kind=kind, category=category, longitude=longitude, latitude=latitude,
        area=where.area, area_key=where.area.key, line=line, is_secret=is_secret and bool(caller),
        is_urgent=is_urgent or bool(category and category.is_urgent), received_at=at, moved_at=at,
        taken_by=by, caller=_caller(caller, at),
    )
    limits = {stage: limit_of(ticket, stage) for stage in (Stage.HANDLE, CLOCK[State.RECEIVED])}
    ticket.due_at = due_after(limits[CLOCK[State.RECEIVED]], at)
    ticket.reply_due_at = ticket.first_due_at = due_after(limits[Stage.HANDLE], at)
    try:
        with transaction.atomic():
            ticket.save(force_insert=True)
    except IntegrityError:
        if sent := _sent_before(uuid, by):
            return sent, False
        raise
    deadlines.begin(ticket, limits, at=at)
    attachments.claim(uuid, ticket, by=by)
    write_down(ticket, Act.RECEIVE, by=by, at=at, old="")
    indicators.add_many(differences(Counter(), counted(ticket)))
    return ticket, True


@transaction.atomic
def submit(*, at: datetime, category: Category, channel: str, answers: Iterable[tuple[Question, str]] = (),
           joins: Incident | None = None, **given) -> tuple[Ticket, bool]:
    """What people write themselves goes to the office at once, as nobody has to listen first; with `joins` to the
    incident that they say it is."""
    ticket, is_new = receive(by=None, at=at, category=category, channel=channel, **given)
    if is_new:
        where = Whereabouts(ticket.area if ticket.area.level == Level.GRID else None, ticket.area)
        dispatch(ticket, by=None, at=at, category=category, answers=answers, joins=joins, where=where)
    return ticket, is_new


def _caller(given: CallerGiven | None, at: datetime) -> Caller | None:
    """The one with this number; a name said later replaces the one before."""
    if given is None or not given.phone:
        return None
    caller = Caller.objects.with_phone(given.phone).first()
    if caller is None:
        try:
            with transaction.atomic():
                return Caller.objects.create(phone=given.phone, name=given.name, created_at=at)
        except IntegrityError:  # they called twice at the same moment
            caller = Caller.objects.with_phone(given.phone).get()
    if given.name and given.name != caller.name:
        caller.name = given.name
        caller.save(update_fields=["name"])
    return caller


def _sent_before(uuid: UUID, by) -> Ticket | None:
    ticket = Ticket.objects.filter(uuid=uuid).first()
    if ticket and ticket.taken_by_id != (by and by.pk):
        raise Conflict(_("This form was sent before by somebody else. Please start a new one."))
    return ticket
