"""What is written, and what was read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Sheet:
    """To be written: `rows` may be a generator, it is walked once. `above` is a line before the headings (xlsx)."""

    name: str
    headings: list[str]
    rows: Iterable[Iterable[Any]]
    above: str = ""


@dataclass(frozen=True)
class Grid:
    """Read: texts without blank rows and without blanks at the end of a row; rows have their numbers in the file."""

    name: str
    rows: list[tuple[int, list[str]]]

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        return iter(self.rows)
