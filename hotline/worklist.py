"""The list of tickets: its tabs, and what is kept of it as a filter."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shuangliu.worklists.lists import MANY, Worklist, written

from .finding import NEWEST
from .forms import TicketFilter
from .models import Ticket
from .queue import BY_DUE

TABS = {
    "decide": (gettext_lazy("To decide"), BY_DUE),
    "office": (gettext_lazy("With the office"), BY_DUE),
    "tell": (gettext_lazy("To be told"), BY_DUE),
    "review": (gettext_lazy("To review"), BY_DUE),
    "calls": (gettext_lazy("Call-backs"), BY_DUE),
    "done": (gettext_lazy("Answered or closed"), NEWEST),
    "all": (gettext_lazy("All"), NEWEST),
}
COUNTED = ("decide", "tell", "review", "calls")  # what the hotline itself has to do
IN_HAND = {*COUNTED, "office"}  # what these show lies in the index of open rows, however long history is


def tab_of(query: QueryDict, form: TicketFilter) -> str:
    """Filters without a tab search everything."""
    return query.get("tab") or ("all" if form.is_set else "decide")


def rows_of_tab(tab: str, user):
    """The tickets of a tab; each is a part of what is visible to the user."""
    tickets = Ticket.objects.visible_to(user)
    return {"decide": tickets.to_decide, "office": tickets.with_office, "tell": tickets.to_be_told_it_takes_longer,
            "review": tickets.to_review, "calls": tickets.to_call, "done": tickets.over, "all": tickets.all}[tab]()


def clean(query: QueryDict, user) -> str:
    form = TicketFilter(query, user=user)
    if not form.is_valid() or query.get("tab", "all") not in TABS or query.get("caller"):
        raise ValidationError(_("This filter cannot be kept: one of its fields is not understood."))
    return written(query, ["tab", *form.fields])


def count(query: str, user, at: datetime) -> int | None:
    asked = QueryDict(query)
    form = TicketFilter(asked, user=user)
    tab = tab_of(asked, form)
    if tab not in IN_HAND:
        return None
    return form.narrow(rows_of_tab(tab, user), at, by_index=False).order_by(*BY_DUE)[:MANY].count()


WORKLIST = Worklist("tickets", "hotline:ticket-list", clean, count)
