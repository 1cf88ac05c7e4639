"""Four signatures, and what they bring into force."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import attachments
from shuangliu.pages.conflict import Conflict

from ..models import FourPartyAgreement, Signature
from ..models.agreements import FOUR
from ..states import Act, State
from ..terms import Side, first_day
from .moving import check, locked, move


@transaction.atomic
def sign(agreement: FourPartyAgreement, *, by, at: datetime, uuid: UUID, side: str, name: str, capacity: str,
         signed_on: date) -> Signature:
    """Who has signed for one of the four; the scan staged under `uuid` goes with it. The fourth signature makes it
    signed. Raises AgreementMoved, ValidationError for a day to come, Conflict where that side has signed."""
    row = locked(agreement, Act.SIGN, by=by)
    if row.signatures.filter(side=side).exists():
        raise Conflict(_("%(side)s has signed already.") % {"side": Side(side).label}, matter=agreement)
    if signed_on > localdate(at):
        raise ValidationError({"signed_on": _("This day is still to come.")})
    signature = Signature.objects.create(agreement=row, side=side, name=name, capacity=capacity, signed_on=signed_on,
                                         entered_by=by, entered_at=at)
    attachments.claim(uuid, signature, by=by)
    count = row.signed_count + 1
    move(agreement, Act.SIGN, by=by, at=at, note=str(Side(side).label), signed_count=count,
         to=State.SIGNED if count == FOUR else State.DRAFT)
    return signature


@transaction.atomic
def unsign(agreement: FourPartyAgreement, *, by, at: datetime, side: str, reason: str) -> None:
    """A signature entered by mistake, or terms that have to be changed. Raises AgreementMoved, Conflict where that side
    has not signed."""
    row = locked(agreement, Act.UNSIGN, by=by)
    signature = row.signatures.filter(side=side).first()
    if signature is None:
        raise Conflict(_("%(side)s has not signed.") % {"side": Side(side).label}, matter=agreement)
    drop_scans([signature])
    signature.delete()
    move(agreement, Act.UNSIGN, by=by, at=at, note=f"{Side(side).label}: {reason}", signed_count=row.signed_count - 1)


@transaction.atomic
def activate(agreement: FourPartyAgreement, *, by, at: datetime, policy: str) -> None:
    """With the number of the policy, from its first day on. What each side has taken on begins to come due; the
    agreement that it renews is over. Raises AgreementMoved, ValidationError before its first day."""
    check(agreement, Act.ACTIVATE, by=by)
    today = localdate(at)
    if today < agreement.starts_on:
        raise ValidationError({"policy": _("It begins on %(day)s. Put it into force then.") % {
            "day": agreement.starts_on}})
    if today > agreement.ends_on:
        raise ValidationError({"policy": _("Its last day is over.")})
    move(agreement, Act.ACTIVATE, by=by, at=at, policy=policy, activated_at=at)
    for duty in agreement.duties.all():
        duty.due_on = first_day(max(today, agreement.starts_on), duty.every, agreement.ends_on)
        duty.save(update_fields=["due_on"])
    if agreement.renews_id:
        _succeed(agreement, by=by, at=at)


def _succeed(agreement: FourPartyAgreement, *, by, at: datetime) -> None:
    """One that was ended before its time meanwhile stays so."""
    before = FourPartyAgreement.objects.get(pk=agreement.renews_id)
    if before.state not in (State.ACTIVE, State.EXPIRED):
        return
    before.duties.update(due_on=None)
    last = before.ended_on or min(before.ends_on, agreement.starts_on - timedelta(days=1))
    move(before, Act.SUCCEED, by=by, at=at, note=agreement.number, ended_on=last)


def drop_scans(signatures) -> None:
    """Rows now, files when the transaction has come through."""
    for file in [file for signature in signatures for file in attachments.of(signature)]:
        file.delete()
        for stored in (file.file, file.thumbnail):
            if stored:
                transaction.on_commit(lambda stored=stored: stored.storage.delete(stored.name))
