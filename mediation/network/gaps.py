"""Which disputes have nobody who specialises in them, and where: the report's complaint that specialised organisations
are missing, the medical one above all (domain.md §3.2 Q7)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count

from grids.models import Area

from ..models import Case, DisputeCategory, MediationOrg
from ..models.categories import Field
from ..models.queryset import in_areas

A_YEAR = timedelta(days=365)


@dataclass
class Gap:
    """Disputes of one category in one town that nobody specialises in; how many came in within a year."""

    category: DisputeCategory
    town: Area
    cases: int


@dataclass
class Specialty:
    """One field of specialised mediation: who serves it, how many cases came in, and where it is missing."""

    name: str
    label: str
    orgs: list[MediationOrg]
    cases: int = 0
    gaps: list[Gap] = field(default_factory=list)

    @property
    def is_wanted(self) -> bool:
        """Nobody does it at all."""
        return not self.orgs

    @property
    def missing(self) -> int:
        return sum(gap.cases for gap in self.gaps)


def specialties(towns: list[Area], at: datetime) -> list[Specialty]:
    """All fields, the wanted ones with most cases first. Three queries; of the cases it reads one year of these towns,
    along the index by town and day."""
    orgs = list(MediationOrg.objects.active().exclude(specialty=None).exclude(specialty__field="")
                .filter(center__is_active=True).select_related("specialty", "area", "center__area")
                .defer("area__outline", "center__area__outline"))
    categories = DisputeCategory.objects.exclude(field="").select_related("parent").in_bulk()
    numbers = (Case.objects.filter(in_areas(towns), registered_at__gte=at - A_YEAR, category__in=categories)
               .order_by().values_list("category", "town_key").annotate(n=Count("pk")))
    place = {town.key: town for town in towns}
    found = {name: Specialty(name, str(label), [org for org in orgs if _is_near(org, towns, name)])
             for name, label in Field.choices}
    serving: dict[str, set[int]] = defaultdict(set)
    for one in found.values():
        serving[one.name] = {town.key for town in towns for org in one.orgs if _serves(org, town)}
    for category_id, town_key, n in sorted(numbers, key=lambda row: (categories[row[0]].code, row[1])):
        category = categories[category_id]
        one = found[category.field]
        one.cases += n
        if town_key not in serving[category.field]:
            one.gaps.append(Gap(category, place[town_key], n))
    return sorted(found.values(), key=lambda one: (not one.is_wanted, -one.missing, -one.cases))


def _serves(org: MediationOrg, town: Area) -> bool:
    """One of the county serves all its towns; one of a town its own."""
    return org.center.area.low <= town.key < org.center.area.high


def _is_near(org: MediationOrg, towns: list[Area], name: str) -> bool:
    return org.specialty.field == name and any(_serves(org, town) for town in towns)
