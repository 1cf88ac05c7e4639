"""All that can befall an entry of a neighbour: written, put right, made sure of."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from grids.models import Area
from shuangliu import audit

from .models import Neighbour


@transaction.atomic
def write(*, by, at: datetime, area: Area, **given) -> Neighbour:
    neighbour = Neighbour.objects.create(area=area, area_key=area.key, checked_on=localdate(at), checked_by=by, **given)
    audit.record("neighbour.write", neighbour, by=by, at=at)
    return neighbour


@transaction.atomic
def correct(neighbour: Neighbour, *, by, at: datetime, area: Area, **given) -> None:
    """What is written anew is made sure of."""
    for name, value in {"area": area, "area_key": area.key, "checked_on": localdate(at), "checked_by": by,
                        **given}.items():
        setattr(neighbour, name, value)
    neighbour.save()
    audit.record("neighbour.correct", neighbour, by=by, at=at)


@transaction.atomic
def confirm(neighbour: Neighbour, *, by, at: datetime) -> None:
    """Somebody has called and found it as it stands."""
    Neighbour.objects.filter(pk=neighbour.pk).update(checked_on=localdate(at), checked_by=by)
    audit.record("neighbour.confirm", neighbour, by=by, at=at)
