"""Texts that nobody reads in public. Whoever prints words of a ticket for the public asks here first:

    hidden = hiding.hidden_parts([ticket.pk for ticket in tickets])
    if (ticket.pk, "content") not in hidden: …
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from shuangliu import audit

from .models import Hidden


def hidden_parts(tickets: Iterable[int]) -> set[tuple[int, str]]:
    """(ticket, part) of what is hidden now. One query."""
    return set(Hidden.objects.filter(ticket__in=list(tickets), shown_at=None).values_list("ticket", "part"))


@transaction.atomic
def hide(ticket, part: str, *, by, at: datetime, reason: str) -> None:
    """Hide it; what is hidden stays hidden under its first reason."""
    _made, is_new = Hidden.objects.get_or_create(ticket=ticket, part=part, shown_at=None,
                                                 defaults={"reason": reason, "by": by, "at": at})
    if is_new:
        audit.record("ticket.hidden", ticket, by=by, at=at, part=part)


@transaction.atomic
def show(ticket, part: str, *, by, at: datetime) -> None:
    """Show it again."""
    if Hidden.objects.filter(ticket=ticket, part=part, shown_at=None).update(shown_at=at, shown_by=by):
        audit.record("ticket.shown", ticket, by=by, at=at, part=part)
