"""What leases add to the figures, as data: each tally counts the rows of a filter on the day of a moment.

Counted from the rows by indicators.py, and from the lease before and after each move by `differences`.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from shuangliu.indicators.counting import local_day
from shuangliu.indicators.recording import Change

from .models import Lease
from .states import State

KEPT = ~Q(state__in=[State.DRAFT, State.WITHDRAWN])  # what was taken back was not asked for


@dataclass(frozen=True)
class Tally:
    """A measure: `rows` filters the table, `counts` says the same of one lease, `moment` is the field whose local day
    it is counted on."""

    name: str
    moment: str
    rows: Q
    counts: Callable[[Lease], bool]


def _is_kept(lease: Lease) -> bool:
    return lease.state not in (State.DRAFT, State.WITHDRAWN)


def _is_on_time(lease: Lease) -> bool:
    return lease.registered_at <= lease.first_due_at


TALLIES = (
    # By the day of filing: filed, and of these filed by the tenant, as the landlord did not.
    Tally("lease.filed", "filed_at", KEPT, _is_kept),
    Tally("lease.by_tenant", "filed_at", KEPT & Q(filed_by="tenant"),
          lambda lease: _is_kept(lease) and lease.filed_by == "tenant"),
    # By the day of registration: registered, and of these within the limit.
    Tally("lease.registered", "registered_at", Q(), lambda lease: True),
    Tally("lease.on_time", "registered_at", Q(registered_at__lte=F("first_due_at")), _is_on_time),
)
TALLY_BY_NAME = {tally.name: tally for tally in TALLIES}


def counted(lease: Lease) -> Counter[tuple[str, int, date]]:
    """All that one lease adds to the figures: (measure, area key, local day) -> 1."""
    return Counter((tally.name, lease.area_key, local_day(moment)) for tally in TALLIES
                   if (moment := getattr(lease, tally.moment)) is not None and tally.counts(lease))


def differences(before: Counter, after: Counter) -> list[Change]:
    """The changes that turn one into the other."""
    return [(*place, after[place] - before[place]) for place in before.keys() | after.keys()
            if after[place] != before[place]]
