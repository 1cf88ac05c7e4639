"""Timing two things turn by turn, and saying what came of it."""

import gc
import json
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter

SECONDS = 3.0  # for each path: so many turns that the ratio of two runs differs by some 5 %
FEWEST, MOST = 3, 400  # turns


@dataclass(frozen=True)
class Case:
    """A path and its floor, each a call. `around` is entered before each call and left after it, untimed; what has
    none can be called over and over, whatever was called before."""

    name: str
    value: Callable[[], object]
    floor: Callable[[], object]
    around: Callable[[], AbstractContextManager] = nullcontext


@dataclass(frozen=True)
class Result:
    """What is printed; `value` and `floor` are medians in `unit`, `rows` the incidents there are."""

    name: str
    ratio: float
    floor: float
    value: float
    unit: str
    rows: int

    @classmethod
    def of(cls, name: str, value: float, floor: float, unit: str, rows: int) -> "Result":
        return cls(name, _short(value / floor), _short(floor), _short(value), unit, rows)

    def say(self) -> "Result":
        print(json.dumps(asdict(self)), flush=True)
        return self


def measure(case: Case, rows: int) -> Result:
    """Both in turn, the value first, so that whatever else the machine does befalls both alike."""
    gc.collect()
    values, floors = [], []
    began = perf_counter()
    while len(values) < FEWEST or (len(values) < MOST and perf_counter() - began < SECONDS):
        values.append(_clocked(case.value, case.around))
        floors.append(_clocked(case.floor, case.around))
    del values[0], floors[0]  # cold
    return Result.of(case.name, median(values) * 1000, median(floors) * 1000, "ms", rows)


def growth(name: str, many: Callable, few: Callable, rows: int) -> Result:
    """The same call over many rows and over few, in turn."""
    return measure(Case(f"{name}-growth", many, few), rows)


def table(results: list[Result]) -> None:
    """The results for people, on stderr."""
    width = max((len(result.name) for result in results), default=0)
    print(f"\n{'':{width}}  {'rows':>9}  {'ratio':>7}  {'value':>9}  {'floor':>9}", file=sys.stderr)
    for result in results:
        print(f"{result.name:{width}}  {result.rows:>9,}  {result.ratio:>7.2f}  {result.value:>9.2f}  "
              f"{result.floor:>9.2f}  {result.unit}", file=sys.stderr)


def _clocked(call: Callable, around: Callable) -> float:
    with around():
        began = perf_counter()
        call()
        return perf_counter() - began


def _short(number: float) -> float:
    return float(f"{number:.4g}")
