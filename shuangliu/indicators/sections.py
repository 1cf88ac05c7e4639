"""What a dashboard shows, declared by the apps beside their measures; the dashboard fills it with figures.

`order` sorts the sections of all apps; figures are names of measures or indicators.
"""

from dataclasses import dataclass
from typing import Any

from .registry import registry


@dataclass(frozen=True)
class Headline:
    """Tiles: each figure of the period on its own."""

    name: str
    title: Any
    figures: tuple[str, ...]
    order: int = 0
    note: Any = ""


@dataclass(frozen=True)
class Breakdown:
    """Bars: the parts of a whole in the period (incidents by state). Measures only."""

    name: str
    title: Any
    figures: tuple[str, ...]
    order: int = 0
    note: Any = ""


@dataclass(frozen=True)
class Comparison:
    """A table with a row for each area below. `bars` are measures drawn as parts of one bar; without them the
    first figure is drawn."""

    name: str
    title: Any
    figures: tuple[str, ...]
    bars: tuple[str, ...] = ()
    order: int = 0
    note: Any = ""


@dataclass(frozen=True)
class Trend:
    """Lines: figures by month."""

    name: str
    title: Any
    figures: tuple[str, ...]
    order: int = 0
    note: Any = ""


Section = Headline | Breakdown | Comparison | Trend


def section(new: Section) -> Section:
    """Declare a section. Raises AlreadyTaken, and UnknownMeasure when a figure is not declared before it."""
    for figure in (*new.figures, *getattr(new, "bars", ())):
        if figure not in registry.indicators:
            registry.measure(figure)
    registry.put(registry.sections, new)
    return new
