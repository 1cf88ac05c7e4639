"""The queues of an agent: what each tab holds, and its order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import holds
from shuangliu import search
from shuangliu.privacy.masking import mask_numbers
from shuangliu.worklists.lists import MANY

from ..finding import NEWEST
from ..models import Ticket
from ..queue import BY_DUE
from ..rows import TITLE, lights


@dataclass(frozen=True)
class Tab:
    """`right` is who sees it; `empty` what is said when nothing is in it."""

    name: str
    label: str
    rows: Callable
    order: tuple[str, ...]
    empty: str
    right: str = "ticket.view"


TABS = [
    Tab("decide", _("To be decided"), lambda tickets, user, at: tickets.to_decide(), BY_DUE,
        _("Nothing waits for a decision")),
    Tab("tell", _("To be told"), lambda tickets, user, at: tickets.to_be_told_it_takes_longer(), BY_DUE,
        _("No caller has to be told anything")),
    Tab("call-back", _("Call-backs"), lambda tickets, user, at: tickets.to_call(at), BY_DUE,
        _("Nobody has to be called back")),
    Tab("review", _("Replies to review"), lambda tickets, user, at: tickets.to_review(), BY_DUE,
        _("No reply waits for review"), "ticket.review"),
    Tab("mine", _("Taken down by me"), lambda tickets, user, at: tickets.filter(taken_by=user), NEWEST,
        _("You have taken down nothing yet")),
]


def tabs_of(user) -> dict[str, Tab]:
    return {tab.name: tab for tab in TABS if holds(user, tab.right)}


def rows_of(tab: Tab, user, at: datetime):
    return tab.rows(Ticket.objects.of_county(user), user, at)


def counted(tab: Tab, user, at: datetime) -> int | None:
    """How many, at most MANY; None where counting would read history."""
    return rows_of(tab, user, at).order_by(*tab.order)[:MANY].count() if tab.order == BY_DUE else None


@dataclass(frozen=True)
class Row:
    """A ticket as the desk prints it, numbers of phones in its words masked; `version` is another whenever it says
    something else."""

    ticket: Ticket
    title: str
    light: str
    warn_at: datetime | None
    version: str


def rows_at(tickets, at: datetime) -> list[Row]:
    found = []
    for ticket in tickets:
        warn_at, light = lights(ticket, at)
        said = (ticket.state, light, ticket.due_at, ticket.category_id, ticket.place, ticket.is_with_lead,
                ticket.to_be_told, ticket.returned_count)
        title = search.excerpt(mask_numbers(ticket.content), [], TITLE)
        found.append(Row(ticket, title, light, warn_at, f"{crc32(repr(said).encode()):x}"))
    return found
