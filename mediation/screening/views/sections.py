"""The pages that belong together, as the tabs above each of them."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import holds

SECTIONS = [
    ("screening-list", _("Screening for disputes"), "screening.view"),
    ("point-list", _("Warning state of the points"), "warning.view"),
    ("situation", _("Situation of the towns"), "situation.view"),
    ("workload", _("Workload"), "workload.view"),
    ("warning-rule", _("Warning rule"), "screening.view"),
]


def sections(user, here: str) -> list[tuple[str, str, bool]]:
    """Address, label and whether it is the open one, of those the user may open."""
    return [(reverse(f"mediation:{route}"), label, route == here) for route, label, act in SECTIONS if holds(user, act)]
