"""What the county measures. Each app declares its own in <app>/indicators.py:

    @measure("case.accepted", _("Accepted"), drill=Drill("mediation:case-list", "accepted_from", "accepted_to"))
    def accepted(start, end):
        return by_day(Case.objects.all(), "accepted_at", start, end)

    indicator("mediation-success-a", _("Success A"), numerator="case.settled", denominator="case.accepted")

A measure is a number per community and day that only acts change: they say so with `indicators.add`, and
`recompute` counts the same from the rows. An indicator is one measure in percent of another.

`by=("org", …)` also keeps a measure by organisation: `recompute(start, end, "org")` then gives (area key, day, key
of the organisation, how many), and `reading.by_item` reads it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from .drill import Drill

# area key (of a matter or a community), day, how many; by a dimension: area key, day, item, how many
Counts = Iterable[tuple[int, date, int]] | Iterable[tuple[int, date, Any, int]]


@dataclass(frozen=True)
class Measure:
    """A number that can be summed over areas and days; `drill` is the list of the matters it counts, `by` names
    the dimensions by which it is kept besides."""

    name: str
    label: Any
    recompute: Callable[..., Counts]
    drill: Drill | None = None
    by: tuple[str, ...] = ()
    unit: ClassVar[str] = ""  # it counts

    @property
    def shelves(self) -> dict[str, str]:
        """Where its numbers stand: name in the tables -> dimension ("" for the whole)."""
        return {shelf(self.name, dimension): dimension for dimension in ("", *self.by)}


def shelf(measure: str, dimension: str = "") -> str:
    """The name under which a measure is kept by a dimension: case.accepted/org."""
    return f"{measure}/{dimension}" if dimension else measure


@dataclass(frozen=True)
class Indicator:
    """Numerator in percent of denominator, both names of measures.

    `note` says the formula in words, `day` by which day a matter counts, `source` where it comes from. `version`
    rises when it changes and counts for periods that end on `since` or later: what ended before stays as it was.
    A standing indicator is shown for each named period on every dashboard.
    """

    name: str
    label: Any
    numerator: str
    denominator: str
    unit: str = "%"
    note: Any = ""
    day: Any = ""
    source: Any = ""
    version: int = 1
    since: date = date.min
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
    indicators: dict[str, Indicator] = field(default_factory=dict)  # the newest versions
    versions: dict[str, list[Indicator]] = field(default_factory=dict)  # all, oldest first
    sections: dict[str, Any] = field(default_factory=dict)

    def measure(self, name: str) -> Measure:
        """Raises UnknownMeasure."""
        try:
            return self.measures[name]
        except KeyError:
            raise UnknownMeasure(name) from None

    def indicator_on(self, name: str, day: date) -> Indicator:
        """The version by which a period that ends on `day` is counted. Raises KeyError."""
        versions = self.versions[name]
        return next((one for one in reversed(versions) if one.since <= day), versions[0])

    def check(self, name: str) -> None:
        """Raises UnknownMeasure unless `name` is a measure, or one with a dimension that it is kept by."""
        measure, _, dimension = name.partition("/")
        if dimension not in ("", *self.measure(measure).by):
            raise UnknownMeasure(name)

    def put(self, taken: dict, thing) -> None:
        """Keep `thing` under its name. Raises AlreadyTaken."""
        if thing.name in taken:
            raise AlreadyTaken(thing.name)
        taken[thing.name] = thing


registry = Registry()


def measure(name: str, label, *, drill: Drill | None = None, by: tuple[str, ...] = ()) -> Callable:
    """Declare a measure by the function that counts it from the rows of the days from `start` to `end` (and, where
    it is kept `by` a dimension, by that one, named in a third argument)."""
    for dimension in ("", *by):
        if len(shelf(name, dimension)) > 48:
            raise ValueError(f"{shelf(name, dimension)}: a measure's name has at most 48 characters")

    def declare(recompute: Callable[..., Counts]) -> Callable[..., Counts]:
        registry.put(registry.measures, Measure(name, label, recompute, drill, by))
        return recompute

    return declare


def indicator(name: str, label, *, numerator: str, denominator: str, **more) -> Indicator:
    """Declare an indicator over two measures declared before, or the next version of one: its number is one more,
    and it begins later. Raises UnknownMeasure, AlreadyTaken."""
    for part in (numerator, denominator):
        registry.measure(part)
    new = Indicator(name, label, numerator, denominator, **more)
    versions = registry.versions.setdefault(name, [])
    if versions and not (new.version == versions[-1].version + 1 and new.since > versions[-1].since):
        raise AlreadyTaken(name)
    versions.append(new)
    registry.indicators[name] = new
    return new
