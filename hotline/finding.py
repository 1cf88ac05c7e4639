"""What somebody types into the search box of tickets: a number, the phone of a caller, or words."""

import re
from datetime import datetime

from django.db import transaction

from incidents.finding import NEWEST, page_of, phone_in
from shuangliu import audit

from .models import Caller, Ticket

# As it is printed: with RX before it, or eight digits at least. Fewer may be of a house.
NUMBER = re.compile(r"RX\d{1,18}|\d{8,18}", re.IGNORECASE)

__all__ = ["NEWEST", "caller_of", "number_in", "page_of"]


def number_in(typed: str) -> str | None:
    """The number of a ticket that this is; None for anything else."""
    return typed if NUMBER.fullmatch(typed) and not phone_in(typed) else None


@transaction.atomic
def caller_of(phone: str, *, by, at: datetime) -> int:
    """The key of the caller with this phone, 0 for none and for one of whom `by` sees no ticket. The look-up is
    remembered, the phone is not."""
    found = Caller.objects.with_phone(phone).first()
    audit.record("ticket.caller_looked_up", found, by=by, at=at)
    if found is None or not Ticket.objects.visible_to(by).filter(caller=found).exists():
        return 0
    return found.pk
