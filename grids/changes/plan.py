"""A change of boundaries as it is wanted, and whether it can be."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from ..keys import LENGTH, truncate
from ..models import Area, AreaCode, Level
from . import shapes
from .models import AreaChange, PlannedGrid

Kind = AreaChange.Kind


@dataclass
class Part:
    """A grid to be made."""

    code: str
    name: str
    kind: str
    community: Area
    outline: dict | None
    worker: Any = None
    takes_rest: bool = False


@dataclass
class Plan:
    """What a change shall do; `pk` of the change that it is read from, if any."""

    kind: str
    starts_on: date
    ends: list[Area]
    makes: list[Part] = field(default_factory=list)
    heir: Area | None = None
    reason: str = ""
    document: str = ""
    pk: int | None = None

    @property
    def area_key(self) -> int:
        """The key of the smallest area that holds all that ends, begins and inherits."""
        keys = {area.key for area in self.ends} | {part.community.key for part in self.makes}
        keys |= {self.heir.key} if self.heir else set()
        levels = (Level.COMMUNITY, Level.TOWN, Level.COUNTY)
        return next(key for level in levels for key in [truncate(min(keys), level)]
                     if all(truncate(other, level) == key for other in keys))

    @property
    def outlines(self) -> list[dict]:
        """Those of the grids that end."""
        return [area.outline for area in self.ends if area.outline]


@dataclass(frozen=True)
class Problem:
    """Why a plan cannot be: at the field of the plan, or of the part with this number."""

    field: str
    message: str
    part: int | None = None


def plan_of(change: AreaChange) -> Plan:
    """A stored change as a plan."""
    makes = [Part(row.code, row.name, row.kind, row.community, row.outline, row.worker, row.takes_rest)
             for row in change.makes.select_related("community", "worker")]
    return Plan(change.kind, change.starts_on, list(change.ends.select_related("parent").order_by("key")), makes,
                change.heir, change.reason, change.document, change.pk)


def problems(plan: Plan, *, today: date | None) -> list[Problem]:
    """All that stands against the plan; empty when it can be. `today` is None on its day, which may be late."""
    if found := [*_of_the_day(plan, today), *_of_what_ends(plan)]:
        return found
    if found := list(_of_what_begins(plan)):
        return found
    return [*_of_codes(plan, today), *_of_outlines(plan), *_of_the_work(plan, today)]


def _of_the_day(plan: Plan, today: date | None) -> Iterator[Problem]:
    if today and plan.starts_on < today:
        yield Problem("starts_on", _("The past stays as it was: today is the earliest day."))


def _of_what_ends(plan: Plan) -> Iterator[Problem]:
    wanted = _("Choose two grids or more.") if plan.kind == Kind.MERGE else _("Choose one grid.")
    if (len(plan.ends) < 2) if plan.kind == Kind.MERGE else (len(plan.ends) != 1):
        yield Problem("ends", wanted)
        return
    planned = AreaChange.objects.pending().filter(ends__in=plan.ends).exclude(pk=plan.pk)
    busy = set(planned.values_list("ends", flat=True))
    for area in plan.ends:
        if area.level != Level.GRID or area.valid_to is not None:
            yield Problem("ends", _("%(name)s is no grid of today.") % {"name": area.name})
        elif area.valid_from >= plan.starts_on:
            yield Problem("starts_on", _("%(name)s begins on %(day)s only.") % {
                "name": area.name, "day": area.valid_from})
        elif area.pk in busy:
            yield Problem("ends", _("Another change of %(name)s is planned already.") % {"name": area.name})
    if len({area.parent_id for area in plan.ends}) > 1:
        yield Problem("ends", _("Only grids of one community can be merged: move the others there first."))


def _of_what_begins(plan: Plan) -> Iterator[Problem]:
    home, number = plan.ends[0].parent, len(plan.makes)
    fits = {Kind.SPLIT: number >= 2, Kind.MERGE: number == 1, Kind.MOVE: number == 1, Kind.CLOSE: number == 0}
    if not fits[plan.kind]:
        yield Problem("makes", _("A split makes two grids or more, a merger and a move make one."))
    for part in plan.makes:
        community = part.community
        if community.level != Level.COMMUNITY or (community.valid_to and community.valid_to < plan.starts_on):
            yield Problem("community", _("%(name)s is no community of that day.") % {"name": community.name})
        elif truncate(community.key, Level.COUNTY) != truncate(home.key, Level.COUNTY):
            yield Problem("community", _("The community lies in another county."))
        elif (community == home) is (plan.kind == Kind.MOVE):
            yield Problem("community", _("A grid moves to another community; it is split and merged in its own."))


def _of_codes(plan: Plan, today: date | None) -> Iterator[Problem]:
    codes = [part.code for part in plan.makes]
    taken = set(AreaCode.objects.filter(code__in=codes).values_list("code", flat=True))
    taken |= set(Area.objects.filter(code__in=codes).values_list("code", flat=True))
    taken |= set(PlannedGrid.objects.filter(code__in=codes, change__in=AreaChange.objects.pending())
                 .exclude(change=plan.pk).values_list("code", flat=True))
    names = Counter(part.name for part in plan.makes)
    for number, part in enumerate(plan.makes):
        well_formed = len(part.code) == LENGTH[Level.GRID] and part.code.isascii() and part.code.isdigit()
        if not well_formed or not part.code.startswith(part.community.code):
            yield Problem("code", _("A code has 15 digits and begins with %(code)s.") % {"code": part.community.code},
                          number)
        elif part.code in taken or codes.count(part.code) > 1:
            yield Problem("code", _("This code is taken, or was once: codes are not used again."), number)
        if names[part.name] > 1:
            yield Problem("name", _("Two grids cannot have one name."), number)
        if today and part.worker and not part.worker.is_active:
            yield Problem("worker", _("This account is not active."), number)


def _of_outlines(plan: Plan) -> Iterator[Problem]:
    if plan.kind == Kind.CLOSE:
        return
    old, new = plan.outlines, [part.outline for part in plan.makes if part.outline]
    if not old and plan.kind != Kind.SPLIT:
        return  # what was never drawn cannot be compared
    if len(old) < len(plan.ends) or len(new) < len(plan.makes):
        yield Problem("outlines", _("Every grid needs its outline."))
        return
    if shapes.beyond(old, new):
        yield Problem("outlines", _("The new outlines reach beyond the old ones."))
    if shapes.uncovered(old, new):
        yield Problem("outlines", _("The new outlines leave a gap."))
    if shapes.overlapping(new):
        yield Problem("outlines", _("The new outlines overlap."))


def _of_the_work(plan: Plan, today: date | None) -> Iterator[Problem]:
    """Every open matter has somewhere to go. An heir that has ended by the day passes on to what it became."""
    if plan.kind != Kind.CLOSE:
        if sum(part.takes_rest for part in plan.makes) != 1:
            yield Problem("makes", _("Choose the one grid that takes open matters without a point."))
        return
    heir = plan.heir
    if heir is None or heir in plan.ends:
        yield Problem("heir", _("Choose the grid that takes over the open matters."))
    elif today is None:
        return
    elif heir.level != Level.GRID or (heir.valid_to is not None and heir.valid_to < plan.starts_on):
        yield Problem("heir", _("%(name)s is no grid of that day.") % {"name": heir.name})
    elif AreaChange.objects.pending().filter(ends=heir, starts_on__lte=plan.starts_on).exclude(pk=plan.pk).exists():
        yield Problem("heir", _("Another change of %(name)s is planned already.") % {"name": heir.name})
    elif truncate(heir.key, Level.COUNTY) != truncate(plan.ends[0].key, Level.COUNTY):
        yield Problem("heir", _("The grid lies in another county."))


def free_codes(community: Area, n: int) -> list[str]:
    """The next `n` codes of a community that were never used: serials are not given twice (domain.md §4.2)."""
    known = AreaCode.objects.filter(code__startswith=community.code).values_list("code", flat=True)
    planned = PlannedGrid.objects.filter(code__startswith=community.code).values_list("code", flat=True)
    serials = [int(code[12:]) for code in {*known, *planned} if len(code) == LENGTH[Level.GRID]]
    first = max(serials, default=0) + 1
    return [f"{community.code}{serial:03d}" for serial in range(first, first + n)]


def eve(day: date) -> date:
    return day - timedelta(days=1)
