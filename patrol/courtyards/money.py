"""What was granted, planned and spent, per programme, town and courtyard: added up by the database, in fen."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from django.db.models import BigIntegerField, F, Q, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from .catalogue import Source
from .models import Allocation, Programme, WorksItem, WorksPlan


@dataclass
class Sums:
    """`granted` of the programme, what `budget` the approved plans have, what their items cost by plan and by bill, and
    of that `charged` to the programme."""

    granted: int = 0
    budget: int = 0
    planned: int = 0
    spent: int = 0
    charged: int = 0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))

    @property
    def is_over(self) -> bool:
        """More was spent than planned."""
        return self.spent > self.budget


@dataclass
class Line:
    """Of one town or courtyard."""

    key: int
    name: str
    code: str = ""
    courtyards: int = 0
    sums: Sums = field(default_factory=Sums)


def sums(courtyards: QuerySet, by: str, *, programme: Programme | None = None) -> dict[int, Sums]:
    """By a key of the courtyard ("town_key", "pk"), by one statement. `courtyards` is any filtered queryset. With a
    `programme` only plans that it pays for."""
    inside = courtyards.order_by().values("pk")
    plans = Q(approved_at__isnull=False, courtyard__in=inside)
    items = Q(plan__approved_at__isnull=False, plan__courtyard__in=inside)
    given = Q(plan__courtyard__in=inside)
    if programme is not None:
        plans &= Q(programme=programme)
        items &= Q(plan__programme=programme)
        given &= Q(programme=programme)
    parts = [
        _part(Allocation.objects.filter(given), f"plan__courtyard__{by}", granted=Sum("amount")),
        _part(WorksPlan.objects.filter(plans), f"courtyard__{by}", budget=Sum("budget")),
        _part(WorksItem.objects.filter(items), f"plan__courtyard__{by}", planned=Sum("planned"), spent=Sum("spent"),
              charged=Sum("spent", filter=Q(source=Source.PROGRAMME))),
    ]
    found: dict[int, Sums] = defaultdict(Sums)
    for key, *amounts in parts[0].union(*parts[1:], all=True):
        found[key] += Sums(*map(int, amounts))
    return found


def _part(rows: QuerySet, key: str, **sums) -> QuerySet:
    """The columns of all parts are the same: what a part does not add up is 0."""
    zero = Value(0, output_field=BigIntegerField())
    columns = {f"sum_{one.name}": Coalesce(sums[one.name], zero) if one.name in sums else zero for one in fields(Sums)}
    return rows.order_by().annotate(group=F(key)).values("group").annotate(**columns).values_list("group", *columns)


def total(lines: Iterable[Sums]) -> Sums:
    return sum(lines, Sums())
