"""The list of leases and its tabs."""

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from .models import Lease

BY_DUE, NEWEST, BY_END = ("due_at", "id"), ("-id",), ("ends_on", "id")
MANY = 100  # a tab with more says 99+

TABS = {
    "waiting": (_("To act on"), BY_DUE),
    "expiring": (_("Ending within 30 days"), BY_END),
    "in_force": (_("Registered and running"), NEWEST),
    "all": (_("All"), NEWEST),
}
COUNTED = ("waiting", "expiring")


def rows_of_tab(tab: str, user, at):
    """The leases of a tab; each is a part of what is visible to the user."""
    leases = Lease.objects.visible_to(user).of_desk(user)
    return {"waiting": leases.waiting, "in_force": leases.in_force, "all": leases.all,
            "expiring": lambda: leases.expiring(localdate(at))}[tab]()


def counts(user, at) -> dict[str, int]:
    return {name: rows_of_tab(name, user, at).order_by(*TABS[name][1])[:MANY].count() for name in COUNTED}
