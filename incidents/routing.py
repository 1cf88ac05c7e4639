"""Who gets it, by the rules of the county (派遣规则); which of several wins: grids.rules."""

from datetime import date

from grids.rules import fitting

from .models import Incident, RoutingRule


def rule_of(incident: Incident, day: date) -> RoutingRule | None:
    """The rule in force on `day` for this incident. One query, of the few rules of its category and place."""
    return next(iter(fitting(RoutingRule.objects.in_force(day).near(incident).whole(), incident)), None)
