"""The pages of the analysis beside each other, those that the user may open."""

from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import holds

PLACES = [("hotline:voices", _("What people tell us"), "voices.view"),
          ("hotline:analysis-list", _("Analysis reports"), "analysis.view"),
          ("hotline:liaison-list", _("Liaison officers"), "liaison.view"),
          ("hotline:plan-list", _("Contingency plans"), "plan.view")]


def places(user, here: str) -> list[tuple]:
    """(route, label, whether it is this page)."""
    return [(route, label, route == here) for route, label, act in PLACES if holds(user, act)]
