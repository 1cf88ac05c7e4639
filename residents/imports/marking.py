"""The file as it came, with two columns more: what becomes of each row, and why. For the office to put right what is
refused. Columns that may not be read come back empty.
"""

import tempfile
from datetime import date, datetime
from typing import IO

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill

from shuangliu.pages import keyset
from shuangliu.privacy import forbidden
from shuangliu.spreadsheets import for_file, open_book, plain

from . import kept
from .models import Batch
from .problems import said
from .states import Outcome

COLOURS = {Outcome.NEW: "E2F0D9", Outcome.CHANGED: "DDEBF7", Outcome.SAME: "FFFFFF", Outcome.SUSPICIOUS: "FFF2CC",
           Outcome.REFUSED: "F8CBAD"}
MOST = 1_000_000  # what a sheet holds, and a little less
TITLES = "[]:*?/\\'"


def marked(batch: Batch) -> IO[bytes]:
    """An xlsx, gone when closed. Row by row: memory stays the same however long the table is."""
    fills = {outcome: PatternFill("solid", start_color=colour) for outcome, colour in COLOURS.items()}
    labels = {outcome.value: str(outcome.label) for outcome in Outcome}
    unread = {at for at, heading in enumerate(batch.headings) if heading and forbidden.reason(heading)}
    book, width = Workbook(write_only=True), len(batch.headings)
    page = book.create_sheet(plain(batch.sheet).translate(str.maketrans("", "", TITLES))[:31] or "1")
    rows = keyset.walk(batch.rows.all(), order=("number",), most=MOST)
    row = next(rows, None)
    with kept.opened(batch.file) as file, open_book(file, name=batch.name) as source:
        sheet = batch.sheet if batch.sheet in source.sheets else source.sheets[0]
        for number, cells in source.rows(sheet):
            values = [None if at in unread and number > batch.header_row else _shown(cell)
                      for at, cell in enumerate(list(cells)[:width])]
            values += [None] * (width - len(values))
            if number == batch.header_row:
                page.append([_bold(page, value) for value in [*values, _("What becomes of it"), _("Why so")]])
            elif row is not None and row.number == number:
                texts = [text for _level, text in said(row.found, row=number, headings=batch.headings)]
                result = WriteOnlyCell(page, labels[row.outcome])
                result.fill = fills[row.outcome]
                page.append([*values, result, for_file("; ".join(texts))])
                row = next(rows, None)
            else:
                page.append(values)
    target = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    book.save(target)
    target.seek(0)
    return target


def _shown(cell):
    return cell if isinstance(cell, date | datetime) else for_file(cell)


def _bold(page, value) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, value)
    cell.font = Font(bold=True)
    return cell
