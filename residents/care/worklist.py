"""The list of referrals and its tabs: those one sees, by their states. No list by kinds of people, and no count of
anybody's referrals."""

from django.utils.translation import gettext_lazy as _

from .models import CareReferral
from .states import OPEN, State

BY_DUE, NEWEST = ("due_at", "id"), ("-id",)
MANY = 100  # a tab with more says 99+

TABS = {
    "waiting": (_("To act on"), BY_DUE),
    "drafts": (_("Not sent yet"), NEWEST),
    "open": (_("All that is open"), NEWEST),
    "ended": (_("Help over"), NEWEST),
}


def rows_of_tab(tab: str, user):
    """The referrals of a tab; each is a part of what is visible to the user."""
    seen = CareReferral.objects.visible_to(user)
    return {"waiting": lambda: CareReferral.objects.waiting_for(user),
            "drafts": lambda: seen.filter(state=State.WRITTEN),
            "open": lambda: seen.filter(state__in=OPEN - {State.WRITTEN}),
            "ended": lambda: seen.filter(state=State.ENDED)}[tab]()


def count(user) -> int:
    return rows_of_tab("waiting", user).order_by(*BY_DUE)[:MANY].count()
