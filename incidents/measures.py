"""What incidents add to the figures, as data: each tally counts the rows of a filter on the day of a moment.

The same tally is counted from the rows (indicators.py) and, when an incident moves, from the incident before and
after (`differences`): what changed is written to the ledger in the same transaction.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from shuangliu.indicators.counting import local_day, local_hour
from shuangliu.indicators.recording import Change
from shuangliu.indicators.registry import shelf

from .states import State


@dataclass(frozen=True)
class Tally:
    """A measure: `rows` filters the table, `counts` says the same of one incident, `moment` is the field whose
    local day it is counted on; `by` the dimensions by which it is kept besides."""

    name: str
    moment: str
    rows: Q
    counts: Callable[..., bool]
    by: tuple[str, ...] = ()


def _state(state: State) -> Tally:
    return Tally(f"incident.state:{state}", "reported_at", Q(state=state), lambda i: i.state == state)


LATE_ALERTS = ("overdue", "raised")

IS_ON_TIME = Q(resolved_at__lte=F("handle_due_at"))
IS_LATE = Q(resolved_at__gt=F("handle_due_at")) | Q(
    resolved_at=None, state__in=[State.IN_PROGRESS, State.REWORK], alert__in=LATE_ALERTS)


def _is_on_time(incident) -> bool:
    return incident.resolved_at is not None and incident.resolved_at <= incident.handle_due_at


def _is_late(incident) -> bool:
    """Handled after the limit, or still being handled when it had struck."""
    if incident.resolved_at is not None:
        return incident.resolved_at > incident.handle_due_at
    return incident.state in (State.IN_PROGRESS, State.REWORK) and incident.alert in LATE_ALERTS


TALLIES = (
    # Also by the hour of the day: patrols are planned by it.
    Tally("incident.reported", "reported_at", Q(), lambda i: True, by=("hour",)),
    *(_state(state) for state in State),
    # By the day on which the handling limit falls: handled in time, late, and both together. A limit that still
    # runs is neither: it counts against nobody.
    Tally("incident.due", "handle_due_at", IS_ON_TIME | IS_LATE, lambda i: _is_on_time(i) or _is_late(i)),
    Tally("incident.on_time", "handle_due_at", IS_ON_TIME, _is_on_time),
    Tally("incident.late", "handle_due_at", IS_LATE, _is_late),
    # By the day of the first check: checked, and of these ever sent back.
    Tally("incident.checked", "checked_at", Q(), lambda i: True),
    Tally("incident.rework", "checked_at", Q(rework_count__gt=0), lambda i: i.rework_count > 0),
    Tally("incident.self_handled", "self_handled_at", Q(), lambda i: True),
    # By the day of the first closing: closed, and of these ever reopened.
    Tally("incident.closed", "first_closed_at", Q(), lambda i: True),
    Tally("incident.reopened", "first_closed_at", Q(reopened_count__gt=0), lambda i: i.reopened_count > 0),
    Tally("incident.judged", "judged_at", Q(), lambda i: True),
    Tally("incident.satisfied", "judged_at", Q(satisfaction__in=["satisfied", "basically"]),
          lambda i: i.satisfaction in ("satisfied", "basically")),
)

TALLY_BY_NAME = {tally.name: tally for tally in TALLIES}


Place = tuple[str, int, date, str]  # measure (by a dimension or whole), key of where it lay then, local day, item
DIMENSIONS = {"": lambda moment: "", "hour": local_hour}


def counted(incident) -> Counter[Place]:
    """All that one incident adds to the figures."""
    return Counter(
        (shelf(tally.name, dimension), incident.key_at(moment), local_day(moment), DIMENSIONS[dimension](moment))
        for tally in TALLIES
        if (moment := getattr(incident, tally.moment)) is not None and tally.counts(incident)
        for dimension in ("", *tally.by)
    )


def differences(before: Counter, after: Counter) -> list[Change]:
    """The changes that turn one into the other."""
    return [(measure, key, day, after[place] - before[place], item)
            for place in before.keys() | after.keys() if after[place] != before[place]
            for measure, key, day, item in [place]]
