"""All that can befall a point: it is registered, corrected, gets a new sign, is given up."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.models import Area
from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from .models import PatrolPoint


class PointClosed(Conflict):
    """Somebody gave the point up meanwhile: the 409 page."""

    def __init__(self, point: PatrolPoint):
        super().__init__(_("This point was given up on %(day)s.") % {"day": point.closed_on}, matter=point)


@transaction.atomic
def register(*, by, at: datetime, area: Area, **given) -> PatrolPoint:
    """A point in the area that holds it."""
    point = PatrolPoint.objects.create(area=area, area_key=area.key, **given)
    audit.record("point.register", point, by=by, at=at, area=area.code)
    return point


@transaction.atomic
def correct(point: PatrolPoint, *, by, at: datetime, area: Area, **given) -> PatrolPoint:
    """What was wrong or has changed; its sign stays good. Raises PointClosed."""
    row = _in_use(point)
    changed = sorted(name for name, value in given.items() if getattr(row, name) != value)
    row.area, row.area_key = area, area.key
    for name in changed:
        setattr(row, name, given[name])
    row.save()
    audit.record("point.correct", row, by=by, at=at, changed=changed, area=area.code)
    return row


@transaction.atomic
def close(point: PatrolPoint, *, by, at: datetime) -> PatrolPoint:
    """Given up from today on: no new shift gets it, and its sign is worthless. Raises PointClosed."""
    row = _in_use(point)
    row.closed_on = localdate(at)
    row.save(update_fields=["closed_on"])
    audit.record("point.close", row, by=by, at=at)
    return row


@transaction.atomic
def new_sign(point: PatrolPoint, *, by, at: datetime) -> PatrolPoint:
    """The sign that hangs there is worthless from now on, for instance because somebody photographed it. Raises
    PointClosed."""
    row = _in_use(point)
    PatrolPoint.objects.filter(pk=row.pk).update(sign=F("sign") + 1)
    row.refresh_from_db()
    audit.record("point.sign", row, by=by, at=at, sign=row.sign)
    return row


def _in_use(point: PatrolPoint) -> PatrolPoint:
    row = PatrolPoint.objects.select_for_update().get(pk=point.pk)
    if row.closed_on:
        raise PointClosed(row)
    return row
