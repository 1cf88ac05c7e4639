"""Writing a table into a file on disk, row by row: memory stays the same for ten rows and fifty thousand."""

import csv
import io
import tempfile
from collections.abc import Iterable
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from .cells import for_csv, for_file, plain
from .sheets import Sheet

FORMATS = ("csv", "xlsx")
BOM = "\ufeff"  # without it Excel reads UTF-8 as GBK
WIDTH = 18
NOT_IN_NAMES = str.maketrans("", "", "[]:*?/\\'")  # of a sheet


def write(sheets: Iterable[Sheet], kind: str) -> IO[bytes]:
    """A file of `kind` (csv, of one sheet, or xlsx) that is gone when closed, at its beginning. Raises ValueError for
    another kind."""
    sheets = list(sheets)
    file = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    if kind == "xlsx":
        _write_xlsx(sheets, file)
    elif kind == "csv":
        (sheet,) = sheets
        write_csv(sheet, file)
    else:
        raise ValueError(kind)
    file.seek(0)
    return file


def write_csv(sheet: Sheet, file: IO[bytes]) -> None:
    """UTF-8 with BOM into an open binary file, which stays open."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    text.write(BOM)
    lines = csv.writer(text)
    lines.writerow([for_csv(str(heading)) for heading in sheet.headings])
    lines.writerows([for_csv(value) for value in row] for row in sheet.rows)
    text.detach()


def _write_xlsx(sheets: list[Sheet], file: IO[bytes]) -> None:
    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(plain(str(sheet.name)).translate(NOT_IN_NAMES)[:31])
        page.freeze_panes = "A3" if sheet.above else "A2"
        for column in range(len(sheet.headings)):
            page.column_dimensions[get_column_letter(column + 1)].width = WIDTH
        if sheet.above:
            page.append([for_file(sheet.above)])
        page.append([_heading(page, str(heading)) for heading in sheet.headings])
        for row in sheet.rows:
            # Only formulas begin with "=" for openpyxl, and for_file has put an apostrophe before those.
            page.append([for_file(value) for value in row])
    book.save(file)


def _heading(page, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, for_file(text))
    cell.font = Font(bold=True)
    return cell
