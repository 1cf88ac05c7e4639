"""What tickets add to the figures, as data: each tally counts the rows of a filter on the day of a moment, some of them
by category too, from which what people tell us is read (voices/).

Counted from the rows by indicators.py, and from the ticket before and after each move by `differences`.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from shuangliu.deadlines.models import Step
from shuangliu.indicators.counting import local_day
from shuangliu.indicators.recording import Change
from shuangliu.indicators.registry import shelf

from .models import Ticket
from .states import WITH_OFFICE, State


@dataclass(frozen=True)
class Tally:
    """A measure: `rows` filters the table, `counts` says the same of one ticket, `moment` is the field whose local
    day it is counted on, `by` are the dimensions by which it is kept too."""

    name: str
    moment: str
    rows: Q
    counts: Callable[[Ticket], bool]
    by: tuple[str, ...] = ()


NO_CONCERN = (State.INVALID, State.DUPLICATE)
SETTLED = (State.ANSWERED, State.CLOSED, State.ARCHIVED)
LATE = (Step.OVERDUE, Step.RAISED)
CONTENT = ("satisfied", "basically")

IS_CONCERN = ~Q(state__in=NO_CONCERN)
IS_DIRECT = IS_CONCERN & Q(dispatched_at=None, replied_at__isnull=False)
IS_ON_TIME = Q(replied_at__lte=F("first_due_at"))
# Answered after the limit, or still with the office when it had struck. What the hotline itself holds is not counted
# against anybody before it is answered.
IS_LATE = Q(replied_at__gt=F("first_due_at")) | Q(replied_at=None, state__in=sorted(WITH_OFFICE), alert__in=LATE)
IS_SETTLED = Q(state__in=SETTLED)


def _is_concern(ticket: Ticket) -> bool:
    return ticket.state not in NO_CONCERN


def _is_direct(ticket: Ticket) -> bool:
    return _is_concern(ticket) and ticket.dispatched_at is None and ticket.replied_at is not None


def _is_on_time(ticket: Ticket) -> bool:
    return ticket.replied_at is not None and ticket.replied_at <= ticket.first_due_at


def _is_late(ticket: Ticket) -> bool:
    if ticket.replied_at is not None:
        return ticket.replied_at > ticket.first_due_at
    return ticket.state in WITH_OFFICE and ticket.alert in LATE


def _is_settled(ticket: Ticket) -> bool:
    return ticket.state in SETTLED


TALLIES = (
    Tally("ticket.received", "received_at", Q(), lambda t: True),
    # By the day of receipt: concerns, and of these answered at the hotline itself.
    Tally("ticket.concern", "received_at", IS_CONCERN, _is_concern, by=("category",)),
    Tally("ticket.direct", "received_at", IS_DIRECT, _is_direct),
    # By the day on which the first reply was due: answered in time, late, and both together.
    Tally("ticket.due", "first_due_at", IS_ON_TIME | IS_LATE, lambda t: _is_on_time(t) or _is_late(t)),
    Tally("ticket.on_time", "first_due_at", IS_ON_TIME, _is_on_time),
    Tally("ticket.late", "first_due_at", IS_LATE, _is_late),
    # By the day of closing: closed, and of these without being done again.
    Tally("ticket.settled", "closed_at", IS_SETTLED, _is_settled),
    Tally("ticket.at_once", "closed_at", IS_SETTLED & Q(rework_count=0),
          lambda t: _is_settled(t) and t.rework_count == 0),
    # By the day on which the caller last said what they think of it.
    Tally("ticket.judged", "judged_at", Q(), lambda t: True),
    Tally("ticket.satisfied", "judged_at", Q(satisfaction__in=CONTENT), lambda t: t.satisfaction in CONTENT),
)
TALLY_BY_NAME = {tally.name: tally for tally in TALLIES}


Place = tuple[str, int, date, str]  # measure (by a dimension or whole), area key, local day, item
DIMENSIONS = {"": lambda ticket: "", "category": lambda ticket: ticket.category_id and str(ticket.category_id)}


def counted(ticket: Ticket) -> Counter[Place]:
    """All that one ticket adds to the figures; what has no category is in the whole alone."""
    return Counter((shelf(tally.name, dimension), ticket.area_key, local_day(moment), item) for tally in TALLIES
                   if (moment := getattr(ticket, tally.moment)) is not None and tally.counts(ticket)
                   for dimension in ("", *tally.by) if (item := DIMENSIONS[dimension](ticket)) is not None)


def differences(before: Counter, after: Counter) -> list[Change]:
    """The changes that turn one into the other."""
    return [(measure, key, day, after[place] - before[place], item)
            for place in before.keys() | after.keys() if after[place] != before[place]
            for measure, key, day, item in [place]]
