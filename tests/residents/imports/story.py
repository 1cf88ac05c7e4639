"""What the tests of imports say in one line: `office.bring(["姓名", …], ["罗永贵", …])`."""

import csv
import io
import json
import uuid

from openpyxl import Workbook

from residents.imports import carrying, checking, undoing, uploading
from residents.imports.models import Batch
from residents.imports.problems import said
from tests.conftest import NOW

HEADINGS = ["姓名", "身份证号", "联系电话", "现住址"]


def as_csv(*rows, encoding="utf-8") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode(encoding)


def as_xlsx(*rows, change=None) -> bytes:
    """A workbook of one sheet; `change` may do more to the sheet."""
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(list(row))
    if change:
        change(book.active)
    book.save(file)
    return file.getvalue()


class Office:
    """The registrar's table on its way. `at` moves on by hand."""

    def __init__(self, cast, at=NOW):
        self.cast, self.at = cast, at

    def upload(self, content: bytes, *, name="人口.csv", by=None, area=None, uuid_=None, kind="") -> Batch:
        return uploading.upload(io.BytesIO(content), by=by or self.cast.xie, at=self.at, uuid=uuid_ or uuid.uuid4(),
                                area=area or self.cast.community, name=name, kind=kind)

    def check(self, content: bytes, *, filled=None, columns=None, **more) -> Batch:
        """Uploaded, its columns as guessed, and checked."""
        batch = self.upload(content, **more)
        uploading.map_columns(batch, by=batch.created_by, at=self.at, columns=columns or batch.columns,
                              filled=batch.filled if filled is None else filled, kind=batch.kind)
        checking.check(batch, at=self.at)
        batch.refresh_from_db()
        return batch

    def look(self, *rows, headings=HEADINGS, **more) -> Batch:
        return self.check(as_csv(headings, *rows), **more)

    def carry(self, batch: Batch) -> Batch:
        carrying.carry_out(batch, by=batch.created_by, at=self.at)
        carrying.do_carry(batch)
        return batch

    def undo(self, batch: Batch) -> Batch:
        undoing.undo(batch, by=batch.created_by, at=self.at)
        undoing.do_undo(batch)
        return batch


def outcomes(batch: Batch) -> list[str]:
    return list(batch.rows.order_by("number").values_list("outcome", flat=True))


def codes(batch: Batch) -> list[list[str]]:
    """What was found in each row."""
    return [[code for code, *_more in json.loads(row.found or "[]")] for row in batch.rows.order_by("number")]


def told(batch: Batch, number: int) -> list[str]:
    row = batch.rows.get(number=number)
    return [text for _level, text in said(row.found, row=number, headings=batch.headings)]
