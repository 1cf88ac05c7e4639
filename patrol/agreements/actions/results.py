"""How many thefts were reported before the agreement and under it: numbers that somebody was told."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ..models import FourPartyAgreement, TheftCount
from ..states import Act
from .moving import check, move


@transaction.atomic
def count(agreement: FourPartyAgreement, *, by, at: datetime, when: str, starts_on: date, ends_on: date, count: int,
          source: str) -> None:
    """Enter the number, or put it right. Raises AgreementMoved, ValidationError for days that do not fit."""
    check(agreement, Act.COUNT, by=by)
    if not starts_on <= ends_on <= localdate(at):
        raise ValidationError({"ends_on": _("After the first day, today at the latest.")})
    if when == TheftCount.When.BEFORE and ends_on >= agreement.starts_on:
        raise ValidationError({"ends_on": _("Before the agreement began on %(day)s.") % {"day": agreement.starts_on}})
    if when == TheftCount.When.AFTER and starts_on < agreement.starts_on:
        raise ValidationError({"starts_on": _("The agreement began on %(day)s.") % {"day": agreement.starts_on}})
    TheftCount.objects.update_or_create(agreement=agreement, when=when, defaults={
        "starts_on": starts_on, "ends_on": ends_on, "count": count, "source": source, "by": by, "at": at})
    move(agreement, Act.COUNT, by=by, at=at, note=_("%(when)s: %(count)s, told by %(source)s") % {
        "when": TheftCount.When(when).label, "count": count, "source": source})
