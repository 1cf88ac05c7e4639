"""Somebody comes into the register, and what is known of them is put right."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu.pages.conflict import Conflict
from shuangliu.privacy import documents, id_number

from ..models import Dwelling, Person
from ..models.trail import Source
from ..names import tidy
from ..register import duplicates
from .moving import move_in
from .trail import write_down

GIVEN = ("name", "document", "id_number", "is_number_confirmed", "sex", "born_on", "phone", "other_phone",
         "origin_code", "origin_address", "employer")


class AlreadyThere(Conflict):
    """The number belongs to somebody in the register: `matter`, wherever they live."""

    def __init__(self, person: Person):
        super().__init__(_("This number is in the register already. One person is entered once; move them here."),
                         matter=person)


@transaction.atomic
def register(*, by, at: datetime, uuid: UUID, dwelling: Dwelling, kind: str, name: str, source: str = Source.COUNTER,
             tenure: str = "", reason: str = "", since=None, **given) -> tuple[Person, bool]:
    """The person, who lives in `dwelling` now, and whether they are new: the same form sent again gives the same.

    `given` are fields of GIVEN. Raises AlreadyThere for a number that somebody has, ValidationError (by field) for one
    that cannot be.
    """
    if sent := Person.objects.filter(uuid=uuid).first():
        if sent.created_by_id != (by and by.pk):
            raise Conflict(_("This form was sent before by somebody else. Please start a new one."))
        return sent, False
    person = Person(uuid=uuid, area_key=dwelling.area_key, confirmed_at=at, created_at=at, created_by=by,
                    name=tidy(name), **given)
    prepare(person, today=localdate(at))
    _insert(person)
    write_down(person, "register", by=by, at=at, source=source)
    move_in(person, dwelling, by=by, at=at, kind=kind, tenure=tenure, reason=reason, since=since, source=source,
            is_first=True)
    duplicates.look(person, at=at)
    return person, True


def prepare(person: Person, *, today) -> None:
    """Normalise and check the number, before saving. Raises ValidationError for `id_number`: a number that cannot be,
    or whose check digit fails while nobody has seen the card (`is_number_confirmed`)."""
    person.id_number = id_number.normalise(person.id_number)
    person.hash_numbers()
    if not person.id_number:
        return
    try:
        documents.validate(person.document, person.id_number, today=today)
    except ValidationError as error:
        if not (error.code == "check" and person.is_number_confirmed):
            raise ValidationError({"id_number": error}) from None
    else:
        person.is_number_confirmed = False  # there is nothing to confirm


@transaction.atomic
def correct(person: Person, *, by, at: datetime, source: str = Source.COUNTER, note: str = "", **given) -> dict:
    """Put fields of GIVEN right; returns field to (before, after) of what changed. Nothing to change changes nothing.

    Raises AlreadyThere and ValidationError as `register` does.
    """
    row = Person.objects.select_for_update().get(pk=person.pk)
    before = {name: getattr(row, name) for name in GIVEN}
    for name, value in given.items():
        setattr(row, name, tidy(value) if name == "name" else value)
    if {"id_number", "document"} & given.keys():
        row.number_as_shown = ""
        prepare(row, today=localdate(at))
    row.hash_numbers()
    pairs = {name: (str(old or ""), str(getattr(row, name) or "")) for name, old in before.items()
             if (old or None) != (getattr(row, name) or None)}
    if pairs:
        row.confirmed_at = at
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError:
            raise AlreadyThere(Person.objects.numbered(row.id_number).standing().get()) from None
        write_down(row, "correct", by=by, at=at, source=source, pairs=pairs, note=note)
        duplicates.look(row, at=at)
        person.refresh_from_db()
    return pairs


def confirm(person: Person, *, by, at: datetime, source: str = Source.VISIT) -> None:
    """Somebody has made sure that what is written is true today."""
    with transaction.atomic():
        Person.objects.filter(pk=person.pk, confirmed_at__lt=at).update(confirmed_at=at)
        write_down(person, "confirm", by=by, at=at, source=source)
    person.confirmed_at = at


def _insert(person: Person) -> None:
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError:
        there = Person.objects.numbered(person.id_number).standing().first() if person.id_number else None
        if there is None:
            raise
        raise AlreadyThere(there) from None
