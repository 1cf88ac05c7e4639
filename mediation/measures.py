"""What cases add to the figures, as data: each tally counts the rows of a filter on the day of a moment.

The same tally is counted from the rows (indicators.py) and, when a case moves, from the case before and after
(`differences`): what changed is written to the ledger in the same transaction, by actions.moving.move.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from shuangliu.indicators.counting import local_day
from shuangliu.indicators.recording import Change
from shuangliu.indicators.registry import shelf

from .states import State

# By what the rates are told apart, and the field of the case that says it. Organisation, mediator and channel are
# those of the first end, and of today while there is none: another round after a breach takes nothing from anybody.
DIMENSIONS = {"org": "for_org_id", "mediator": "for_mediator_id", "channel": "for_channel", "category": "category_id",
              "source": "source"}
DAYS = "days"  # from acceptance to the end: the median is read from how many cases took how many


@dataclass(frozen=True)
class Tally:
    """A measure: `rows` filters the table, `counts` says the same of one case, `moment` is the field whose local day
    it is counted on, `by` are the dimensions by which it is kept too."""

    name: str
    moment: str
    rows: Q
    counts: Callable[..., bool]
    by: tuple[str, ...] = ()


ALL = tuple(DIMENSIONS)
ENDED = ("settled", "failed")  # gone to another body is no end of mediation

TALLIES = (
    # By the day of registration. One that goes on in another case is not counted here, but there.
    Tally("case.registered", "registered_at", ~Q(state=State.JOINED), lambda case: case.state != State.JOINED),
    Tally("case.refused", "registered_at", Q(state=State.NOT_ACCEPTED), lambda case: case.state == State.NOT_ACCEPTED),
    # By the day of acceptance: what was taken on, and what has become of it since.
    Tally("case.accepted", "accepted_at", Q(), lambda case: True, ALL),
    Tally("case.settled", "accepted_at", Q(outcome="settled"), lambda case: case.outcome == "settled", ALL),
    Tally("case.failed", "accepted_at", Q(outcome="failed"), lambda case: case.outcome == "failed"),
    Tally("case.moved", "accepted_at", Q(outcome="moved"), lambda case: case.outcome == "moved"),
    Tally("case.mediated", "accepted_at", Q(met_at__isnull=False), lambda case: case.met_at is not None),
    # By the day of conclusion.
    Tally("case.concluded", "concluded_at", Q(outcome__in=ENDED), lambda case: case.outcome in ENDED, (*ALL, DAYS)),
    Tally("case.concluded_settled", "concluded_at", Q(outcome="settled"), lambda case: case.outcome == "settled", ALL),
)
TALLY_BY_NAME = {tally.name: tally for tally in TALLIES}

Place = tuple[str, int, date, str]  # measure (by a dimension or whole), area key, local day, item


def counted(case) -> Counter[Place]:
    """All that one case adds to the figures: place -> 1."""
    return Counter(
        (shelf(tally.name, dimension), case.area_key, local_day(moment), item)
        for tally in TALLIES
        if (moment := getattr(case, tally.moment)) is not None and tally.counts(case)
        for dimension in ("", *tally.by)
        if (item := _item(case, dimension)) is not None
    )


def _item(case, dimension: str) -> str | None:
    """The case's item of a dimension, "" for the whole, None where it has none."""
    if not dimension:
        return ""
    if dimension == DAYS:
        return str((local_day(case.concluded_at) - local_day(case.accepted_at)).days)
    value = getattr(case, DIMENSIONS[dimension])
    return None if value is None else str(value)


def differences(before: Counter[Place], after: Counter[Place]) -> list[Change]:
    """The changes that turn one into the other."""
    return [
        (measure, area_key, day, after[place] - before[place], item)
        for place in before.keys() | after.keys()
        if after[place] != before[place]
        for measure, area_key, day, item in [place]
    ]


def stands_for(case, changes: dict) -> dict:
    """For which organisation, mediator and channel the case counts after these changes: those who have it, until
    its first end (docs/decisions/0021)."""
    if case.outcome:
        return {}
    return {f"for_{name}": changes[name] for name in ("org", "mediator", "channel") if name in changes}
