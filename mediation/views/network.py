"""The mediation network: how many of what, by town, and the lists behind the numbers."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import scope_q
from grids.keys import truncate
from grids.models import Area, Level
from shuangliu.pages.access import allows

from ..models import MediationCenter, MediationOrg, MediationWindow, Mediator, ScreeningPoint
from .lists import page_of


@dataclass(frozen=True)
class Part:
    """A kind of thing in the network: its list has these columns after the name."""

    model: type
    label: Any
    icon: str
    related: tuple[str, ...]
    columns: tuple[tuple[Any, Callable], ...]

    @property
    def path(self) -> str:
        return self.model.objects.all().area_path

    def rows(self, user):
        return self.model.objects.visible_to(user).active()

    def listed(self, user):
        return self.rows(user).select_related(*self.related).annotate(at_key=F(f"{self.path}__key"))


PARTS = {
    "centers": Part(MediationCenter, _("Mediation centres"), "building", ("area",), (
        (_("Kind"), lambda row: row.get_kind_display()), (_("Area"), lambda row: row.area))),
    "orgs": Part(MediationOrg, _("Mediation organisations"), "users", ("area", "center", "specialty"), (
        (_("Kind"), lambda row: row.get_kind_display()),
        (_("Place in the network"), lambda row: row.get_place_display()),
        (_("Specialty"), lambda row: row.specialty or ""), (_("Area"), lambda row: row.area),
        (_("Mediation centre"), lambda row: row.center))),
    "windows": Part(MediationWindow, _("Mediation windows"), "inbox", ("area", "center", "org"), (
        (_("Belongs to"), lambda row: row.center or row.org), (_("Area"), lambda row: row.area),
        (_("Opening hours"), lambda row: row.hours))),
    "mediators": Part(Mediator, _("Mediators"), "user", ("org__area",), (
        (_("Rank"), lambda row: row.get_rank_display()), (_("Mediation organisation"), lambda row: row.org),
        (_("Area"), lambda row: row.org.area), (_("Skills"), lambda row: row.skills))),
    "points": Part(ScreeningPoint, _("Screening points"), "pin", ("area", "org"), (
        (_("Screened by"), lambda row: row.org), (_("Area"), lambda row: row.area))),
}


@require_safe
@allows("network.view")
def network(request):
    """Numbers by town. What belongs to the whole county has a row of its own."""
    counts = {kind: _by_town(part, request.user) for kind, part in PARTS.items()}
    held = set().union(*counts.values())
    areas = Area.objects.filter(key__in=held) | towns_of(request.user)
    table = [(area, [(kind, counts[kind][area.key]) for kind in PARTS]) for area in areas.order_by("key")]
    totals = [(kind, part.label, sum(counts[kind].values())) for kind, part in PARTS.items()]
    return render(request, "mediation/network.html", {"table": table, "totals": totals})


def towns_of(user):
    return Area.objects.at(Level.TOWN).filter(scope_q(user, "network.view", "key"))


def _by_town(part: Part, user) -> Counter:
    counts = Counter()
    for key, number in part.rows(user).order_by().values_list(f"{part.path}__key").annotate(n=Count("pk")):
        counts[truncate(key, Level.TOWN)] += number
    return counts


@require_safe
@allows("network.view")
def network_list(request, kind):
    """`?area=` code of an area in the user's reach; with `only=1` without what lies below it."""
    part = PARTS.get(kind)
    if part is None:
        raise Http404
    rows, area = part.listed(request.user), None
    if code := request.GET.get("area"):
        area = Area.objects.filter(code=code).first()
        if area is None:
            raise Http404
        rows = rows.directly_at(area) if request.GET.get("only") else rows.within(area)
    page = page_of(rows, request, ("at_key", "id"))
    lines = [(row, [(label, cell(row)) for label, cell in part.columns]) for row in page.rows]
    return render(request, "mediation/network_list.html", {
        "part": part, "kind": kind, "parts": PARTS.items(), "area": area, "page": page, "lines": lines,
        "towns": towns_of(request.user),
        "headings": [label for label, _cell in part.columns],
    })
