"""What an agreement obliges to, item by item."""

import uuid as uuids
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal

from django.db import transaction
from django.utils.timezone import localdate, localtime

from shuangliu import audit

from ...models import Case, Party, Round
from ...states import Act
from .. import duties
from ..holding import agreed_round
from ..models import Performance, PerformanceStep
from ..models.performance import Due, What

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Owed:
    """What `party` has to do. `on` is the day agreed (None: within the general limit); `is_done`: it was done when it
    was agreed, as money that is counted on the table."""

    party: Party | None
    what: str
    amount: Decimal | None = None
    on: date | None = None
    is_done: bool = False


def instalments(owed: Owed, times: int) -> Iterator[Owed]:
    """The same in so many monthly parts, the first on the day agreed; the last one takes the odd cents.

    The end of a month stays the end of the month: 31 January, 28 February, 31 March.
    """
    part = (owed.amount / times).quantize(CENT, "ROUND_DOWN") if owed.amount else None
    for n in range(times):
        amount = owed.amount - part * (times - 1) if part and n == times - 1 else part
        yield replace(owed, amount=amount, on=_months_later(owed.on, n))


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@transaction.atomic
def owe_case(case: Case, *, by, at: datetime, owed: Iterable[Owed], uuid: uuids.UUID) -> None:
    """Add to what is to be performed. The same `uuid` sent again changes nothing. Raises CaseMoved."""
    one = agreed_round(case, Act.OWE)
    if Performance.objects.filter(batch=uuid).exists():
        return
    items = owe(one, owed, by=by, at=at, uuid=uuid)
    duties.plan_follow_up(one, at=at)
    audit.record("case.owed", case, by=by, at=at, items=len(items))


def owe(one: Round, owed: Iterable[Owed], *, by, at: datetime, uuid: uuids.UUID) -> list[Performance]:
    """Write the items of an agreement down; those of one in effect fall due."""
    return [_write(one, number, what, by=by, at=at, uuid=uuid) for number, what in enumerate(owed, start=1)]


def _write(one: Round, number: int, owed: Owed, *, by, at: datetime, uuid: uuids.UUID) -> Performance:
    today = localdate(at)
    item = Performance.objects.create(
        case=one.case, round=one, area_key=one.case.area_key, batch=uuid, number=number, party=owed.party,
        what=owed.what, amount=owed.amount, due_on=today if owed.is_done else owed.on,
        **({"state": Due.PERFORMED, "done_on": today, "due_at": at} if owed.is_done else {}))
    note_step(item, What.PERFORMED if owed.is_done else What.OWED, on=today, by=by, at=at)
    if not owed.is_done and one.effective_at is not None:
        duties.fall_due(item, one, at=at)
    return item


def note_step(item: Performance, what: str, *, on: date, by, at: datetime, note: str = "",
              uuid: uuids.UUID | None = None) -> PerformanceStep:
    """Write into the history of the item."""
    return PerformanceStep.objects.create(performance=item, what=what, on=on, note=note, at=at, by=by, uuid=uuid)


def day_moment(day: date, *, at: datetime, not_before: datetime) -> datetime:
    """A moment of a day that was named without one: now for today, noon for a day before, yet never too early."""
    if day == localdate(at):
        return at
    return max(datetime.combine(day, time(12), localtime(at).tzinfo), not_before)
