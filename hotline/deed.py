"""What an act is for pages: its form, its action, and how it is offered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .forms import ActForm
from .models import Ticket
from .states import Act


@dataclass(frozen=True)
class Deed:
    """`done` is said afterwards; `hint` tells beforehand what it means; a `grave` one is offered in red. One with a
    `template` of its own needs room: the page of the ticket leads to it and does not show its form. The browser
    `keeps_draft` of long texts."""

    act: Act
    form: type[ActForm]
    do: Callable
    icon: str
    done: Any
    hint: Any = ""
    grave: bool = False
    template: str = "hotline/ticket_act.html"
    keeps_draft: bool = False

    @property
    def label(self):
        return self.act.label

    @property
    def route(self) -> str:
        return f"hotline:ticket-{self.act}"

    @property
    def is_small(self) -> bool:
        """Whether its form has room beside the ticket."""
        return self.template == Deed.template

    def ask(self, data=None, *, ticket: Ticket, by, **more) -> ActForm:
        """The form, over what was sent, filled in by `by`."""
        return self.form(data, ticket=ticket, by=by, **more)

    def draft(self, ticket: Ticket) -> str:
        return f"ticket-{self.act}-{ticket.pk}" if self.keeps_draft else ""
