"""A file comes in: opened by what it is, its columns guessed or remembered, kept encrypted."""

from datetime import datetime
from typing import IO
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from grids.models import Area
from residents.models.living import Kind
from shuangliu import audit
from shuangliu.pages.conflict import Conflict
from shuangliu.spreadsheets import Book, open_book

from . import kept, layout
from .models import Batch, Mapping
from .states import OPEN, State

OF_FLOATING = {"reason"}  # columns that only tables of the floating population have


def upload(file: IO[bytes], *, by, at: datetime, uuid: UUID, area: Area, name: str, kind: str = "") -> Batch:
    """The batch, ready for its columns to be looked at; the same form sent again gives the same. Raises Unreadable."""
    if sent := Batch.objects.filter(uuid=uuid).first():
        if sent.created_by_id != by.pk:
            raise Conflict(_("This form was sent before by somebody else. Please start a new one."))
        return sent
    with open_book(file, name=name) as book:
        found = layout.find(book)
        others = _others(book, found.sheet)
    columns, filled = remembered(area, found)
    kind = kind or (Kind.FLOATING if OF_FLOATING & set(columns) else Kind.REGISTERED)
    stored, size = kept.keep(file)
    try:
        with transaction.atomic():
            batch = Batch.objects.create(
                uuid=uuid, area=area, area_key=area.key, name=name[-200:], file=stored, size=size,
                sheet=found.sheet[:100], others=others, kind=kind, header_row=found.header_row, headings=found.headings,
                columns=columns, filled=filled,
                created_by=by, created_at=at)
            audit.record("import.upload", batch, by=by, at=at, bytes=size)
    except BaseException:
        kept.forget(stored)
        raise
    return batch


def choose_sheet(batch: Batch, *, by, at: datetime, sheet: str) -> None:
    """Another sheet of the workbook is read instead, and its columns are to be looked at. Raises Unreadable where it
    names no person, Conflict when the batch has gone on."""
    with kept.opened(batch.file) as file, open_book(file, name=batch.name) as book:
        found = layout.in_sheet(book, sheet)
        others = _others(book, sheet)
    columns, filled = remembered(batch.area, found)
    with transaction.atomic():
        moved = Batch.objects.filter(pk=batch.pk, state__in=OPEN).update(
            state=State.UPLOADED, sheet=sheet, others=others, header_row=found.header_row, headings=found.headings,
            columns=columns, filled=filled, counts={}, checked_at=None, failure="", is_stale=False)
        if not moved:
            raise Conflict(_("This import has gone on meanwhile."), matter=batch)
        batch.rows.all()._raw_delete(batch.rows.db)  # what was decided of them was of the other sheet
        audit.record("import.sheet", batch, by=by, at=at)
    batch.refresh_from_db()


def _others(book: Book, sheet: str) -> list[list]:
    """[name, rows] of each sheet that is not read."""
    return [[name, book.marks(name).rows] for name in book.sheets if name != sheet]


def remembered(area: Area, found: layout.Layout) -> tuple[list[str], list[str]]:
    """What the unit said last time of these headings, else what they are usually called."""
    last = Mapping.objects.filter(area=area, headings_key=found.key).first()
    return (last.columns, last.filled) if last else (found.columns, found.filled)


@transaction.atomic
def map_columns(batch: Batch, *, by, at: datetime, columns: list[str], filled: list[str], kind: str) -> None:
    """What each column means, remembered for the next file of these headings; the check begins. Raises ValueError with
    the reason, Conflict when the batch has gone on."""
    if said := layout.problem(batch.headings, columns):
        raise ValueError(said)
    start_check(batch, columns=columns, filled=filled, kind=kind)
    key = layout.Layout("", 0, batch.headings, columns, filled).key
    Mapping.objects.update_or_create(area=batch.area, headings_key=key,
                                     defaults={"columns": columns, "filled": filled, "by": by, "at": at})
    audit.record("import.check", batch, by=by, at=at)


def start_check(batch: Batch, **fields) -> None:
    moved = Batch.objects.filter(pk=batch.pk, state__in=OPEN).update(
        state=State.CHECKING, claim=None, beat_at=None, progress=0, failure="", is_stale=False, **fields)
    if not moved:
        raise Conflict(_("This import has gone on meanwhile."), matter=batch)
    batch.refresh_from_db()


@transaction.atomic
def drop(batch: Batch, *, by, at: datetime) -> None:
    """Throw away what was not carried out: the file and its rows. Twice changes nothing."""
    moved = Batch.objects.filter(pk=batch.pk, state__in=OPEN).update(state=State.DROPPED)
    if not moved:
        batch.refresh_from_db()
        if batch.state == State.DROPPED:
            return
        raise Conflict(_("This import has gone on meanwhile."), matter=batch)
    audit.record("import.drop", batch, by=by, at=at)
    forget(batch, at=at)


def forget(batch: Batch, *, at: datetime) -> None:
    """The file and the rows are gone; the batch with its counts stays. One that was not carried out is thrown away."""
    Batch.objects.filter(pk=batch.pk, state__in=OPEN).update(state=State.DROPPED)
    batch.rows.all()._raw_delete(batch.rows.db)
    Batch.objects.filter(pk=batch.pk).update(forgotten_at=at, file="")
    if name := batch.file:
        transaction.on_commit(lambda: kept.forget(name))
    batch.refresh_from_db()
