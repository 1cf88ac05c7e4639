"""What the hotline forgets: who called, when nobody needs to know it any more (domain.md §7 rule 6, PIPL art. 19, 47).

Half a year after a ticket is over the caller is taken from it and numbers in what was written are masked; the matter
stays.
"""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from hotline.models import Call, Caller, Ticket, TicketMove
from hotline.states import OVER
from shuangliu import audit
from shuangliu.privacy.masking import mask_numbers
from shuangliu.retention.registry import Does, forgetter

DAYS = 180
SOURCE = _("Personal Information Protection Law, articles 19 and 47; half a year is the county's choice")
WRITTEN = ("content", "place", "answer", "reason", "judgement")


@forgetter("ticket.contact", _("Callers of tickets that are over"), model=Ticket, moment="closed_at", days=DAYS,
           due=Q(caller__isnull=False, state__in=sorted(OVER)), source=SOURCE,
           fields=["caller__name", "caller__phone", "whole", *WRITTEN])
def forget_contacts(tickets, *, at):
    for ticket in tickets:
        for name in WRITTEN:
            setattr(ticket, name, mask_numbers(getattr(ticket, name)))
        ticket.caller, ticket.is_secret, ticket.whole = None, False, ""
        audit.record("ticket.caller-forgotten", ticket, by=None, at=at)
    Ticket.objects.bulk_update(tickets, [*WRITTEN, "caller", "is_secret", "whole"])
    moves = [move for move in TicketMove.objects.filter(ticket__in=tickets).exclude(note="")
             if mask_numbers(move.note) != move.note]
    for move in moves:
        move.note = mask_numbers(move.note)
    TicketMove.objects.bulk_update(moves, ["note"])


@forgetter("caller.unused", _("Callers without a ticket"), model=Caller, moment="created_at", days=DAYS,
           due=~Q(Exists(Ticket.objects.filter(caller=OuterRef("pk")))), source=SOURCE, fields=["name", "phone"],
           does=Does.DELETE)
def forget_callers(callers, *, at):
    Caller.objects.filter(pk__in=[caller.pk for caller in callers]).delete()


@forgetter("call.phone", _("Phone numbers of calls"), model=Call, moment="rang_at", days=DAYS, due=~Q(phone_hash=""),
           source=SOURCE, fields=["phone"])
def forget_phones(calls, *, at):
    Call.objects.filter(pk__in=[call.pk for call in calls]).update(phone="", phone_hash="")
