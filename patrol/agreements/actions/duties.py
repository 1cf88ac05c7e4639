"""What a side has taken on was done, or was not."""

from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu.pages.conflict import Conflict

from ..models import AgreementDuty, DutyMark
from ..states import Act
from ..terms import next_day
from .moving import check, move


@transaction.atomic
def mark(duty: AgreementDuty, *, by, at: datetime, due_on, was_done: bool, hours: Decimal = Decimal(0),
         note: str = "") -> None:
    """Mark the period that ends on `due_on`, the one that is next; then the one after it comes, as long as the
    agreement lasts. Raises AgreementMoved, ValidationError for a duty not done without a reason, Conflict for another
    period."""
    agreement = duty.agreement
    check(agreement, Act.MARK, by=by)
    if not was_done and not note:
        raise ValidationError({"note": _("Please say why it was not done.")})
    later = next_day(due_on, duty.every)
    if later and later > agreement.ends_on and due_on < agreement.ends_on:
        later = agreement.ends_on  # the last period is shorter
    elif later and later > agreement.ends_on:
        later = None
    if not AgreementDuty.objects.filter(pk=duty.pk, due_on=due_on).update(due_on=later):
        raise Conflict(_("This period is marked already."), matter=agreement)
    DutyMark.objects.create(duty=duty, due_on=due_on, was_done=was_done, hours=hours if was_done else 0, note=note,
                            by=by, at=at)
    told = _("%(day)s: done") if was_done else _("%(day)s: not done")
    move(agreement, Act.MARK, by=by, at=at, note=f"{duty.text} {told % {'day': due_on}}")
    duty.due_on = later
