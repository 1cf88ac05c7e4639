"""What patrols add to the figures, as data: shifts by their outcome, points that were due and visited, check-ins.

Counted from the rows by patrol/indicators.py, and from the shift before and after each act by `differences`. A shift
counts when it is over; what was cancelled did not take place.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.db.models import Q

from shuangliu.indicators.counting import local_day, local_hour
from shuangliu.indicators.recording import Change
from shuangliu.indicators.registry import shelf

from .models import CheckIn, Shift, ShiftStop
from .states import State

TOLD = frozenset({State.FINISHED, State.PARTIAL, State.MISSED})  # over, and it should have been walked


@dataclass(frozen=True)
class Tally:
    """A measure of shifts, by the day of their start: those in one of `states`."""

    name: str
    states: frozenset[State]
    moment: ClassVar[str] = "starts_at"

    @property
    def rows(self) -> Q:
        return Q(state__in=sorted(self.states))


SHIFTS = (
    Tally("patrol.shift", TOLD),
    Tally("patrol.finished", frozenset({State.FINISHED})),
    Tally("patrol.missed", frozenset({State.MISSED})),
)


@dataclass(frozen=True)
class StopTally:
    """A measure of the points of shifts that are over, by the day on which they were due, each in the point's area."""

    name: str
    rows: Q
    counts: Callable[[ShiftStop], bool]
    moment: ClassVar[str] = "due_at"


STOPS = (
    StopTally("patrol.stop", Q(), lambda stop: True),
    StopTally("patrol.visited", Q(visited_at__isnull=False), lambda stop: stop.visited_at is not None),
)
CHECK_IN = "patrol.check_in"
Place = tuple[str, int, date, str]  # measure (by a dimension or whole), area key, local day, item


def counted(shift: Shift) -> Counter[Place]:
    """All that one shift adds to the figures; nothing while it is not over."""
    if shift.state not in TOLD:
        return Counter()
    figures = Counter((tally.name, shift.area_key, local_day(shift.starts_at), "") for tally in SHIFTS
                      if shift.state in tally.states)
    for stop in shift.stops.select_related("point"):
        for tally in STOPS:
            if tally.counts(stop):
                where = stop.point.area_key, local_day(stop.due_at)
                figures[tally.name, *where, ""] += 1
                figures[shelf(tally.name, "point"), *where, str(stop.point_id)] += 1
    return figures


def differences(before: Counter, after: Counter) -> list[Change]:
    """The changes that turn one into the other."""
    return [(measure, key, day, after[place] - before[place], item)
            for place in before.keys() | after.keys() if after[place] != before[place]
            for measure, key, day, item in [place]]


def of_check_in(made: CheckIn) -> list[Change]:
    """What a new check-in adds."""
    where = made.area_key, local_day(made.made_at)
    return [(CHECK_IN, *where, 1, ""), (shelf(CHECK_IN, "hour"), *where, 1, local_hour(made.made_at))]
