"""At the counter: a need is written down, sent with consent, taken back, handed to a colleague."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.holders import Seat, holders
from grids.keys import LENGTH, truncate
from grids.models import Area, Department
from grids.roles import Role
from shuangliu.accounts.models import User
from shuangliu.pages.conflict import Conflict
from shuangliu.privacy import guards
from shuangliu.protection import consents

from .. import words
from ..consent import PURPOSE
from ..limits import CHILD
from ..models import CareReferral
from ..services import GIVEN_BY, Outcome, Service, kind_of
from ..states import Act
from .moving import move, write_down


def write(*, by, at: datetime, uuid: UUID, area: Area, need: str, service: str, person=None, name: str = "",
          phone: str = "", address: str = "", is_child: bool = False, guardian: str = "") -> tuple[CareReferral, bool]:
    """The referral, and whether it is new: the same form sent again gives the same one. Nothing is sent yet.

    Raises ValidationError for words that may not be kept, guards.Refused for somebody whose data are restricted,
    Conflict for a form that somebody else has sent.
    """
    if sent := _sent_before(uuid, by):
        return sent, False
    try:
        words.refuse(need)
    except ValidationError as error:
        raise ValidationError({"need": error}) from None
    if person:
        guards.refuse(person)
        age = person.age_on(localdate(at))
        is_child = is_child if age is None else age < CHILD
        name = phone = address = ""
    referral = CareReferral(uuid=uuid, area=area, area_key=person.area_key if person else area.key, person=person,
                            name=name, phone=phone, address=address, is_child=is_child, guardian=guardian, need=need,
                            service=Service(service), keeper=by, written_at=at)
    try:
        with transaction.atomic():
            referral.save(force_insert=True)
            write_down(referral, Act.WRITE, by=by, at=at, old="")
    except IntegrityError:
        if sent := _sent_before(uuid, by):
            return sent, False
        raise
    return referral, True


@transaction.atomic
def send(referral: CareReferral, *, by, at: datetime, agency: Department, form: str, witness: str = "",
         by_guardian: bool = False, note: str = "") -> None:
    """To the agency, with the consent of the person or the guardian to just this one (PIPL art. 14, 23, 31).

    Raises ValidationError without a guardian for a child under 14, and for an agency that does not give this help.
    """
    if referral.is_child and not by_guardian:
        raise ValidationError({"by_guardian": _("Under 14 the guardian consents, nobody else.")})
    if by_guardian and not referral.guardian:
        raise ValidationError({"by_guardian": _("Write down first who the guardian is.")})
    if agency not in agencies_for(referral, localdate(at)):
        raise ValidationError({"agency": _("This agency does not give this help here.")})
    consent = consents.give(referral, PURPOSE, at=at, form=form, by=by, witness=witness, by_guardian=by_guardian)
    move(referral, Act.SEND, by=by, at=at, note=note, agency=agency, consent=consent, sent_at=referral.sent_at or at,
         sent_back="")


def agencies_for(referral: CareReferral, day) -> list[Department]:
    """The offices of the place that give this help and have somebody who answers; those of the town first."""
    keys = [truncate(referral.area_key, level) for level in LENGTH]
    named = Q()
    for kind in GIVEN_BY[referral.service]:
        named |= Q(code=kind) | Q(code__endswith=f"-{kind}")
    found = Department.objects.staffed(day).filter(named, area__key__in=keys).select_related("area")
    order = list(GIVEN_BY[referral.service])
    return sorted(found, key=lambda one: (order.index(kind_of(one.code)), -LENGTH[one.area.level], one.code))


@transaction.atomic
def drop(referral: CareReferral, *, by, at: datetime, note: str = "") -> None:
    """They do not want it any more, or nobody gives it. A draft was shown to nobody: it is deleted."""
    if referral.consent_id is None:
        move(referral, Act.DROP, by=by, at=at, outcome=Outcome.NOT_NEEDED, ended_at=at)
        CareReferral.objects.filter(pk=referral.pk, consent=None).delete()
        return
    came_back = referral.sent_back != ""
    move(referral, Act.DROP, by=by, at=at, note=note, ended_at=at,
         outcome=Outcome.NOT_POSSIBLE if came_back else Outcome.NOT_NEEDED)


def hand_over(referral: CareReferral, *, by, at: datetime, to) -> None:
    """To another registrar of the place, who sees it from now on; who kept it does not any more. Raises
    ValidationError for anybody else: nobody would see it."""
    if to not in colleagues_for(referral, localdate(at)):
        raise ValidationError({"to": _("No registrar of this place.")})
    move(referral, Act.HAND_OVER, by=by, at=at, keeper=to)


def colleagues_for(referral: CareReferral, day) -> list[User]:
    """The other registrars over the place."""
    seats = holders(referral.area_key, (Seat(Role.REGISTRAR),), day)
    return list(User.objects.filter(pk__in=[seat.user_id for seat in seats]).exclude(pk=referral.keeper_id))


def _sent_before(uuid: UUID, by) -> CareReferral | None:
    referral = CareReferral.objects.filter(uuid=uuid).first()
    if referral and referral.keeper_id != by.pk:
        raise Conflict(_("This form was sent before by somebody else. Please start a new one."))
    return referral
