"""The queues of an agent: what each tab holds, and its order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import holds
from shuangliu.worklists.lists import MANY

from ..finding import NEWEST
from ..models import Ticket
from ..queue import BY_DUE


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


def tickets_of(tab: Tab, user, at: datetime):
    return tab.rows(Ticket.objects.of_county(user), user, at)


def counted(tab: Tab, user, at: datetime) -> int | None:
    """How many, at most MANY; None where counting would read history."""
    return tickets_of(tab, user, at).order_by(*tab.order)[:MANY].count() if tab.order == BY_DUE else None
