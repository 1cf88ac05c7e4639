"""Where one can go from the network."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import holds

# route, label, icon, act that opens it
PLACES = [
    ("network-tree", _("The network as a tree"), "list", "network.view"),
    ("network-lacks", _("What the network lacks"), "alert", "network.view"),
    ("network-gaps", _("Fields without an organisation"), "flag", "network.view"),
    ("experts", _("Pool of experts"), "users", "expert.view"),
    ("meetings", _("Joint meetings"), "calendar", "meeting.view"),
    ("units", _("Member units"), "building", "meeting.view"),
]


def places(user) -> list[tuple[str, str, str]]:
    """Address, label and icon of those that the user may open."""
    return [(reverse(f"mediation:{route}"), label, icon) for route, label, icon, act in PLACES if holds(user, act)]
