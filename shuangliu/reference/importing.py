"""Reference data from a spreadsheet: each row is new, changed, the same or refused; all rows are taken or none.

What the file lacks, rows or columns, stays as it is. Nothing is deleted.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from shuangliu import audit
from shuangliu.spreadsheets import Grid, Unreadable, folded, for_file, records

from .cells import Reader, is_same, shown
from .results import Line, Outcome, Result
from .tables import TABLES, Table

COPY = re.compile(r"[(（]\d+[)）]$|-?副本$")  # 类别(1), 类别-副本: as browsers and Windows name a second copy


def load(grids: Iterable[Grid], *, by, at: datetime, dry_run: bool) -> Result:
    """Do the import in one transaction; a dry run is the same and taken back. Raises Unreadable when a sheet is none of
    ours or lacks a column."""
    sheets = _by_table(grids)
    result = Result()
    with transaction.atomic():
        for table in TABLES:
            for grid in sheets.get(table.name, []):
                result.lines += _load_table(table, grid, by=by, at=at)
        result.is_stored = not dry_run and not result.refused
        if result.is_stored:
            audit.record("reference.imported", None, by=by, at=at,
                         **{outcome.value: result.counts[outcome] for outcome in Outcome})
        else:
            transaction.set_rollback(True)
    return result


def _by_table(grids: Iterable[Grid]) -> dict[str, list[Grid]]:
    names = {}
    for table in TABLES:
        names[folded(table.name)] = table.name
        for language in ("zh-hans", "en"):
            with override(language):
                names[folded(str(table.label))] = table.name
    found: dict[str, list[Grid]] = {}
    for grid in grids:
        if not grid.rows:
            continue
        name = names.get(folded(COPY.sub("", grid.name.strip())))
        if name is None:
            raise Unreadable(_("“%(sheet)s” is none of the tables: %(tables)s.") % {
                "sheet": grid.name, "tables": ", ".join(str(table.label) for table in TABLES)})
        found.setdefault(name, []).append(grid)
    return found


def _load_table(table: Table, grid: Grid, *, by, at: datetime) -> Iterator[Line]:
    reader = Reader(table)
    known = {_key(table, row): row for row in table.rows()}
    rows = list(records(grid, table.headings))
    # What others of the same table lean on comes first (categories of the first level).
    rows.sort(key=lambda row: any(row[1].get(name) for name in table.leads_to_itself))
    seen: dict[tuple, int] = {}
    for number, texts in rows:
        label = " ".join(texts[name] for name in table.key)
        try:
            line = _load_row(table, reader, known, seen, number, texts, label, by=by, at=at)
        except ValidationError as refusal:
            line = Line(str(table.label), number, label, Outcome.REFUSED, _said(table, refusal))
        yield line


def _load_row(table: Table, reader: Reader, known: dict, seen: dict, number: int, texts: dict[str, str], label: str, *,
              by, at: datetime) -> Line:
    values = _values(table, reader, texts)
    key = tuple(values[one.attname] for one in table.fields[:len(table.key)])
    if key in seen:
        raise ValidationError(_("Row %(row)d says it already.") % {"row": seen[key]})
    seen[key] = number
    row = known.get(key)
    if row is None:
        if not table.may_add:
            raise ValidationError(_("There is none of this code, and none is added here."))
        row = table.model(**table.fixed)
    is_new = row._state.adding
    changed = [one for one in table.fields if one.attname in values
               and (is_new or not is_same(getattr(row, one.attname), values[one.attname]))]
    if not changed:
        return Line(str(table.label), number, label, Outcome.SAME)
    before = {} if is_new else {one.name: shown(table, row, one) for one in changed}
    for one in changed:
        setattr(row, one.attname, values[one.attname])
    row.full_clean()
    row.save()
    if table.then:
        table.then(row, by=by, at=at)
    if is_new:
        reader.forget_rows()
    after = {one.name: shown(table, row, one) for one in changed}
    audit.record(table.verb, row, by=by, at=at, changed={name: str(value) for name, value in after.items()})
    told = [f"{one.verbose_name}: {_short(before[one.name])} → {_short(after[one.name])}" for one in changed if before]
    return Line(str(table.label), number, label, Outcome.CHANGED if before else Outcome.NEW, "; ".join(told))


def _values(table: Table, reader: Reader, texts: dict[str, str]) -> dict[str, Any]:
    """The cells of a row by the attributes they are for. Raises ValidationError naming each that is wrong."""
    values, errors = {}, {}
    for one in table.fields:
        if one.name in texts:
            try:
                values[one.attname] = reader.value(one, texts[one.name])
            except ValidationError as error:
                errors[one.name] = error
    if errors:
        raise ValidationError(errors)
    return values


def _key(table: Table, row: models.Model) -> tuple:
    return tuple(getattr(row, one.attname) for one in table.fields[:len(table.key)])


def _said(table: Table, refusal: ValidationError) -> str:
    if not hasattr(refusal, "error_dict"):
        return " ".join(refusal.messages)
    labels = {one.name: f"{one.verbose_name}: " for one in table.fields}
    return "; ".join(labels.get(name, "") + " ".join(messages) for name, messages in refusal.message_dict.items())


def _short(value: Any) -> str:
    if value is None or value == "":
        return "—"
    text = str(for_file(value))
    return text if len(text) <= 40 else text[:39] + "…"
