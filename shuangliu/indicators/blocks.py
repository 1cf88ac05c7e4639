"""Each section of a dashboard filled with figures: the rows that are printed and the chart that is drawn."""

from collections import Counter
from dataclasses import dataclass, field
from functools import singledispatch
from typing import Any

from django.utils.translation import gettext as _

from .board import Board
from .figures import Cell
from .sections import Breakdown, Comparison, Headline, Section, Trend


@dataclass(frozen=True)
class Row:
    """A line of a table: a part, an area or a month with its cells. `code` is the area's."""

    label: Any
    cells: list[Cell]
    code: str = ""


@dataclass(frozen=True)
class Block:
    """A section, its rows, the sum over all areas where it has one, and the chart (None: nothing to draw)."""

    section: Section
    rows: list[Row] = field(default_factory=list)
    total: Row | None = None
    chart: dict | None = None

    @property
    def template(self) -> str:
        return f"indicators/_{type(self.section).__name__.lower()}.html"

    @property
    def heads(self) -> list[Any]:
        return [cell.label for cell in self.rows[0].cells] if self.rows else []


@singledispatch
def fill(section: Section, board: Board) -> Block:
    """The section with the board's figures."""
    raise TypeError(f"{section!r} is no section")


@fill.register
def _headline(section: Headline, board: Board) -> Block:
    return Block(section, [Row("", [board.cell(name, board.totals) for name in section.figures])])


@fill.register
def _breakdown(section: Breakdown, board: Board) -> Block:
    cells = [board.cell(name, board.totals) for name in section.figures]
    rows = [Row(cell.label, [cell]) for cell in cells]
    return Block(section, rows, chart=_chart("bars", section.title, rows, [0]))


@fill.register
def _comparison(section: Comparison, board: Board) -> Block:
    names = [*section.figures, *(name for name in section.bars if name not in section.figures)]
    rows = [Row(child.name, [board.cell_in(child, name) for name in names], child.code) for child in board.children]
    drawn = [names.index(name) for name in section.bars or section.figures[:1]]
    chart = _chart("bars", section.title, rows, drawn, stacked=bool(section.bars))
    # What lies in no area of today: closed ones, and matters that nobody has placed yet.
    here = {child.key for child in board.children}
    elsewhere = sum((figures for key, figures in board.by_area.items() if key not in here), start=Counter())
    if any(elsewhere.values()):
        rows = [*rows, Row(_("Elsewhere"), [board.cell(name, elsewhere, is_linked=False) for name in names])]
    total = Row(board.area.name, [board.cell(name, board.totals) for name in names])
    return Block(section, rows, total, chart)


@fill.register
def _trend(section: Trend, board: Board) -> Block:
    rows = [
        Row(month.label, [board.cell(name, board.by_month.get(month.start.replace(day=1)), period=month)
                          for name in section.figures])
        for month in board.months
    ]
    return Block(section, rows, chart=_chart("lines", section.title, rows, range(len(section.figures))))


def _chart(kind: str, title, rows: list[Row], columns, *, stacked: bool = False) -> dict | None:
    """What static/js/dashboard/charts.js draws: series over the labels of the rows, a link for each number."""
    if not any(row.cells[column].value for row in rows for column in columns):
        return None
    return {
        "kind": kind,
        "title": str(title),
        "stacked": stacked,
        "categories": [str(row.label) for row in rows],
        "series": [
            {
                "name": str(rows[0].cells[column].label),
                "unit": rows[0].cells[column].unit,
                "values": [row.cells[column].drawn for row in rows],
                "links": [row.cells[column].numerator.url for row in rows],
            }
            for column in columns
        ],
    }
