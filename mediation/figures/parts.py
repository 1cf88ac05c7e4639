"""By what the rates are told apart: each part is a tab of the page and a sheet of the Excel file."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import holds
from grids.models import Area
from shuangliu.indicators.reading import CHILD_LEVEL, Figures

from ..models import DisputeCategory, MediationOrg, Mediator
from ..models.cases import Source

Read = dict[str, Figures]  # item -> its figures


@dataclass(frozen=True)
class Line:
    """An item with its figures; `narrow` is what the list of its cases is asked ("&org=5")."""

    label: str
    figures: Figures
    note: str = ""
    narrow: str = ""


@dataclass(frozen=True)
class Part:
    """`lines(read, user, area)` names the items of `dimension` ("" for the areas below) in the order of the table;
    `rest` names the row of what has no item. `act` is the right it asks besides that of the page."""

    name: str
    label: Any
    dimension: str = ""
    lines: Callable[[Read, object, Area], Iterator[Line]] | None = None
    rest: Any = ""
    act: str = ""

    def opens_for(self, user, area: Area) -> bool:
        if not self.dimension:
            return area.level in CHILD_LEVEL
        return not self.act or holds(user, self.act)


def _narrow(**query) -> str:
    return "&" + urlencode(query)


def _orgs(read: Read, user, area: Area) -> Iterator[Line]:
    """Those with most cases first: an order of size, not of merit."""
    orgs = MediationOrg.objects.select_related("area").in_bulk([int(item) for item in read])
    for item, figures in sorted(read.items(), key=lambda row: (-row[1]["case.accepted"], int(row[0]))):
        yield Line(orgs[int(item)].name, figures, note=orgs[int(item)].area.name, narrow=_narrow(org=item))


def _categories(read: Read, user, area: Area) -> Iterator[Line]:
    """The seventeen groups of table 91, each with all kinds below it."""
    kinds = DisputeCategory.objects.in_bulk([int(item) for item in read])
    groups: dict[str, Counter] = {}
    for item, figures in read.items():
        groups.setdefault(kinds[int(item)].code[:2], Counter()).update(figures)
    for group in DisputeCategory.objects.filter(code__in=groups).order_by("code"):
        yield Line(group.name, groups[group.code], narrow=_narrow(category=group.code))


def _mediators(read: Read, user, area: Area) -> Iterator[Line]:
    """Those whose own manager asks, in the order of the network: nobody is ranked."""
    for mediator in Mediator.objects.managed_by(user).filter(pk__in=read).select_related("org").order_by(
            "org__area__key", "org_id", "id"):
        yield Line(mediator.name, read[str(mediator.pk)], note=mediator.org.name, narrow=_narrow(mediator=mediator.pk))


def _choices(name: str, choices) -> Callable[[Read, object, Area], Iterator[Line]]:
    def lines(read: Read, user, area: Area) -> Iterator[Line]:
        for value, label in choices:
            if any(read.get(value, {}).values()):
                yield Line(str(label), read[value], narrow=_narrow(**{name: value}))

    return lines


PARTS = {part.name: part for part in (
    Part("area", _("By area")),
    Part("org", _("By organisation"), "org", _orgs, rest=_("Not with an organisation yet")),
    Part("category", _("By category"), "category", _categories),
    Part("source", _("By source"), "source", _choices("source", Source.choices)),
    Part("channel", _("By channel"), "channel", _choices("channel", MediationOrg.Kind.choices)),
    Part("mediator", _("By mediator"), "mediator", _mediators, act="figure.mediators"),
)}
