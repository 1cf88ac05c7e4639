"""Among what people choose: departments within the powers of a tier, grids, kinds of dispute."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.jurisdiction import NOTHING, area_q, posts_for
from grids.keys import truncate
from grids.models import Area, Department, Level
from mediation.models import DisputeCategory

from .models import Incident
from .models.rule import OWN_DESK
from .routing import rule_of
from .whereabouts import acting_tier


def departments_for(incident: Incident, user) -> list[Department]:
    """The offices to which `user` may assign it: a sub-centre those of the town, the county those of the town
    and its own; a workstation none (domain.md §5.1.2). One in which nobody serves today could not sign for it."""
    levels = {3: ["town"], 4: ["town", "county"]}.get(acting_tier(incident, "incident.assign", user), [])
    return _departments(incident, *levels)


def departments_to_call(incident: Incident) -> list[Department]:
    """The offices that a whistle reaches: those of the town and of the county, whoever blows it (domain.md §5.1.2)."""
    return _departments(incident, "town", "county")


def _departments(incident: Incident, *levels: str) -> list[Department]:
    reach = NOTHING
    for level in levels:
        reach |= Q(area__level=level, area__key=truncate(incident.area_key, level))
    offices = Department.objects.staffed(localdate()).filter(reach).select_related("area").defer("area__outline")
    return list(offices.order_by("-area__key", "code")) if levels else []  # those of the town first


def named(offices: dict[str, Department]) -> list[tuple[str, str]]:
    """Offices as choices: those of the town, one beside the other, need not repeat its name."""
    return [(code, office.name.removeprefix(office.area.name if office.area.level == Level.TOWN else "") or office.name)
            for code, office in offices.items()]


def departments_for_all(incidents: Iterable[Incident], user) -> list[Department]:
    """The offices to which `user` may assign every one of them."""
    # Of one town they are the same: asked once for each town and tier.
    alike = {(acting_tier(incident, "incident.assign", user), truncate(incident.area_key, "town")): incident
             for incident in incidents}
    first, *others = [departments_for(incident, user) for incident in alike.values()]
    return [office for office in first if all(office in offices for offices in others)]


@dataclass(frozen=True)
class Suggestion:
    """`code` of the choice to begin with (None: none of them), and why."""

    code: str | None
    reason: str = ""


def suggestion(incident: Incident, departments: dict[str, Department]) -> Suggestion:
    """Whom the rules of the county name for it; without a rule, the usual office of the category."""
    rule = rule_of(incident, localdate())
    if rule is None:
        if usual := usual_department(incident, departments):
            return Suggestion(usual, _("The usual department of this category."))
        return Suggestion(None if departments else OWN_DESK)
    if rule.target == OWN_DESK or rule.target in departments:
        return Suggestion(rule.target, _("Because of rule %(rule)s.") % {"rule": rule.name})
    return Suggestion(None, _("Rule %(rule)s names an office that you cannot reach: send it up.") % {"rule": rule.name})


def usual_department(incident: Incident, departments: dict[str, Department]) -> str | None:
    """The code of the office that usually handles this category, the town's before the county's."""
    usual = incident.category.department
    fits = [code for code in departments if usual and (code == usual or code.endswith(f"-{usual}"))]
    return max(fits, key=len, default=None)


def grids_for(incident: Incident, user):
    """The grids in which `user` may place it: those of their own area that lie in the incident's town."""
    areas = [post.area for post in posts_for(user, "incident.locate")]
    town = truncate(incident.area_key, "town")
    grids = Area.objects.at(Level.GRID).current(localdate()).filter(area_q(areas, "key"))
    near = grids.filter(key__gte=town, key__lt=town + 10**9)
    return (near if town % 10**12 else grids).select_related("parent").defer("outline", "parent__outline")


def by_community(grids) -> list[tuple[str, list[tuple[str, str]]]]:
    """Grids as grouped choices."""
    return [(community.name, [(grid.code, grid.name) for grid in group])
            for community, group in groupby(grids, lambda grid: grid.parent)]


def disputes() -> list[tuple[str, list[tuple[str, str]]]]:
    """Kinds of dispute as grouped choices; a kind without kinds below it stands for itself."""
    rows = list(DisputeCategory.objects.filter(is_active=True).order_by("code"))
    below = {parent: list(group) for parent, group in
             groupby((row for row in rows if row.parent_id), lambda row: row.parent_id)}
    return [(row.name, [(kind.code, kind.name) for kind in below.get(row.pk, [row])])
            for row in rows if row.parent_id is None]
