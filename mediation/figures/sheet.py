"""What the page of figures, its print and its Excel say of one area and period: read once, for one reader."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grids.models import Area
from shuangliu.indicators import reading
from shuangliu.indicators.blocks import Block, fill
from shuangliu.indicators.board import Board
from shuangliu.indicators.figures import Cell, cell, measures_of
from shuangliu.indicators.models import Difference
from shuangliu.indicators.periods import Period
from shuangliu.indicators.reading import Figures
from shuangliu.indicators.sections import Section, Trend

from ..measures import DAYS, TALLIES
from .after import FEW, Rate, rates
from .durations import Durations, durations
from .parts import PARTS, Part

RATE_A, RATE_B = "mediation_success", "mediation_success_concluded"
OTHERS = ("mediation_refused", "mediation_mediated", "mediation_entry")
COLUMNS = ("case.accepted", RATE_A, "case.concluded", RATE_B)
RATES = Trend("mediation-rates", gettext_lazy("Success rates by month"), (RATE_A, RATE_B))


class RateBoard(Board):
    """A board that shows nothing but the line of the two rates."""

    @cached_property
    def sections(self) -> list[Section]:
        return [RATES]


@dataclass(frozen=True)
class Compared:
    """A rate of the period beside that of the period before and that of a year ago."""

    now: Cell
    previous: Cell
    year_before: Cell

    @property
    def label(self) -> Any:
        return self.now.label

    @property
    def is_few(self) -> bool:
        return is_few(self.now)

    @property
    def changes(self) -> list[tuple[str, Cell, str]]:
        """(beside what, its rate, by how many percentage points this one is higher)."""
        return [(_("Period before"), self.previous, _points(self.now, self.previous)),
                (_("A year before"), self.year_before, _points(self.now, self.year_before))]


def is_few(rate: Cell) -> bool:
    return rate.denominator is not None and 0 < rate.denominator.count < FEW


def _points(now: Cell, before: Cell) -> str:
    return "" if now.value is None or before.value is None else f"{now.value - before.value:+}"


@dataclass(frozen=True)
class Row:
    """A line of a table: an area, an organisation, a category … with its cells."""

    label: str
    cells: list[Cell]
    note: str = ""
    code: str = ""  # of an area that has figures of its own

    @property
    def marked(self) -> list[tuple[Cell, bool]]:
        """Each cell, and whether its denominator is too small to be compared."""
        return [(one, is_few(one)) for one in self.cells]


@dataclass(frozen=True)
class Table:
    """The rates by one part: the areas below, the organisations …"""

    part: Part
    rows: list[Row] = field(default_factory=list)


@dataclass
class Sheet:
    """Figures of one area and period for one reader."""

    user: object
    area: Area
    period: Period

    @cached_property
    def totals(self) -> Figures:
        return self._totals(self.period)

    @cached_property
    def rates(self) -> list[Compared]:
        return [self.compared(name) for name in (RATE_A, RATE_B)]

    @cached_property
    def others(self) -> list[Compared]:
        return [self.compared(name) for name in OTHERS]

    def compared(self, name: str) -> Compared:
        return Compared(self.cell(name, self.totals),
                        self.cell(name, self._before[0], period=self.period.previous),
                        self.cell(name, self._before[1], period=self.period.year_before))

    @cached_property
    def _before(self) -> tuple[Figures, Figures]:
        return self._totals(self.period.previous), self._totals(self.period.year_before)

    @cached_property
    def outcomes(self) -> list[Cell]:
        """What has become of the cases accepted in the period."""
        names = ("case.accepted", "case.settled", "case.failed", "case.moved")
        return [self.cell(name, self.totals) for name in names]

    @property
    def pending(self) -> int:
        """Accepted in the period and still without an end."""
        found = self.totals
        return found["case.accepted"] - found["case.settled"] - found["case.failed"] - found["case.moved"]

    @cached_property
    def durations(self) -> Durations:
        days = reading.by_item(["case.concluded"], DAYS, self.area, self.period.start, self.period.end)
        return durations({int(item): figures["case.concluded"] for item, figures in days.items()})

    @cached_property
    def afterwards(self) -> list[Rate]:
        """What has become of the agreements."""
        return rates(self.area, self.period)

    @cached_property
    def trend(self) -> Block:
        return fill(RATES, RateBoard(self.user, self.area, self.period))

    @cached_property
    def is_disputed(self) -> bool:
        """Whether the last comparison with the cases themselves found these figures to differ."""
        return Difference.objects.filter(
            measure__in=[tally.name for tally in TALLIES], day__range=(self.period.start, self.period.end),
            area_key__gte=self.area.low, area_key__lt=self.area.high).exists()

    def parts(self) -> list[Part]:
        """What this reader may see the rates by."""
        return [part for part in PARTS.values() if part.opens_for(self.user, self.area)]

    def table(self, part: Part) -> Table:
        """The rates by one part: what is kept for areas below, or for items of a dimension."""
        names = measures_of(COLUMNS)
        if part.dimension:
            read = reading.by_item(names, part.dimension, self.area, self.period.start, self.period.end)
            rows = [self._row(line.label, line.figures, note=line.note, narrow=line.narrow)
                    for line in part.lines(read, self.user, self.area)]
            rest = Counter({name: self.totals[name] for name in names}) - sum(read.values(), Counter())
            if part.rest and any(rest.values()):
                rows.append(self._row(part.rest, rest, narrow=None))
            return Table(part, rows)
        read = reading.by_area(names, self.area, self.period.start, self.period.end)
        children = list(self.area.children.current(localdate()).defer("outline").order_by("key"))
        rows = [self._row(child.name, read.get(child.key, Counter()), area=child, code=child.code)
                for child in children]
        here = {child.key for child in children}
        rest = sum((figures for key, figures in read.items() if key not in here), Counter())
        return Table(part, rows + ([self._row(_("Elsewhere"), rest, narrow=None)] if any(rest.values()) else []))

    def _row(self, label: str, figures: Figures, *, narrow: str | None = "", area: Area | None = None, note: str = "",
             code: str = "") -> Row:
        cells = [self.cell(name, figures, area=area or self.area, narrow=narrow or "", is_linked=narrow is not None)
                 for name in COLUMNS]
        return Row(label, cells, note, code)

    def cell(self, name: str, figures: Figures, **more) -> Cell:
        return cell(name, figures, **{"user": self.user, "area": self.area, "period": self.period, **more})

    def _totals(self, period: Period) -> Figures:
        names = measures_of([RATE_A, RATE_B, *OTHERS, *(tally.name for tally in TALLIES)])
        return reading.totals(names, self.area, period.start, period.end)
