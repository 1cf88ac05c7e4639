"""What the county measures. Each app declares its own in <app>/indicators.py:

    @measure("case.accepted", _("Accepted"), drill=Drill("mediation:case-list", "accepted_from", "accepted_to"))
    def accepted(start, end):
        return by_day(Case.objects.all(), "accepted_at", start, end)

    indicator("mediation-success-a", _("Success A"), numerator="case.settled", denominator="case.accepted")

A measure is a number per community and day that only acts change: they say so with `indicators.add`, and
`recompute` counts the same from the rows. An indicator is one measure in percent of another.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from .drill import Drill

Counts = Iterable[tuple[int, date, int]]  # area key (of a matter or a community), day, how many


@dataclass(frozen=True)
class Measure:
    """A number that can be summed over areas and days; `drill` is the list of the matters it counts."""

    name: str
    label: Any
    recompute: Callable[[date, date], Counts]
    drill: Drill | None = None
    unit: ClassVar[str] = ""  # it counts


@dataclass(frozen=True)
class Indicator:
    """Numerator in percent of denominator, both names of measures.

    `note` says the formula in words, `source` where it comes from, `version` rises when it changes.
    A standing indicator is shown for each named period on every dashboard.
    """

    name: str
    label: Any
    numerator: str
    denominator: str
    unit: str = "%"
    note: Any = ""
    source: Any = ""
    version: int = 1
    higher_is_better: bool = True
    is_standing: bool = False


class AlreadyTaken(ValueError):
    """Two declarations of one name."""


class UnknownMeasure(LookupError):
    """A measure that no app declares."""


@dataclass
class Registry:
    """All declarations of the running process, filled when it starts."""

    measures: dict[str, Measure] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    sections: dict[str, Any] = field(default_factory=dict)

    def measure(self, name: str) -> Measure:
        """Raises UnknownMeasure."""
        try:
            return self.measures[name]
        except KeyError:
            raise UnknownMeasure(name) from None

    def put(self, shelf: dict, thing) -> None:
        """Keep `thing` on the shelf under its name. Raises AlreadyTaken."""
        if thing.name in shelf:
            raise AlreadyTaken(thing.name)
        shelf[thing.name] = thing


registry = Registry()


def measure(name: str, label, *, drill: Drill | None = None) -> Callable:
    """Declare a measure by the function that counts it from the rows of the days from `start` to `end`."""
    if len(name) > 48:
        raise ValueError(f"{name}: a measure's name has at most 48 characters")

    def declare(recompute: Callable[[date, date], Counts]) -> Callable[[date, date], Counts]:
        registry.put(registry.measures, Measure(name, label, recompute, drill))
        return recompute

    return declare


def indicator(name: str, label, *, numerator: str, denominator: str, **more) -> Indicator:
    """Declare an indicator over two measures declared before. Raises UnknownMeasure, AlreadyTaken."""
    for part in (numerator, denominator):
        registry.measure(part)
    new = Indicator(name, label, numerator, denominator, **more)
    registry.put(registry.indicators, new)
    return new
