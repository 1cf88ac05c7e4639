"""Half a year after a ticket is over nobody needs to know any more who called (domain.md §7 rule 6, PIPL art. 19, 47).

The caller is taken from the ticket, numbers in what was written are masked, and callers without a ticket go. The matter
stays. Runs every night in batches, and may run twice or be killed at any line.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from hotline.models import Caller, SubjectRequest, Ticket, TicketMove
from hotline.states import OVER
from shuangliu import audit
from shuangliu.privacy.masking import mask_numbers, mask_phone

KEPT = timedelta(days=180)
BATCH = 500
WRITTEN = ("content", "place", "answer", "reason", "judgement")


def forget_callers(*, at: datetime) -> int:
    """Returns of how many tickets the caller was forgotten."""
    forgotten = 0
    while keys := list(Ticket.objects.filter(caller__isnull=False, state__in=OVER, closed_at__lt=at - KEPT)
                       .values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            forgotten += _forget(keys, at)
    Caller.objects.filter(~Exists(Ticket.objects.filter(caller=OuterRef("pk"))), created_at__lt=at - KEPT).delete()
    for asked in SubjectRequest.objects.filter(answered_at__lt=at - KEPT).exclude(phone="").iterator():
        SubjectRequest.objects.filter(pk=asked.pk).update(phone=mask_phone(asked.phone), text="")
    return forgotten


def _forget(keys: list[int], at: datetime) -> int:
    tickets = list(Ticket.objects.select_for_update().filter(pk__in=keys, caller__isnull=False))
    for ticket in tickets:
        for name in WRITTEN:
            setattr(ticket, name, mask_numbers(getattr(ticket, name)))
        ticket.caller, ticket.is_secret = None, False
        audit.record("ticket.caller-forgotten", ticket, by=None, at=at)
    Ticket.objects.bulk_update(tickets, [*WRITTEN, "caller", "is_secret"])
    moves = [move for move in TicketMove.objects.filter(ticket__in=keys).exclude(note="")
             if mask_numbers(move.note) != move.note]
    for move in moves:
        move.note = mask_numbers(move.note)
    TicketMove.objects.bulk_update(moves, ["note"])
    return len(tickets)
