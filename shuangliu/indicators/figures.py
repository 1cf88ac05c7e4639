"""A figure as it is shown: the text, the numbers behind it, and a link from each number to its matters."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from grids.models import Area

from .periods import Period
from .reading import Figures, percent
from .registry import Indicator, Measure, registry


@dataclass(frozen=True)
class Number:
    """A count, and the address of the list of what it counts (None: not this reader's to open)."""

    count: int
    url: str | None


@dataclass(frozen=True)
class Cell:
    """One figure of one area and period. A measure has only a numerator; a rate of nothing has no value,
    which is printed as a dash and not drawn."""

    figure: Measure | Indicator
    value: Decimal | None
    numerator: Number
    denominator: Number | None = None

    @property
    def label(self) -> Any:
        return self.figure.label

    @property
    def unit(self) -> str:
        return self.figure.unit

    @property
    def version(self) -> int:
        """Of the definition by which it was counted."""
        return getattr(self.figure, "version", 1)

    @property
    def drawn(self) -> float | None:
        """The value for a chart, where the last digit of a decimal is not seen."""
        return None if self.value is None else float(self.value)

    @property
    def text(self) -> str:
        return "—" if self.value is None else f"{self.value} {self.unit}".rstrip()


def figure_named(name: str) -> Measure | Indicator:
    """Raises UnknownMeasure."""
    return registry.indicators.get(name) or registry.measure(name)


def figure_on(name: str, day: date) -> Measure | Indicator:
    """The figure as a period that ends on `day` is counted. Raises UnknownMeasure."""
    return registry.indicator_on(name, day) if name in registry.versions else registry.measure(name)


def measures_of(names: Iterable[str]) -> set[str]:
    """The measures that these figures are made of, in all their versions."""
    return {
        part for name in names for figure in registry.versions.get(name) or [registry.measure(name)]
        for part in _parts(figure)
    }


def cell(name: str, figures: Figures, *, user, area: Area, period: Period, is_linked: bool = True,
         narrow: str = "") -> Cell:
    """The figure `name` out of what was read for this area and period, as `user` sees it. `narrow` is what the list
    behind it is asked besides ("&org=5")."""
    figure = figure_on(name, period.end)
    numbers = [
        Number(figures[part], _url(part, user, area, period, narrow) if is_linked else None)
        for part in _parts(figure)
    ]
    if isinstance(figure, Measure):
        return Cell(figure, Decimal(numbers[0].count), *numbers)
    rate = percent(numbers[0].count, numbers[1].count)
    return Cell(figure, None if rate is None else Decimal(rate), *numbers)


def _parts(figure: Measure | Indicator) -> tuple[str, ...]:
    return (figure.name,) if isinstance(figure, Measure) else (figure.numerator, figure.denominator)


def _url(measure: str, user, area: Area, period: Period, narrow: str) -> str | None:
    drill = registry.measure(measure).drill
    if drill is None or not drill.opens_for(user, area):
        return None
    return drill.url(area, period.start, period.end) + narrow
