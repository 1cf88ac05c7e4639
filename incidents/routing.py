"""Who gets it, by the rules of the county (派遣规则). `best` is the one place that decides among them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from grids.keys import truncate

from .models import Incident, RoutingRule


def best(rules: Iterable[RoutingRule], incident: Incident) -> RoutingRule | None:
    """The rule that says most among those that fit (RoutingRule.rank); None when none does."""
    return min((rule for rule in rules if rule.fits(incident)), key=lambda rule: rule.rank, default=None)


def rule_of(incident: Incident, day: date) -> RoutingRule | None:
    """The rule in force on `day` for this incident. One query, of the few rules of its category and place."""
    kinds = [incident.category_id, incident.category.parent_id]
    places = [truncate(incident.area_key, level) for level in ("county", "town", "community")]
    near = RoutingRule.objects.in_force(day).filter(
        Q(category=None) | Q(category__in=kinds), Q(area=None) | Q(area__key__in=places))
    return best(near.whole(), incident)


class RuleSet:
    """Many incidents against many rules: each looks only at the rules of its category."""

    def __init__(self, rules: Iterable[RoutingRule]):
        self._by_category: dict[int | None, list[RoutingRule]] = defaultdict(list)
        for rule in rules:
            self._by_category[rule.category_id].append(rule)

    def best(self, incident: Incident) -> RoutingRule | None:
        kinds = {incident.category_id, incident.category.parent_id, None}
        return best((rule for kind in kinds for rule in self._by_category.get(kind, ())), incident)
