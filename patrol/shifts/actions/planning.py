"""A shift is planned, staffed, published, changed, cancelled."""

import random
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from grids.models import Area
from shuangliu import audit
from shuangliu.accounts.models import User

from ...points.models import PatrolPoint
from .. import news, rest
from ..models import Duty, Route, Shift, ShiftStop
from ..moving import lock, move
from ..states import Act

LONGEST = timedelta(hours=12)


@transaction.atomic
def plan(*, by, at: datetime, starts_at: datetime, ends_at: datetime, people: Iterable, route: Route | None = None,
         area: Area | None = None, points: Iterable[PatrolPoint] = (), leader=None, with_police: bool = False,
         note: str = "", rest_reason: str = "", uuid: UUID | None = None) -> Shift:
    """A shift over the points of `route`, or over `points` in `area`. The leader is `by` unless said otherwise.

    Raises ValidationError for times that are none, for nobody to walk, for somebody who walks another shift at that
    time, and for less rest than is due without a reason. The same `uuid` sent again gives the same shift.
    """
    if uuid and (sent := Shift.objects.filter(uuid=uuid).first()):
        return sent
    _check_times(starts_at, ends_at)
    where = route.area if route else area
    more = {"uuid": uuid} if uuid else {}
    shift = Shift.objects.create(route=route, area=where, area_key=where.key, leader=leader or by, starts_at=starts_at,
                                 ends_at=ends_at, with_police=with_police, note=note, rest_reason=rest_reason, **more)
    _set_people(shift, people)
    _set_stops(shift, list(points) or _points_of(route))
    audit.record("shift.plan", shift, by=by, at=at, starts_at=starts_at, ends_at=ends_at, area=where.code)
    return shift


@transaction.atomic
def correct(shift: Shift, *, by, at: datetime, starts_at: datetime, ends_at: datetime, with_police: bool,
            note: str = "", rest_reason: str = "") -> Shift:
    """Other times, police or not. Raises ValidationError as `plan` does, and ShiftMoved."""
    row = lock(shift, Act.CORRECT)
    _check_times(starts_at, ends_at)
    row.starts_at, row.ends_at, row.rest_reason = starts_at, ends_at, rest_reason or row.rest_reason
    _set_people(row, [duty.person for duty in row.duties.select_related("person")])
    _set_stops(row, [stop.point for stop in row.stops.select_related("point")])
    return move(row, Act.CORRECT, by=by, at=at, starts_at=starts_at, ends_at=ends_at, with_police=with_police,
                note=note, required=row.required, rest_reason=row.rest_reason)


@transaction.atomic
def staff(shift: Shift, *, by, at: datetime, people: Iterable, rest_reason: str = "") -> Shift:
    """Other people walk it; who no longer does hears of it. Raises ValidationError as `plan` does, and ShiftMoved."""
    row = lock(shift, Act.STAFF)
    row.rest_reason = rest_reason or row.rest_reason
    before = set(row.duties.values_list("person_id", flat=True))
    _set_people(row, people)
    row = move(row, Act.STAFF, by=by, at=at, detail={"people": row.duties.count()}, rest_reason=row.rest_reason)
    news.tell_changes(row, before, by=by, at=at)
    return row


def publish(shift: Shift, *, by, at: datetime) -> Shift:
    """It stands on the phones of those who walk it. Raises ShiftMoved."""
    return move(shift, Act.PUBLISH, by=by, at=at)


def cancel(shift: Shift, *, by, at: datetime, reason: str) -> Shift:
    """It does not take place. Raises ShiftMoved, and ValidationError without a reason."""
    if not reason.strip():
        raise ValidationError({"reason": _("Say why.")})
    return move(shift, Act.CANCEL, by=by, at=at, reason=reason)


def _check_times(starts_at: datetime, ends_at: datetime) -> None:
    if not timedelta(0) < ends_at - starts_at <= LONGEST:
        raise ValidationError({"ends_at": _("After the start, and within twelve hours of it.")})


def _set_people(shift: Shift, people: Iterable) -> None:
    people = list(dict.fromkeys(people))
    if not people:
        raise ValidationError({"people": _("Somebody has to walk it.")})
    # Two who plan the same person at once come one after the other; in one order, so that none waits for the other.
    list(User.objects.select_for_update(no_key=True).filter(pk__in=[one.pk for one in people]).order_by("pk"))
    elsewhere = Duty.objects.filter(
        person__in=people, starts_at__gt=shift.starts_at - LONGEST, starts_at__lt=shift.ends_at,
        shift__ends_at__gt=shift.starts_at).exclude(shift=shift).exclude(shift__state="cancelled")
    if taken := elsewhere.select_related("person", "shift").first():
        raise ValidationError({"people": _("%(name)s walks %(shift)s at that time.") % {
            "name": taken.person, "shift": taken.shift.number}})
    if not shift.rest_reason and (warned := rest.of_people(shift, people)):
        raise ValidationError({"rest_reason": [*warned, _("If it must be, say why.")]})
    shift.duties.exclude(person__in=people).delete()
    shift.duties.update(starts_at=shift.starts_at)
    there = set(shift.duties.values_list("person_id", flat=True))
    Duty.objects.bulk_create(Duty(shift=shift, person=person, starts_at=shift.starts_at) for person in people
                             if person.pk not in there)


def _points_of(route: Route | None) -> list[PatrolPoint]:
    if route is None:
        return []
    points = [stop.point for stop in route.stops.select_related("point") if stop.point.closed_on is None]
    if route.is_shuffled:
        random.SystemRandom().shuffle(points)
    return points


def _set_stops(shift: Shift, points: list[PatrolPoint]) -> None:
    """Its points in this order; the time is shared out evenly, the last is due at the end."""
    shift.stops.all().delete()
    share = (shift.ends_at - shift.starts_at) / max(len(points), 1)
    ShiftStop.objects.bulk_create(ShiftStop(shift=shift, point=point, position=number,
                                            due_at=shift.starts_at + share * number)
                                  for number, point in enumerate(points, 1))
    shift.required = len(points)
    Shift.objects.filter(pk=shift.pk).update(required=shift.required)
