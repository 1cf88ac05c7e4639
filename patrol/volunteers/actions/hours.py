"""Hours are verified by whoever led, and certified (志愿服务条例 art. 19)."""

from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, F, Sum
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from ...shifts.models import Shift
from ..models import Attendance, CallUp, Certificate, Volunteer
from ..states import Act
from .moving import check

Occasion = CallUp | Shift


@transaction.atomic
def verify_hours(occasion: Occasion, hours: dict[Volunteer, Decimal | None], *, by, at: datetime) -> int:
    """How long each was there; None or 0 takes back what was said before. Returns how many rows changed.

    Nobody verifies the own hours. Raises Conflict before it has begun or where it was called off.
    """
    refuse_early(occasion, at)
    link = "shift" if isinstance(occasion, Shift) else "call_up"
    changed = {}
    for volunteer in sorted(hours, key=lambda one: one.pk):
        if volunteer.user_id and volunteer.user_id == by.pk:
            raise Conflict(_("Nobody verifies the own hours."), matter=occasion)
        new = hours[volunteer] or Decimal(0)
        row = Volunteer.objects.select_for_update().get(pk=volunteer.pk)
        there = row.attendances.filter(**{link: occasion}).first()
        old = there.hours if there else Decimal(0)
        if old == new:
            continue
        if not new:
            there.delete()
        else:
            Attendance.objects.update_or_create(volunteer=row, **{link: occasion}, defaults={
                "served_on": localdate(occasion.starts_at), "hours": new, "verified_by": by, "verified_at": at})
        Volunteer.objects.filter(pk=row.pk).update(hours=F("hours") + (new - old))
        changed[str(row.pk)] = str(new)
    if changed:
        audit.record(f"{'shift' if link == 'shift' else 'call-up'}.hours", occasion, by=by, at=at, hours=changed)
    return len(changed)


def refuse_early(occasion: Occasion, at: datetime) -> None:
    if getattr(occasion, "is_cancelled", False) or getattr(occasion, "state", "") in ("cancelled", "planned", "missed"):
        raise Conflict(_("Nobody has served here: it did not take place."), matter=occasion)
    if at < occasion.starts_at:
        raise Conflict(_("It has not begun yet."), matter=occasion)


@transaction.atomic
def certify(volunteer: Volunteer, *, by, at: datetime, since: date | None = None,
            until: date | None = None) -> Certificate:
    """What was verified in these days; all of it where none are given. The same days and hours again give the paper
    that is there. Raises ValidationError where there are no hours."""
    check(volunteer, Act.CERTIFY)
    if volunteer.forgotten_at:
        raise Conflict(_("Name and numbers are forgotten: nothing can be certified any more."), matter=volunteer)
    rows = volunteer.attendances.all()
    since = since or rows.order_by("served_on").values_list("served_on", flat=True).first() or localdate(at)
    until = until or localdate(at)
    if until < since:
        raise ValidationError({"until": _("The last day lies before the first.")})
    sums = rows.filter(served_on__range=(since, until)).aggregate(hours=Sum("hours"), times=Count("id"))
    if not sums["times"]:
        raise ValidationError(_("No hours were verified in these days."))
    same = volunteer.certificates.filter(since=since, until=until, **sums).first()
    if same:
        return same
    made = Certificate.objects.create(volunteer=volunteer, since=since, until=until, issued_at=at, issued_by=by, **sums)
    audit.record("volunteer.certify", volunteer, by=by, at=at, certificate=made.pk)
    return made
