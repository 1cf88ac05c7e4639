"""What the page of an incident says of its tickets: the channel and the limit of the reply, and no caller."""

from collections.abc import Iterator

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from incidents.models import Incident

from .models import Ticket
from .states import WITH_OFFICE

SHOWN = 5


def said_of(incident: Incident) -> Iterator[str]:
    """One line for each ticket that waits for it, first due first."""
    waiting = Ticket.objects.going_on_in(incident).filter(
        state__in=WITH_OFFICE, reply_due_at__isnull=False).order_by("reply_due_at", "id")
    for ticket in waiting.only("channel", "reply_due_at")[:SHOWN]:
        yield _("%(channel)s: the caller has the answer by %(due)s") % {
            "channel": ticket.get_channel_display(), "due": localtime(ticket.reply_due_at).strftime("%Y-%m-%d %H:%M")}
