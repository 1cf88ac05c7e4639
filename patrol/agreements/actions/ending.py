"""How agreements end: before their time for a reason, or on their day; and who is told a month ahead."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ..models import FourPartyAgreement
from ..states import Act
from ..terms import REMIND_BEFORE, Ground
from .moving import AgreementMoved, check, move

BATCH = 200


@transaction.atomic
def terminate(agreement: FourPartyAgreement, *, by, at: datetime, ground: str, reason: str) -> None:
    """From today on. A draft does not come about; what has been in force ends. Raises AgreementMoved,
    ValidationError."""
    check(agreement, Act.TERMINATE, by=by)
    if ground == Ground.DROPPED and agreement.activated_at:
        raise ValidationError({"ground": _("It has been in force.")})
    agreement.duties.update(due_on=None)
    move(agreement, Act.TERMINATE, by=by, at=at, note=f"{Ground(ground).label}: {reason}", ground=ground, reason=reason,
         ended_on=localdate(at))


def remind_of_ends(at: datetime) -> int:
    """30 days before the last day, once; returns how many."""
    due = FourPartyAgreement.objects.ending_by(localdate(at) + REMIND_BEFORE).filter(reminded_at=None)
    return _each(due, Act.REMIND, at, lambda agreement: {"reminded_at": at})


def expire(at: datetime) -> int:
    """On the day after the last one; returns how many."""
    due = FourPartyAgreement.objects.ending_by(localdate(at) - timedelta(days=1))
    return _each(due, Act.EXPIRE, at, lambda agreement: {"ended_on": agreement.ends_on})


def _each(due, act: str, at: datetime, changes) -> int:
    """One transaction for each agreement: killed at any line, the rest comes with the next run."""
    done, last = 0, 0
    while rows := list(due.filter(pk__gt=last).order_by("pk")[:BATCH]):
        for agreement in rows:
            last = agreement.pk
            with transaction.atomic():
                fresh = due.select_for_update(of=("self",)).filter(pk=agreement.pk).first()
                if fresh is None:
                    continue
                try:
                    move(fresh, act, by=None, at=at, **changes(fresh))
                except AgreementMoved:
                    continue
                if act == Act.EXPIRE:
                    fresh.duties.update(due_on=None)
                done += 1
    return done
