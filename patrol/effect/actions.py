"""A precaution is recorded, and withdrawn."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from grids.models import Area
from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from .models import Precaution


@transaction.atomic
def record(*, by, at: datetime, area: Area, title: str, text: str, begun_on: date) -> Precaution:
    made = Precaution.objects.create(area=area, area_key=area.key, title=title, text=text, begun_on=begun_on,
                                     recorded_by=by, recorded_at=at)
    audit.record("precaution.record", made, by=by, at=at, area=area.code, begun_on=begun_on)
    return made


@transaction.atomic
def withdraw(precaution: Precaution, *, by, at: datetime, day: date) -> Precaution:
    """From `day` on it counts no more. Raises Conflict when somebody was faster."""
    row = Precaution.objects.select_for_update().get(pk=precaution.pk)
    if row.withdrawn_on:
        raise Conflict(_("It was withdrawn already."), matter=row)
    row.withdrawn_on = day
    row.save(update_fields=["withdrawn_on"])
    audit.record("precaution.withdraw", row, by=by, at=at)
    return row
