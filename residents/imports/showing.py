"""Rows as the page prints them: masked, with what was found and what would change."""

from dataclasses import dataclass

from django.urls import NoReverseMatch

from residents.models import Person
from shuangliu.pages import keyset
from shuangliu.privacy import masking
from shuangliu.spreadsheets import open_book

from . import kept
from .columns import BY_NAME
from .models import Batch, Row
from .problems import said
from .states import Outcome
from .values.texts import text_of

MASKS = {"name": masking.mask_name, "id_number": masking.mask_id_number, "phone": masking.mask_phone,
         "other_phone": masking.mask_phone, "permit_number": masking.mask_id_number}
HIDDEN = {"origin_address", "employer", "document"}  # only that they change
SAMPLES = 3


@dataclass(frozen=True)
class Shown:
    row: Row
    found: list[tuple[str, str]]
    changes: list[tuple[str, str, str]]
    person: Person | None
    url: str


def page(batch: Batch, user, *, outcome: str, asks: str = "",
         after: str | None = None) -> tuple[keyset.Page, list[Shown]]:
    rows = batch.rows.filter(outcome=outcome)
    if asks:
        rows = rows.filter(asks=asks)
    found = keyset.page(rows, order=("number",), after=after)
    keys = {row.person_key for row in found.rows if row.person_key}
    people = {person.pk: person for person in Person.objects.visible_to(user).filter(pk__in=keys)} if keys else {}
    return found, [_shown(row, batch, people.get(row.person_key)) for row in found.rows]


def _shown(row: Row, batch: Batch, person: Person | None) -> Shown:
    # Whoever lives elsewhere is nobody the reader may know more of than that.
    is_open = row.person_key is None or person is not None
    shows = row.outcome in {Outcome.CHANGED, Outcome.SUSPICIOUS} and is_open
    changes = [_change(name, *pair) for name, pair in row.changes.items()] if shows else []
    return Shown(row, said(row.found, row=row.number, headings=batch.headings), changes, person, _url(person))


def _change(name: str, before: str, after: str) -> tuple[str, str, str]:
    label = BY_NAME["address" if name == "home" else name].label
    if name in HIDDEN:
        return str(label), "…" if before else "—", "…"
    mask = MASKS.get(name, str)
    return str(label), mask(before) if before else "—", mask(after)


def _url(person: Person | None) -> str:
    try:
        return person.get_absolute_url() if person else ""
    except NoReverseMatch:  # until the pages of the register are there
        return ""


def samples(batch: Batch) -> list[list[str]]:
    """The first cells of each column, no more of them than tells what the column is."""
    found = []
    with kept.opened(batch.file) as file, open_book(file, name=batch.name) as book:
        sheet = batch.sheet if batch.sheet in book.sheets else book.sheets[0]
        for number, cells in book.rows(sheet):
            if number > batch.header_row:
                found.append([_hinted(text_of(cell)) for cell in cells])
            if len(found) == SAMPLES:
                break
    return found


def _hinted(text: str) -> str:
    return f"{text[:2]}{'*' * min(len(text) - 2, 8)}" if len(text) > 2 else text[:1] + "*" * (len(text) - 1)
