"""Reading a table row by row, however long it is: raw cells with their numbers, memory stays the same.

    with open_book(file, name="人口.csv") as book:
        for number, cells in book.rows(book.sheets[0]):

`reading.read` is for short tables of texts; here a cell is what the file holds (text, number, date), because an ID
number typed as a number has lost digits, which only the raw cell tells.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import IO, Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from .cells import BLANKS
from .reading import DAMAGED, MOST_BLANK, OLD_EXCEL, ZIP, Unreadable, check_archive

MOST_COLUMNS = 100
MOST_UNPACKED = 600 * 1024 * 1024
CHUNK = 1 << 20
HIDDEN = re.compile(rb"<row\b[^>]*?\br=\"(\d+)\"[^>]*?\bhidden=\"(?:1|true)\"")
ROW = re.compile(rb"<row[\s>]")
MERGED = re.compile(rb"<mergeCell\b[^>]*?\bref=\"([A-Z]+)(\d+):([A-Z]+)(\d+)\"")
OVERLAP = 512  # bytes: longer than the tag of a row


@dataclass(frozen=True)
class Marks:
    """What a sheet says beside its cells: the numbers of hidden rows, the columns (from 0) with cells merged downwards,
    and how many rows it has, blank ones that somebody has formatted included."""

    hidden: frozenset[int] = frozenset()
    merged: frozenset[int] = frozenset()
    rows: int = 0


@dataclass
class Book:
    """An open file. `is_1904`: days are counted from 1904 on, as old Macs did."""

    kind: str
    sheets: list[str]
    is_1904: bool = False
    _walk: Any = None
    _marks: dict[str, Marks] = field(default_factory=dict)

    def rows(self, sheet: str) -> Iterator[tuple[int, list[Any]]]:
        """The rows that are not blank, with their numbers in the file. Raises Unreadable where it is damaged."""
        blank = 0
        for number, cells in enumerate(self._walk(sheet), start=1):
            if not any(cell not in {None, ""} and str(cell).strip(BLANKS) for cell in cells):
                blank += 1
                if blank > MOST_BLANK:  # the used range is often far larger than the data
                    return
                continue
            blank = 0
            yield number, cells

    def marks(self, sheet: str) -> Marks:
        return self._marks.get(sheet, Marks())


@contextmanager
def open_book(file: IO[bytes], *, name: str = "") -> Iterator[Book]:
    """The file, by what it is and not by its name. `file` can be sought in. Raises Unreadable with advice."""
    file.seek(0)
    head = file.read(4096)
    file.seek(0)
    if not head.strip():
        raise Unreadable(_("The file is empty."))
    if head.startswith(OLD_EXCEL):
        raise Unreadable(_("This is an old Excel file (.xls), or one with a password. Save it as .xlsx without a "
                           "password, and try again."))
    if head.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"<":
        raise Unreadable(_("This is a web page with the name of a table. Open it, and save it as .xlsx."))
    if head.startswith(ZIP):
        with _opened_xlsx(file) as book:
            yield book
    else:
        encoding = encoding_of(file)
        yield Book("csv", [PurePath(name).stem or "csv"], _walk=lambda _sheet: _csv_rows(file, encoding))


def encoding_of(file: IO[bytes]) -> str:
    """"utf-8-sig" or "gb18030", by reading the whole file; never gbk, which lacks • and rare characters. Raises
    Unreadable naming the byte at which neither goes on."""
    damages = []
    for encoding in ("utf-8", "gb18030"):
        damage = _damage(file, encoding)
        if damage is None:
            return "utf-8-sig" if encoding == "utf-8" else encoding
        damages.append(damage)
    at, line = max(damages)  # the encoding that was meant got farther
    raise Unreadable(_("Byte %(at)d (line %(line)d) is neither UTF-8 nor GB18030: the file was damaged when it was "
                       "saved. Export it again, as .xlsx if you can.") % {"at": at, "line": line})


def _damage(file: IO[bytes], encoding: str) -> tuple[int, int] | None:
    """Offset and line of the first byte that is not of this encoding."""
    file.seek(0)
    decoder, before, line = codecs.getincrementaldecoder(encoding)(), 0, 1
    while True:
        chunk = file.read(CHUNK)
        kept = len(decoder.getstate()[0])
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            at = before - kept + error.start
            return at, line + chunk[:max(error.start - kept, 0)].count(b"\n")
        if "\0" in text:
            raise Unreadable(_("This is neither a csv nor an xlsx file."))
        if not chunk:
            return None
        before += len(chunk)
        line += chunk.count(b"\n")


def _csv_rows(file: IO[bytes], encoding: str) -> Iterator[list[str]]:
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=encoding, newline="")
    try:
        first = text.readline(100_000)
        text.seek(0)
        yield from csv.reader(text, delimiter=max(",\t;", key=first.count))
    except csv.Error as error:
        raise Unreadable(_("The csv file is damaged: %(why)s.") % {"why": error}) from error
    finally:
        text.detach()


@contextmanager
def _opened_xlsx(file: IO[bytes]) -> Iterator[Book]:
    check_archive(file, most_unpacked=MOST_UNPACKED)
    damaged = _("The xlsx file is damaged. Open it in Excel or WPS, and save it again.")
    try:
        opened = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        pages = {page.title: page for page in opened.worksheets}
        marks = {title: _marks(opened._archive, page._worksheet_path) for title, page in pages.items()}
    except DAMAGED as error:
        raise Unreadable(damaged) from error

    def walk(sheet):
        pages[sheet].reset_dimensions()  # what the file says of its size is often wrong
        try:
            for cells in pages[sheet].iter_rows(values_only=True):
                yield cells[:MOST_COLUMNS]
        except DAMAGED as error:
            raise Unreadable(damaged) from error

    yield Book("xlsx", list(pages), opened.epoch == CALENDAR_MAC_1904, walk, marks)


def _marks(archive, path: str) -> Marks:
    """openpyxl says none of it while it streams: it is read from the sheet as it is packed."""
    hidden, merged, rest, rows = set(), set(), b"", 0
    with archive.open(path.lstrip("/")) as packed:
        while chunk := packed.read(CHUNK):
            seen = rest + chunk
            rows += len(ROW.findall(seen)) - len(ROW.findall(rest))
            hidden.update(int(number) for number in HIDDEN.findall(seen))
            for left, top, right, bottom in MERGED.findall(seen):
                if top != bottom and left == right:
                    merged.add(_column(left))
            rest = seen[-OVERLAP:]
    return Marks(frozenset(hidden), frozenset(merged), rows)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
