"""Somebody becomes a volunteer: applies, is seen with their card, begins to serve."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.models import Area
from residents.names import tidy
from shuangliu import audit
from shuangliu.privacy import documents, id_number

from .. import consent, news
from ..models import Ability, Volunteer
from ..states import Act
from .moving import lock, move

GIVEN = ("name", "document", "id_number", "phone", "born_on", "guardian_name", "guardian_phone")


@transaction.atomic
def apply(*, by, at: datetime, uuid: UUID, area: Area, abilities: Iterable[str] = (), form: str = "online",
          **given) -> tuple[Volunteer, bool]:
    """The volunteer, and whether they are new: the same form sent again gives the same. `given` are fields of GIVEN.

    Whether somebody is a volunteer already is told to nobody here: the community sees it with the card (`verify`).
    Raises ValidationError (by field) for what cannot be true, and for a minor without a guardian.
    """
    if sent := Volunteer.objects.filter(uuid=uuid).first():
        return sent, False
    volunteer = Volunteer(uuid=uuid, area=area, area_key=area.key, applied_at=at, **given)
    prepare(volunteer, at)
    try:
        with transaction.atomic():
            volunteer.save(force_insert=True)
    except IntegrityError:
        if sent := Volunteer.objects.filter(uuid=uuid).first():
            return sent, False
        raise
    offer(volunteer, abilities)
    audit.record("volunteer.apply", volunteer, by=by, at=at, form=form)
    consent.agree(volunteer, at=at, form=form, by=by)
    if by is None:
        news.tell_station(volunteer, at=at)
    return volunteer, True


def enter(*, by, at: datetime, guardian_agreed: bool = False, shares_phone: bool = False, **given):
    """At the desk: the card is before the clerk, so that applying and seeing are one. Raises ValidationError as `apply`
    and `verify` do; then nothing is entered."""
    with transaction.atomic():
        volunteer, is_new = apply(by=by, at=at, form="written", **given)
        if is_new:
            volunteer = verify(volunteer, by=by, at=at, guardian_agreed=guardian_agreed, shares_phone=shares_phone)
    return volunteer, is_new


@transaction.atomic
def verify(volunteer: Volunteer, *, by, at: datetime, guardian_agreed: bool = False,
           shares_phone: bool = False) -> Volunteer:
    """The card was seen, and for a minor the guardian's consent in writing. One person once in a county: raises
    ValidationError that says where the number or the phone is known, and names nobody."""
    row, today = lock(volunteer, Act.VERIFY), localdate(at)
    if row.is_minor_on(today) and not (row.guardian_name and guardian_agreed):
        raise ValidationError({"guardian_agreed": _("Under 18: nobody serves without the guardian's consent.")})
    others = Volunteer.objects.known().filter(county_key=row.county_key).exclude(pk=row.pk).select_related("area")
    if there := others.with_id(row.id_number).first():
        raise _already(there)
    if not shares_phone and (there := others.with_phone(row.phone).first()):
        raise ValidationError({"shares_phone": _("A volunteer of %(area)s has this phone. Is it one person? Then do "
                                                 "not take them on twice; a phone that two people share is confirmed "
                                                 "here.") % {"area": there.area.name}})
    try:
        with transaction.atomic():
            return move(row, Act.VERIFY, by=by, at=at, verified_at=at, verified_by=by,
                        guardian_agreed_at=at if row.is_minor_on(today) else None)
    except IntegrityError:  # somebody else saw the same card a moment ago
        raise _already(others.with_id(row.id_number).select_related("area").first() or row) from None


def activate(volunteer: Volunteer, *, by, at: datetime) -> Volunteer:
    return move(volunteer, Act.ACTIVATE, by=by, at=at)


@transaction.atomic
def correct(volunteer: Volunteer, *, by, at: datetime, area: Area | None = None,
            abilities: Iterable[str] | None = None, **given) -> Volunteer:
    """Put the entry right. Raises ValidationError as `apply` does, and for a number that another volunteer has."""
    row = lock(volunteer, Act.CORRECT)
    changed = sorted(name for name, value in given.items() if (getattr(row, name) or "") != (value or ""))
    for name, value in given.items():
        setattr(row, name, value)
    prepare(row, at)
    if area is not None and area.pk != row.area_id:
        row.area, row.area_key = area, area.key
        changed.append("area")
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise _already(Volunteer.objects.known().with_id(row.id_number).exclude(pk=row.pk).select_related("area")
                       .get()) from None
    if abilities is not None and offer(row, abilities):
        changed.append("abilities")
    if changed:
        audit.record("volunteer.correct", row, by=by, at=at, fields=changed)
    return row


def prepare(volunteer: Volunteer, at: datetime) -> None:
    """Normalise and check, before saving. Raises ValidationError by field."""
    today = localdate(at)
    volunteer.name = tidy(volunteer.name)
    volunteer.id_number = id_number.normalise(volunteer.id_number)
    volunteer.hash_numbers()
    try:
        documents.validate(volunteer.document, volunteer.id_number, today=today)
    except ValidationError as error:
        raise ValidationError({"id_number": error}) from None
    if volunteer.born_on is None or volunteer.born_on > today:
        raise ValidationError({"born_on": _("Please give the birthday: this document does not tell it.")})
    if volunteer.is_minor_on(today):
        if missing := {name: _("Under 18: a guardian agrees, and can be reached.")
                       for name in ("guardian_name", "guardian_phone") if not getattr(volunteer, name)}:
            raise ValidationError(missing)
    else:
        volunteer.guardian_name = volunteer.guardian_phone = ""


def offer(volunteer: Volunteer, abilities: Iterable[str]) -> bool:
    """Set what they offer; tells whether anything changed."""
    wanted, there = set(abilities), set(volunteer.abilities.values_list("what", flat=True))
    volunteer.abilities.exclude(what__in=wanted).delete()
    Ability.objects.bulk_create([Ability(volunteer=volunteer, what=what) for what in sorted(wanted - there)])
    return wanted != there


def _already(there: Volunteer) -> ValidationError:
    return ValidationError({"id_number": _("Somebody with this number is a volunteer of %(area)s already. One person "
                                           "is entered once.") % {"area": there.area.name}})


def refuse(volunteer: Volunteer, *, by, at: datetime, reason: str) -> Volunteer:
    """Not taken on, with words that the applicant reads."""
    with transaction.atomic():
        row = move(volunteer, Act.REFUSE, by=by, at=at, reason=reason, ended_on=localdate(at))
        consent.end(row, at=at, how="written", by=by)
    return row
