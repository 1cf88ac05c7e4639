"""How long cases take: mean and median of the days from acceptance to the first end, from how many took how many."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True)
class Durations:
    """Days; None where nothing has ended."""

    count: int
    mean: Decimal | None
    median: Decimal | None


def durations(how_many: Mapping[int, int]) -> Durations:
    """Of `how_many` cases that took so many days each."""
    days = sorted((day, n) for day, n in how_many.items() if n > 0)
    count = sum(n for _day, n in days)
    if not count:
        return Durations(0, None, None)
    mean = Decimal(sum(day * n for day, n in days)) / count
    middle = Decimal(_at(days, (count - 1) // 2) + _at(days, count // 2)) / 2
    return Durations(count, mean.quantize(Decimal("0.1"), ROUND_HALF_UP), middle.quantize(Decimal("0.1")))


def _at(days: list[tuple[int, int]], place: int) -> int:
    """The days of the case at this place, counted from 0 in order of days."""
    for day, n in days:
        if place < n:
            return day
        place -= n
    raise IndexError(place)
