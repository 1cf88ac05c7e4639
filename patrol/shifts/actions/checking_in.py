"""Somebody was there: the check-in, and the outcome that follows from all of them."""

from datetime import datetime, timedelta
from math import asin, cos, radians, sin, sqrt
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import attachments, indicators
from shuangliu.pages.conflict import Conflict
from shuangliu.pages.written import believed

from ...points.models import PatrolPoint
from ..measures import counted, of_check_in
from ..models import CheckIn, Shift
from ..moving import lock, move
from ..states import OPENS_BEFORE, SETTLED_AFTER, Act, State

EARTH = 6_371_008.8  # mean radius in metres
CLOCK_OFF = timedelta(minutes=2)  # a phone that is ahead of us by more has a wrong clock


@transaction.atomic
def check_in(shift: Shift, point: PatrolPoint, *, by, at: datetime, uuid: UUID, way: str,
             longitude: float | None = None, latitude: float | None = None, made_at: datetime | None = None,
             note: str = "") -> tuple[CheckIn, bool]:
    """That `by` was at `point`, and whether it is new: the same form sent again gives the same. The first check-in
    starts the shift; one that arrives late puts its outcome right. Files staged under `uuid` become its own.

    What is doubtful (far from the point, no sign and no position, outside the time of the shift, a phone with a wrong
    clock) is marked and counts. Raises ShiftMoved, and Conflict when somebody else sent this form.
    """
    if sent := _sent_before(uuid, by):
        return sent, False
    row = lock(shift, Act.CHECK_IN)
    if sent := _sent_before(uuid, by):
        return sent, False  # the form came twice at the same time, and the other one was faster
    when = believed(made_at, at)
    apart = None if longitude is None else round(distance(longitude, latitude, point.longitude, point.latitude))
    made = CheckIn.objects.create(
        uuid=uuid, shift=row, point=point, area_key=point.area_key, by=by, way=way, made_at=when, received_at=at,
        longitude=longitude, latitude=latitude, distance=apart, note=note,
        is_far=apart is not None and apart > point.radius,
        is_unseen=way == CheckIn.Way.HAND or (way == CheckIn.Way.POSITION and apart is None),
        is_untimely=not row.starts_at - OPENS_BEFORE <= when <= row.ends_at + OPENS_BEFORE,
        is_clock_off=made_at is not None and (made_at > at + CLOCK_OFF or when > made_at))
    figures = counted(row)
    row.stops.filter(point=point, visited_at=None).update(visited_at=when)
    visited = row.stops.exclude(visited_at=None).count()
    attachments.claim(uuid, made, by=by)
    indicators.add_many(of_check_in(made))
    # Live it goes on; what a phone without a network tells after the end puts the outcome right.
    is_past = row.finished_at is not None or at >= row.ends_at + SETTLED_AFTER
    move(row, Act.CHECK_IN, by=by, at=at, to=outcome(row, visited) if is_past else State.STARTED, visited=visited,
         started_at=min(row.started_at or when, when), raised_at=None,
         finished_at=(row.finished_at or row.ends_at) if is_past else None,
         figures=figures, detail={"point": point.pk, "way": way, "doubtful": made.is_doubtful})
    shift.refresh_from_db()
    return made, True


def finish(shift: Shift, *, by, at: datetime) -> Shift:
    """Whoever walks it is done. Raises ShiftMoved."""
    return move(shift, Act.FINISH, by=by, at=at, to=outcome(shift, shift.visited), finished_at=at)


def distance(longitude: float, latitude: float, to_longitude: float, to_latitude: float) -> float:
    """Metres along the sphere between two points in WGS-84 degrees."""
    a, b = radians(latitude), radians(to_latitude)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(to_longitude - longitude) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


def outcome(shift: Shift, visited: int) -> State:
    """How a shift ends that has visited so many of its points."""
    return State.FINISHED if visited >= shift.required else State.PARTIAL


def _sent_before(uuid: UUID, by) -> CheckIn | None:
    sent = CheckIn.objects.filter(uuid=uuid).first()
    if sent and sent.by_id != by.pk:
        raise Conflict(_("This form was sent before by somebody else. Please start a new one."))
    return sent
