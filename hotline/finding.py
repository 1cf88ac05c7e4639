"""What somebody types into the search box of tickets: a number, the phone of a caller, or words."""

import re
from datetime import datetime

from django.db import transaction

from incidents.finding import NEWEST, is_private, phone_in
from shuangliu import audit, search
from shuangliu.pages import keyset

from .models import Caller, Ticket

# As it is printed: with RX before it, or eight digits at least. Fewer may be of a house.
NUMBER = re.compile(r"RX\d{1,18}|\d{8,18}", re.IGNORECASE)

__all__ = ["NEWEST", "caller_of", "is_private", "number_in", "page_of", "phone_in"]


def number_in(typed: str) -> str | None:
    """The number of a ticket that this is; None for anything else."""
    return typed if NUMBER.fullmatch(typed) and not phone_in(typed) else None


def page_of(form, tickets, at: datetime, *, order, after: str | None, size: int = 50, around=None) -> keyset.Page:
    """The page of a list that its filters ask for, after a cursor. `around`: those in which to look for words first.
    Raises BadCursor."""
    if not form.text:
        return keyset.page(form.narrow(tickets, at).for_queue(), order=order, after=after, size=size)
    near = form.narrow(tickets, at, by_index=False).for_queue()
    if order != NEWEST:
        return keyset.page(near, order=order, after=after, size=size)  # work in hand is little
    found = form.narrow(tickets, at).for_queue()
    return search.newest(found, near=near, around=tickets if around is None else around, after=after, size=size)


@transaction.atomic
def caller_of(phone: str, *, by, at: datetime) -> int:
    """The key of the caller with this phone, 0 for none and for one of whom `by` sees no ticket. The look-up is
    remembered, the phone is not."""
    found = Caller.objects.with_phone(phone).first()
    audit.record("ticket.caller_looked_up", found, by=by, at=at)
    if found is None or not Ticket.objects.visible_to(by).filter(caller=found).exists():
        return 0
    return found.pk
