"""The list of requests and its tabs."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from .models import SubjectRequest
from .states import State

BY_DUE, NEWEST = ("due_at", "id"), ("-id",)
MANY = 100  # a tab with more says 99+

TABS = {
    "waiting": (_("To act on"), BY_DUE),
    "open": (_("All that is open"), BY_DUE),
    "overdue": (_("Overdue"), BY_DUE),
    "answered": (_("Answered"), NEWEST),
    "all": (_("All"), NEWEST),
}


def rows_of_tab(tab: str, user, at: datetime):
    """The requests of a tab; each is a part of what is visible to the user."""
    seen = SubjectRequest.objects.visible_to(user)
    return {"waiting": lambda: SubjectRequest.objects.waiting_for(user), "open": seen.open,
            "overdue": lambda: seen.overdue(at), "all": seen.all,
            "answered": lambda: seen.filter(state__in=[State.ANSWERED, State.REFUSED])}[tab]()


def count(user, tab: str, at: datetime) -> int:
    return rows_of_tab(tab, user, at).order_by(*BY_DUE)[:MANY].count()
