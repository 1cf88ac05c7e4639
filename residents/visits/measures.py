"""What visits add to the figures, as data: counted from the rows by indicators.py, and from the visit before and after
each act by `differences`. What was cancelled was not asked for."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from shuangliu.indicators.counting import local_day
from shuangliu.indicators.recording import Change

from .models import VisitTask
from .states import State

KEPT = ~Q(state=State.CANCELLED)


@dataclass(frozen=True)
class Tally:
    """A measure: `rows` filters the table, `counts` says the same of one visit, `moment` is the field whose local day
    it is counted on."""

    name: str
    moment: str
    rows: Q
    counts: Callable[[VisitTask], bool]


TALLIES = (
    Tally("visit.asked", "asked_at", KEPT, lambda task: task.state != State.CANCELLED),
    # By the day at the door: told what was found, nobody included; of these within the limit.
    Tally("visit.made", "done_at", KEPT, lambda task: task.state != State.CANCELLED),
    Tally("visit.on_time", "done_at", KEPT & Q(done_at__lte=F("limit_at")),
          lambda task: task.state != State.CANCELLED and task.done_at <= task.limit_at),
)
TALLY_BY_NAME = {tally.name: tally for tally in TALLIES}


def counted(task: VisitTask) -> Counter[tuple[str, int, date]]:
    """All that one visit adds to the figures: (measure, area key, local day) -> 1."""
    return Counter((tally.name, task.area_key, local_day(moment)) for tally in TALLIES
                   if (moment := getattr(task, tally.moment)) is not None and tally.counts(task))


def differences(before: Counter, after: Counter) -> list[Change]:
    """The changes that turn one into the other."""
    return [(*place, after[place] - before[place]) for place in before.keys() | after.keys()
            if after[place] != before[place]]
