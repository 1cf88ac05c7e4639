"""Losses of insured households: what was claimed, and what the insurer decided."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu.pages.conflict import Conflict
from shuangliu.privacy.forbidden import told

from ..models import Claim, FourPartyAgreement
from ..states import Act
from .moving import check, move


@transaction.atomic
def claim(agreement: FourPartyAgreement, *, by, at: datetime, uuid: UUID, reference: str, happened_on: date,
          filed_on: date, loss: str, claimed: Decimal) -> Claim:
    """Enter a claim; the same form sent again gives the same one back. Raises AgreementMoved, ValidationError by
    fields."""
    if sent := Claim.objects.filter(uuid=uuid, agreement=agreement).first():
        return sent
    check(agreement, Act.CLAIM, by=by)
    _examine(agreement, happened_on, filed_on, loss, localdate(at))
    try:
        with transaction.atomic():
            new = Claim.objects.create(uuid=uuid, agreement=agreement, reference=reference, happened_on=happened_on,
                                       filed_on=filed_on, loss=loss, claimed=claimed, by=by, at=at)
    except IntegrityError:
        raise ValidationError({"reference": _("This number is entered already.")}) from None
    move(agreement, Act.CLAIM, by=by, at=at, note=_("%(number)s, %(amount)s yuan") % {
        "number": reference, "amount": claimed})
    return new


@transaction.atomic
def settle(found: Claim, *, by, at: datetime, settled_on: date, paid: Decimal | None = None, reason: str = "") -> None:
    """Paid, or refused for a reason. Raises ValidationError by fields, Conflict when it was decided before."""
    agreement = found.agreement
    check(agreement, Act.SETTLE, by=by)
    if paid is not None and paid > found.claimed:
        raise ValidationError({"paid": _("No more than was claimed: %(amount)s yuan.") % {"amount": found.claimed}})
    if not found.filed_on <= settled_on <= localdate(at):
        raise ValidationError({"settled_on": _("A day after the claim, today at the latest.")})
    if word := told(reason):
        raise ValidationError({"reason": _("Leave “%(word)s” out: this is about a thing, not about a person.") % {
            "word": word}})
    state = Claim.State.REFUSED if paid is None else Claim.State.PAID
    if not Claim.objects.filter(pk=found.pk, state=Claim.State.FILED).update(
            state=state, paid=paid, reason=reason, settled_on=settled_on):
        raise Conflict(_("This claim is decided already."), matter=agreement)
    move(agreement, Act.SETTLE, by=by, at=at, note=f"{found.reference} {state.label}")


def _examine(agreement: FourPartyAgreement, happened_on: date, filed_on: date, loss: str, today: date) -> None:
    wrong = {}
    last = agreement.ended_on or agreement.ends_on
    if not agreement.starts_on <= happened_on <= last:
        wrong["happened_on"] = _("The insurance counts from %(start)s to %(end)s.") % {
            "start": agreement.starts_on, "end": last}
    if not happened_on <= filed_on <= today:
        wrong["filed_on"] = _("A day after the loss, today at the latest.")
    if loss not in agreement.insures:
        wrong["loss"] = _("The agreement does not insure this.")
    if wrong:
        raise ValidationError(wrong)
