"""Reading what people upload: opened by what it is, not by its name, and never trusted.

csv in UTF-8 (with or without BOM) or GB18030, and xlsx. Size, rows and what a zip unpacks to are bounded.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePath
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from .cells import from_file
from .sheets import Grid

MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED = 100 * 1024 * 1024
MOST_PARTS = 500  # files in an xlsx
MOST_ROWS = 50_000
MOST_COLUMNS = 100
MOST_BLANK = 200  # rows; the used range of a sheet is often far larger than its data
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"
# A damaged or forged workbook fails in openpyxl wherever it happens to be read.
DAMAGED = (zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, IndexError,
           AttributeError, OverflowError)


class Unreadable(ValueError):
    """The file cannot be read; the text says why, and what to do."""


def read(file: IO[bytes], *, name: str = "", most_rows: int = MOST_ROWS) -> list[Grid]:
    """The sheets of a file; a csv has one, named as the file. Raises Unreadable."""
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Unreadable(_("The file is larger than %(most)d MB.") % {"most": MOST_BYTES // 1024**2})
    if not content.strip():
        raise Unreadable(_("The file is empty."))
    if content.startswith(OLD_EXCEL):
        raise Unreadable(_("This is an old Excel file (.xls), or one with a password. Save it as .xlsx without a "
                           "password, and try again."))
    if content.startswith(ZIP):
        return _read_xlsx(content, most_rows)
    text = decoded(content)
    if text.lstrip()[:1] == "<":
        raise Unreadable(_("This is a web page with the name of a table. Open it, and save it as .xlsx."))
    return [_grid(PurePath(name).stem, _csv_rows(text), most_rows)]


def decoded(content: bytes) -> str:
    """The text of a csv. Raises Unreadable, naming the line, when it is neither UTF-8 nor GB18030."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            continue
        if "\0" in text:
            break  # UTF-16, or no text at all
        return text
    else:
        raise Unreadable(_("Line %(line)d is neither UTF-8 nor GB18030. Save the table as .xlsx, and try again.")
                         % {"line": line})
    raise Unreadable(_("This is neither a csv nor an xlsx file."))


def _csv_rows(text: str) -> Iterator[list[str]]:
    first = text.partition("\n")[0]
    delimiter = max(",\t;", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise Unreadable(_("The csv file is damaged: %(why)s.") % {"why": error}) from error


def _read_xlsx(content: bytes, most_rows: int) -> list[Grid]:
    check_archive(io.BytesIO(content))
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        grids = []
        for page in book.worksheets:
            page.reset_dimensions()  # what the file says of its size is often wrong
            grids.append(_grid(page.title, page.iter_rows(max_col=MOST_COLUMNS, values_only=True), most_rows))
        return grids
    except DAMAGED as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(_("The xlsx file is damaged. Open it in Excel or WPS, and save it again.")) from error


def check_archive(file: IO[bytes], *, most_unpacked: int | None = None) -> None:
    """Refuses zip bombs and XML with entities before anything is unpacked. zipfile reads no more of a part than its
    size in the directory says."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > MOST_PARTS or unpacked > (most_unpacked or MOST_UNPACKED):
                raise Unreadable(_("The file unpacks to more than is allowed."))
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as opened:
                        if b"<!DOCTYPE" in opened.read(4096).replace(b"\0", b""):
                            raise Unreadable(_("The xlsx file is damaged. Open it in Excel or WPS, and save it "
                                               "again."))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise Unreadable(_("The xlsx file is damaged. Open it in Excel or WPS, and save it again.")) from error


def _grid(name: str, rows: Iterator[list[Any]], most_rows: int) -> Grid:
    kept, blank = [], 0
    for number, row in enumerate(rows, start=1):
        try:
            texts = [from_file(value) for value in islice(row, MOST_COLUMNS)]
        except ValueError as error:
            raise Unreadable(_("Row %(row)d: %(why)s") % {"row": number, "why": error}) from error
        if not any(texts):
            blank += 1
            if blank > MOST_BLANK:
                break
            continue
        blank = 0
        while not texts[-1]:
            texts.pop()
        kept.append((number, texts))
        if len(kept) > most_rows:
            raise Unreadable(_("There are more than %(most)d rows. Split the table.") % {"most": most_rows})
    return Grid(name, kept)
