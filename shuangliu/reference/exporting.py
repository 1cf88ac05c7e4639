"""All reference data as sheets of one workbook, or as a folder of csv files."""

from collections.abc import Iterator
from pathlib import Path

from shuangliu.spreadsheets import Sheet, write, write_csv

from .cells import shown
from .tables import TABLES, Table


def sheet_of(table: Table) -> Sheet:
    return Sheet(str(table.label), [str(one.verbose_name) for one in table.fields], _rows(table))


def workbook():
    """An open xlsx file."""
    return write([sheet_of(table) for table in TABLES], "xlsx")


def write_folder(folder: Path) -> list[Path]:
    """One csv for each table; returns them."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{table.name}.csv" for table in TABLES]
    for table, path in zip(TABLES, paths, strict=True):
        with path.open("wb") as file:
            write_csv(sheet_of(table), file)
    return paths


def _rows(table: Table) -> Iterator[list]:
    fields = table.fields
    for row in table.rows():
        yield [shown(table, row, field) for field in fields]
