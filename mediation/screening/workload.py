"""How much work the mediators have, by organisation. No rate, no order of merit: a list of organisations along the
tree, and within each its members as they were entered (domain.md §7).

A manager sees the members of the own area, a mediator the own row, a supervisor counts of organisations.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Count, Q

from grids.jurisdiction import NOTHING, area_q, posts_for
from grids.roles import MEDIATORS, Role
from mediation.models import Case, MediationOrg, Mediator
from shuangliu.pages.forms import day_start

from .counting import LATE

NUMBERS = ("open", "accepted", "concluded", "overdue")


@dataclass
class Load:
    """What somebody has to do: open now, accepted and concluded this month, overdue now."""

    open: int = 0
    accepted: int = 0
    concluded: int = 0
    overdue: int = 0

    def add(self, other: "Load") -> None:
        for name in NUMBERS:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass
class OrgLoad:
    """An organisation; `members` are those whose rows the viewer may see, `size` how many it has."""

    org: MediationOrg
    load: Load = field(default_factory=Load)
    size: int = 0
    members: list[tuple[Mediator, Load]] = field(default_factory=list)

    @property
    def busy(self) -> list[tuple[Mediator, Load]]:
        """The members who have, or had this month, anything to do."""
        return [(mediator, load) for mediator, load in self.members if load != Load()]

    @property
    def idle(self) -> int:
        return len(self.members) - len(self.busy)


@dataclass(frozen=True)
class Workload:
    orgs: list[OrgLoad]
    total: Load
    mediators: int


def workload(user, at: datetime, today: date, area=None) -> Workload:
    """In a fixed number of queries; `area` narrows to the organisations of a town."""
    posts = posts_for(user, "workload.view")
    managed = [post.area for post in posts if post.role == Role.CENTER_MANAGER]
    watched = [post.area for post in posts if post.role not in MEDIATORS]
    mine = Q(user=user) if any(post.role in MEDIATORS for post in posts) else NOTHING
    named = area_q(managed, "org__area__key") | mine
    rows = Mediator.objects.active().filter(area_q(watched, "org__area__key") | named)
    if area is not None:
        rows = rows.filter(org__area__key__gte=area.low, org__area__key__lt=area.high)
    shown = set(rows.filter(named).values_list("pk", flat=True))
    mediators = list(rows.select_related("org__area__parent").defer("org__area__outline", "org__area__parent__outline")
                     .order_by("org__area__key", "org_id", "id"))
    loads = _loads(rows.order_by().values("pk"), day_start(today.replace(day=1)))
    orgs: dict[int, OrgLoad] = {}
    total = Load()
    for mediator in mediators:
        load = loads[mediator.pk]
        org = orgs.setdefault(mediator.org_id, OrgLoad(mediator.org))
        org.load.add(load)
        org.size += 1
        total.add(load)
        if mediator.pk in shown:
            org.members.append((mediator, load))
    return Workload(list(orgs.values()), total, len(mediators))


def _loads(mediators, month: datetime) -> dict[int, Load]:
    """Along the indexes of what each mediator has open, and concluded lately: what was accepted this month is among
    these, for nothing is concluded before it is accepted."""
    loads: dict[int, Load] = defaultdict(Load)
    cases = Case.objects.filter(mediator__in=mediators).order_by()
    opened = cases.open().values("mediator").annotate(
        open=Count("*"), overdue=Count("pk", filter=Q(alert__in=LATE)),
        accepted=Count("pk", filter=Q(accepted_at__gte=month)))
    ended = cases.filter(concluded_at__gte=month).values("mediator").annotate(
        concluded=Count("*"), accepted=Count("pk", filter=Q(accepted_at__gte=month, due_at=None)))
    for row in [*opened, *ended]:
        loads[row.pop("mediator")].add(Load(**row))
    return loads
