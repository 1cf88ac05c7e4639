"""The list as a file: what is seen, row by row, without a word of who called (domain.md §5.3)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from shuangliu.pages import keyset
from shuangliu.spreadsheets import Sheet

from .discretion import unnamed
from .models import Ticket

MOST = 50_000


def is_too_long(tickets) -> bool:
    """Whether there are more than fit into one file."""
    return tickets.order_by()[: MOST + 1].count() > MOST


class Export:
    """`sheet()` walks the tickets in `order`; `count` is how many it has written."""

    def __init__(self, tickets, order: tuple[str, ...]):
        # The caller is read to take their name out of what was said, and goes no further.
        self.tickets, self.order, self.count = tickets.select_related("category", "area", "caller"), order, 0
        self.tickets = self.tickets.defer("area__outline", "code")

    def sheet(self) -> Sheet:
        return Sheet(_("Tickets"), headings(), self._rows())

    def _rows(self) -> Iterator[list]:
        for ticket in keyset.walk(self.tickets, order=self.order, most=MOST):
            self.count += 1
            yield _cells(ticket)


def headings() -> list[str]:
    return [_("Ticket number"), _("Received at"), _("Came by"), _("What the caller wants"), _("Category code"),
            _("Category"), _("What is said"), _("Place"), _("Area code"), _("Area"), _("State"), _("Urgent"),
            _("Due at"), _("Reply due at"), _("Replied at"), _("Overdue"), _("Times returned"), _("Times reworked"),
            _("Answer to the caller"), _("Satisfaction")]


def _cells(ticket: Ticket) -> list:
    category = ticket.category
    return [
        ticket.number, ticket.received_at, ticket.get_channel_display(), ticket.get_kind_display(),
        category and category.code, category and category.name, unnamed(ticket, ticket.said),
        unnamed(ticket, ticket.place), ticket.area.code, ticket.area.name, ticket.get_state_display(),
        ticket.is_urgent, ticket.due_at, ticket.reply_due_at, ticket.replied_at, ticket.is_open and ticket.is_overdue,
        ticket.returned_count, ticket.rework_count, unnamed(ticket, ticket.answer), ticket.get_satisfaction_display(),
    ]
