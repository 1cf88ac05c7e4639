"""How long a stage of a ticket may take (domain.md §5.3, §4.9)."""

from decimal import Decimal
from math import ceil

from shuangliu.deadlines import Limit, Unit
from shuangliu.pages.remembered import Remembered

from .models import Kind, Ticket, TicketLimit
from .states import Stage

# (stage, kind; "" is every other): what holds until the county writes a row of TicketLimit. Replies: 四川 2026;
# the call-back on the day after closing, the reminder notice on the morning after expiry and the circular five working
# days later: practice of §4.9; the rest ours.
DEFAULTS: dict[tuple[str, str], Limit] = {
    (Stage.TRIAGE, ""): Limit(4, Unit.WORK_HOURS),
    (Stage.HANDLE, Kind.QUESTION): Limit(3, Unit.WORKING_DAYS),
    (Stage.HANDLE, ""): Limit(7, Unit.WORKING_DAYS),
    (Stage.HANDLE, Kind.COMPLAINT): Limit(15, Unit.WORKING_DAYS),
    (Stage.HANDLE, Kind.REPORT): Limit(15, Unit.WORKING_DAYS),
    (Stage.REVIEW, ""): Limit(1, Unit.WORKING_DAYS),
    (Stage.CALL_BACK, ""): Limit(1, Unit.WORKING_DAYS),
    (Stage.KEEP, ""): Limit(30, Unit.NATURAL_DAYS),
    (Stage.REMINDER, ""): Limit(1, Unit.WORK_HOURS),
    (Stage.CRITICISM, ""): Limit(5, Unit.WORKING_DAYS),
}
# The rows that the county has written.
OF_COUNTY = Remembered(lambda: {(row.stage, row.kind): row.limit for row in TicketLimit.objects.all()}, TicketLimit)
URGENT = Limit(2, Unit.NATURAL_HOURS)  # an urgent one is answered or sent on within two hours, whatever the day


def limit_of(ticket: Ticket, stage: str) -> Limit:
    """The limit of a stage by the kind of the ticket; of the reply half, when it is done again (返工减半)."""
    if stage == Stage.TRIAGE and ticket.is_urgent:
        return URGENT
    own, key, general = OF_COUNTY(), (stage, ticket.kind), (stage, "")
    found = own.get(key) or DEFAULTS.get(key) or own.get(general) or DEFAULTS[general]
    return half(found) if stage == Stage.HANDLE and ticket.rework_count else found


def half(limit: Limit) -> Limit:
    """Half of it, days rounded up to whole ones."""
    amount = limit.amount / 2
    if limit.unit.in_days:
        amount = Decimal(ceil(amount))
    return Limit(amount, limit.unit, limit.warn_days)
