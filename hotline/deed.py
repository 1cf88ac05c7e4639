"""What an act is for pages: its form, its action, and how it is offered."""

from dataclasses import dataclass

from shuangliu.pages import deed

from .forms import ActForm
from .models import Ticket


@dataclass(frozen=True)
class Deed(deed.Deed):
    """One with a `template` of its own needs room: the page of the ticket leads to it and does not show its form. The
    browser `keeps_draft` of long texts."""

    page = "hotline:ticket"

    template: str = "hotline/ticket_act.html"
    keeps_draft: bool = False

    @property
    def is_small(self) -> bool:
        """Whether its form has room beside the ticket."""
        return self.template == Deed.template

    def ask(self, data=None, *, ticket: Ticket, by, **more) -> ActForm:
        """The form, over what was sent, filled in by `by`."""
        return self.form(data, ticket=ticket, by=by, **more)

    def draft(self, ticket: Ticket) -> str:
        return f"ticket-{self.act}-{ticket.pk}" if self.keeps_draft else ""
