"""Where a dispute goes by the rules of the county."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from grids.keys import truncate
from grids.models import Level
from grids.rules import RuleSet

from ..models import Case, MediationOrg, MediationRoute
from ..models.network import keys_above

UPWARDS = (Level.COMMUNITY, Level.TOWN, Level.COUNTY)


@dataclass(frozen=True)
class Destination:
    """A level, the organisation found there (None: nobody serves the place), and the rule that said so (None: by
    default the committee of the place)."""

    level: str
    org: MediationOrg | None
    route: MediationRoute | None

    @property
    def words(self) -> str:
        """Why, for people: 依据规则 medical（医疗损害 × 全县）：《医疗纠纷预防和处理条例》第三十一条."""
        if self.route is None:
            return _("No rule fits: the committee of the place.")
        said = _("By rule %(code)s (%(what)s, %(where)s)") % {
            "code": self.route.code, "what": self.route.what, "where": self.route.where}
        return f"{said}: {self.route.basis}" if self.route.basis else said


class Organisations:
    """The organisations that could be meant, found by place and by specialty."""

    def __init__(self, orgs: Iterable[MediationOrg]):
        self._general: dict[tuple, MediationOrg] = {}
        self._special: list[MediationOrg] = []
        for org in orgs:
            if org.specialty_id:
                self._special.append(org)
            else:
                self._general.setdefault((org.place, org.area.key, org.kind), org)

    @classmethod
    def of(cls, area_key: int) -> "Organisations":
        """Those that serve this place."""
        return cls(MediationOrg.objects.serving(area_key).order_by("id"))

    def general(self, level: str, case: Case, channel: str) -> MediationOrg | None:
        """The general organisation of the place at this level, or the nearest above it."""
        for one in UPWARDS[UPWARDS.index(level):]:
            if found := self._general.get((one, truncate(case.area_key, one), channel)):
                return found
        return None

    def special(self, case: Case, channel: str) -> MediationOrg | None:
        """The one whose specialty is the category of the dispute, the nearest of them."""
        category, above = case.category, keys_above(case.area_key)
        fitting = [org for org in self._special if org.kind == channel and org.area.key in above and (
            org.specialty_id in (category.pk, category.parent_id)
            or (bool(category.field) and org.specialty.field == category.field))]
        return max(fitting, key=lambda org: (org.area.key, -org.pk), default=None)


class Finder:
    """Rules and organisations, for one dispute or for many."""

    def __init__(self, rules: Iterable[MediationRoute], orgs: Organisations):
        self.rules, self.orgs = RuleSet(rules), orgs

    def destination(self, case: Case) -> Destination:
        for route in self.rules.fitting(case):
            org = self._org(route, case)
            if org is not None:
                return Destination(_level(route, org), org, route)
            if route.finds == MediationRoute.Finds.PLACE:
                return Destination(route.level, None, route)
        org = self.orgs.general(Level.COMMUNITY, case, MediationOrg.Kind.PEOPLE)
        return Destination(org.level if org else Level.COMMUNITY, org, None)

    def _org(self, route: MediationRoute, case: Case) -> MediationOrg | None:
        if route.finds == MediationRoute.Finds.NAMED:
            return route.org if route.org.is_active else None
        if route.finds == MediationRoute.Finds.SPECIALTY:
            return self.orgs.special(case, route.channel)
        return self.orgs.general(route.level, case, route.channel)


def _level(route: MediationRoute, org: MediationOrg) -> str:
    """Where nobody sits at the level of the rule, that of the organisation above it."""
    return org.level if route.finds == MediationRoute.Finds.PLACE else route.level


def destination(case: Case, day: date) -> Destination:
    """Where a dispute goes by the rules in force on `day`. Two queries, of few rows."""
    rules = MediationRoute.objects.in_force(day).near(case).whole()
    return Finder(rules, Organisations.of(case.area_key)).destination(case)
