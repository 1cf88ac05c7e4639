"""Residence permits that the police issued, written down to remind their holders."""

from datetime import datetime

from django.db import transaction

from ..models import Permit, Person
from ..models.trail import Source
from .trail import write_down

GIVEN = ("kind", "permit_number", "issued_on", "expires_on")


@transaction.atomic
def add_permit(person: Person, *, by, at: datetime, source: str = Source.COUNTER, **given) -> Permit:
    """The same permit sent twice is one."""
    Person.objects.select_for_update().get(pk=person.pk)
    for permit in person.permits.filter(kind=given["kind"]):
        if all(getattr(permit, name) == given[name] for name in GIVEN):
            return permit
    permit = Permit.objects.create(person=person, **given)
    write_down(person, "permit", by=by, at=at, source=source, pairs=_pairs({}, given))
    return permit


@transaction.atomic
def correct_permit(permit: Permit, *, by, at: datetime, source: str = Source.COUNTER, **given) -> dict:
    """Put it right; nothing to change changes nothing. Returns field to (before, after)."""
    row = Permit.objects.select_for_update().get(pk=permit.pk)
    pairs = _pairs({name: getattr(row, name) for name in given}, given)
    if pairs:
        Permit(pk=row.pk, person_id=row.person_id, **{**{name: getattr(row, name) for name in GIVEN}, **given}).save(
            force_update=True)
        write_down(row.person, "permit", by=by, at=at, source=source, pairs=pairs)
    return pairs


def _pairs(before: dict, after: dict) -> dict:
    said = {name: (str(before.get(name) or ""), str(value or "")) for name, value in after.items()}
    return {_name(name): pair for name, pair in said.items() if pair[0] != pair[1]}


def _name(field: str) -> str:
    return field if field.startswith("permit_") else f"permit_{field}"
