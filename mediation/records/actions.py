"""Keeping what was said, found, brought and deposited."""

import uuid as uuids
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu import attachments, audit

from ..actions.moving import CaseMoved, Refused, keep, stay
from ..models.cases import Case
from ..models.sessions import Session
from ..states import Act
from .models import Addendum, Deposit, DepositMove, Evidence, Investigation, PrivateNote


@transaction.atomic
def add_to_session(case: Case, *, by, at: datetime, session: Session, text: str) -> None:
    """Correct a record by a further one; what stands there stays. Raises CaseMoved."""
    stay(case, Act.ADDENDUM)
    if session.addenda.filter(text=text, by=by).exists():
        return  # sent twice
    Addendum.objects.create(session=session, text=text, recorded_at=at, by=by)
    audit.record("case.addendum_written", case, by=by, at=at, session=session.pk)


@transaction.atomic
def note_privately(case: Case, *, by, at: datetime, side: str, held_at: datetime, text: str,
                   uuid: uuids.UUID | None = None) -> None:
    """Keep what one side said in confidence. Raises CaseMoved."""
    _row, is_new = keep(PrivateNote, case, Act.PRIVATE_NOTE, by=by, at=at, uuid=uuid, side=side, held_at=held_at,
                        text=text)
    if is_new:
        audit.record("case.private_note_kept", case, by=by, at=at)


@transaction.atomic
def investigate_case(case: Case, *, by, at: datetime, held_at: datetime, place: str, asked: str, record: str,
                     uuid: uuids.UUID | None = None) -> None:
    """Keep what witnesses or a visit told. Raises CaseMoved."""
    row, is_new = keep(Investigation, case, Act.INVESTIGATE, by=by, at=at, uuid=uuid, held_at=held_at, place=place,
                       asked=asked, record=record)
    if is_new:
        audit.record("case.investigated", case, by=by, at=at, investigation=row.pk)


@transaction.atomic
def add_evidence(case: Case, *, by, at: datetime, name: str, brought_by: str, is_original: bool, pieces: int,
                 received_on: date, scans=(), uuid: uuids.UUID | None = None) -> None:
    """Put a piece of evidence on the list, with its scans. Raises CaseMoved."""
    row, is_new = keep(Evidence, case, Act.EVIDENCE, by=by, at=at, uuid=uuid, name=name, brought_by=brought_by,
                       is_original=is_original, pieces=pieces, received_on=received_on)
    if is_new:
        attachments.claim(row.uuid, row, by=by)
        audit.record("case.evidence_added", case, by=by, at=at, evidence=row.pk)


@transaction.atomic
def give_evidence_back(case: Case, *, by, at: datetime, evidence: Evidence, returned_to: str,
                       returned_on: date) -> None:
    """Hand an original back. Raises CaseMoved, Refused."""
    stay(case, Act.GIVE_BACK)
    if not evidence.received_on <= returned_on <= localdate(at):
        raise Refused(_("This day lies before it was received, or has not come yet."), field="returned_on")
    given = case.evidences.filter(pk=evidence.pk, returned_on=None).update(returned_on=returned_on,
                                                                           returned_to=returned_to)
    if not given:
        raise CaseMoved(_("It was given back already."), matter=case)
    audit.record("case.evidence_returned", case, by=by, at=at, evidence=evidence.pk)


@transaction.atomic
def take_deposit(case: Case, *, by, at: datetime, kind: str, amount: Decimal, party, held_by: str, received_on: date,
                 uuid: uuids.UUID | None = None) -> None:
    """A side gives money or a guarantee that what is agreed will be done. Raises CaseMoved."""
    _row, is_new = keep(Deposit, case, Act.DEPOSIT, by=by, at=at, uuid=uuid, kind=kind, amount=amount, party=party,
                       held_by=held_by, received_on=received_on)
    if is_new:
        audit.record("case.deposit_taken", case, by=by, at=at, amount=amount)


@transaction.atomic
def settle_deposit(case: Case, *, by, at: datetime, deposit: Deposit, kind: str, amount: Decimal, on: date,
                   uuid: uuids.UUID | None = None) -> None:
    """Give a part of a deposit back, or use it for what was agreed; never more than is left. Raises CaseMoved,
    Refused."""
    _row, is_new = keep(DepositMove, case, Act.SETTLE_DEPOSIT, by=by, at=at, uuid=uuid, deposit=deposit, kind=kind,
                       amount=amount, on=on)
    if not is_new:
        return
    # The row of the case is held (keep): nobody adds another move meanwhile.
    left = Deposit.objects.prefetch_related("moves").get(pk=deposit.pk).left
    if left < 0:
        raise Refused(_("No more than %(left)s yuan is left of it.") % {"left": left + amount}, field="amount")
    audit.record("case.deposit_settled", case, by=by, at=at, kind=kind, amount=amount)
