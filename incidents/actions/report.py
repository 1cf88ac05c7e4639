"""Reporting: an incident comes into being, once for each form however often it is sent."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from grids.jurisdiction import may
from shuangliu import attachments, deadlines, indicators
from shuangliu.pages.conflict import Conflict
from shuangliu.pages.written import believed

from ..limits import due_after, limit_of
from ..measures import counted, differences
from ..models import Answer, Category, Incident, Question
from ..rights import TOP
from ..states import Act, Stage
from ..whereabouts import NOT_OWN_GRID, Whereabouts, find
from .handling import self_handle
from .moving import write_down
from .triage import merge


@transaction.atomic
def report(*, by, at: datetime, uuid: UUID, category: Category, description: str, place: str = "",
           longitude: float | None = None, latitude: float | None = None,
           is_urgent: bool = False, reply: str = "", joins: Incident | None = None,
           answers: Iterable[tuple[Question, str]] = (), written_at: datetime | None = None,
           channel: str = Incident.Channel.STAFF, where: Whereabouts | None = None) -> tuple[Incident, bool]:
    """The incident, and whether it is new: the same form sent again gives the same incident back. With `joins` it is
    kept with its photos and merged into that one at once; with a `reply` the reporter has settled it already
    (当场处置), which grid workers may in their own grid.

    `written_at` is the phone's word for when it was written, kept for the record. The clocks run from `at`, its
    arrival: a desk has as long for what lay in an outbox as for anything else, and no phone's clock can change that.

    `where` is where it belongs, if that has been found already. What people tell the hotline or the portal brings it
    along, with a `channel` and no reporter; `by` is the agent then, None when nobody took it down.

    Files staged under `uuid` become its own. Raises ValidationError for a point out of reach or a grid that is not
    theirs, Conflict when somebody else has sent this form, or that one has been merged or withdrawn meanwhile.
    """
    reporter = by if channel == Incident.Channel.STAFF else None
    if sent := _sent_before(uuid, reporter):
        return sent, False
    where = where or find(by, longitude, latitude)
    incident = Incident(
        uuid=uuid, category=category, description=description, place=place, longitude=longitude, latitude=latitude,
        grid=where.grid, area_key=where.area.key, tier=first_tier(category, where), reporter=reporter, reported_at=at,
        written_at=written_at and believed(written_at, at), channel=channel, moved_at=at,
        is_urgent=is_urgent or category.is_urgent,
    )
    limit = limit_of(incident, Stage.ACCEPT)
    incident.due_at = due_after(limit, at)  # an open row is never without one
    try:
        with transaction.atomic():
            incident.save(force_insert=True)
    except IntegrityError:
        # The form came twice at the same time, and the other one was faster.
        if sent := _sent_before(uuid, reporter):
            return sent, False
        raise
    Answer.objects.bulk_create(Answer(incident=incident, question=question, label=question.label, value=value)
                               for question, value in answers)
    incident.former = []  # new: it has been nowhere else
    deadlines.begin(incident, {Stage.ACCEPT: limit}, at=at)
    if reporter:  # what others have sent is handed on by whoever took it down
        attachments.claim(uuid, incident, by=by)
    # What is settled or merged in the same breath waits for no desk: the news is what comes next.
    write_down(incident, Act.REPORT, by=by, at=at, old="", is_news=not (joins or reply),
               detail={"written_at": incident.written_at})
    indicators.add_many(differences(Counter(), counted(incident)))
    if joins:
        merge(incident, by=by, at=at, into=joins)
    elif reply:
        if not may(by, "incident.self-handle", incident):
            raise ValidationError(NOT_OWN_GRID, code="not_own_grid")
        self_handle(incident, by=by, at=at, reply=reply)
    return incident, True


def first_tier(category: Category, where: Whereabouts) -> int:
    """Who has it first: the desk of the place, but what only the county can lead (重大紧急情况) the county at once;
    the desks below see it too."""
    return TOP if category.owner_tier == TOP else where.tier


def _sent_before(uuid: UUID, reporter) -> Incident | None:
    incident = Incident.objects.filter(uuid=uuid).first()
    if incident and incident.reporter_id != (reporter and reporter.pk):
        raise Conflict(_("This form was sent before by somebody else. Please start a new one."))
    return incident
