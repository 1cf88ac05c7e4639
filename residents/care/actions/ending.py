"""When nothing may be done with a referral any more but keep it, and when that is over, too."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import attachments
from shuangliu.protection import consents
from shuangliu.retention import restrictions

from ...models.people import Person
from ..consent import PURPOSE
from ..models import AidApplication, CareMove, CareReferral
from ..services import Outcome
from ..states import Act, State
from . import aid
from .moving import check, move


@transaction.atomic
def take_back_consent(referral: CareReferral, *, by, at: datetime, how: str) -> None:
    """The person or guardian takes it back, in any form; nothing is asked (PIPL art. 15). The rest follows."""
    check(referral, Act.WITHDRAW, by=by)
    consents.withdraw(referral, PURPOSE, at=at, how=how, by=by)
    referral.refresh_from_db()


@transaction.atomic
def withdrawn(referral: CareReferral, *, by, at: datetime) -> None:
    """Heard: consent is no more. Help by this way ends at once, whatever its state, and the row is restricted."""
    fresh = CareReferral.objects.get(pk=referral.pk)
    if fresh.state == State.RESTRICTED:
        return
    aid.lapse(fresh, at=at)
    move(fresh, Act.WITHDRAW, by=by, at=at, outcome=Outcome.WITHDRAWN, ended_at=fresh.ended_at or at)
    restrictions.restrict(fresh, by=by, at=at, reason=_("Consent was taken back"), basis=_(
        "Personal Information Protection Law, articles 15 and 47"))


def restricted(referral: CareReferral, *, by, at: datetime) -> None:
    """Heard: it may be stored and nothing else, as its time is over or somebody asked for it."""
    fresh = CareReferral.objects.filter(pk=referral.pk).exclude(state=State.RESTRICTED).first()
    if fresh:
        aid.lapse(fresh, at=at)
        move(fresh, Act.RESTRICT, by=by, at=at, ended_at=fresh.ended_at or at,
             outcome=fresh.outcome or Outcome.NOT_POSSIBLE)


@transaction.atomic
def person_gone(person: Person, *, at: datetime) -> None:
    """Heard: the person is taken out of the register. What was written of them goes along; that help was given
    stays."""
    found = list(CareReferral.objects.filter(person=person))
    for referral in found:
        restricted(referral, by=None, at=at)
    forget(found, at=at)


def forget(referrals: Iterable[CareReferral], *, at: datetime) -> None:
    """Need, names, doors and words go; service, agency, days and outcome stay."""
    keys = [referral.pk for referral in referrals]
    for application in AidApplication.objects.filter(referral__in=keys):
        for file in attachments.of(application):
            attachments.remove(file, by=None)
    AidApplication.objects.filter(referral__in=keys).update(reason="", household=None)
    CareMove.objects.filter(referral__in=keys).update(note="")
    CareReferral.objects.filter(pk__in=keys).update(person=None, name="", phone="", address="", guardian="", need="",
                                                    forgotten_at=at)
