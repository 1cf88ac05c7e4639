"""The six networks, and what the parts of patrol have registered for each."""

import pkgutil
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.db.models import Count, QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q
from grids.keys import truncate
from grids.models import Area

Areas = Collection[Area]


class Network(TextChoices):
    STREET_PATROL = "street_patrol", _("Streets on patrol")
    COMMUNITY_GROUP = "community_group", _("Communities and village groups")
    UNIT_VENUE = "unit_venue", _("Units, trades and venues")
    CROSS_BOUNDARY = "cross_boundary", _("Working with the area next door")
    TECHNICAL_VIDEO = "technical_video", _("Technical video")
    VIRTUAL = "virtual", _("Virtual society")


# What each is for, in a line. The last one is a word of the report, and nothing of the product.
ABOUT = {
    Network.STREET_PATROL: _("Points that are manned, and routes that are walked."),
    Network.COMMUNITY_GROUP: _("Neighbours, volunteers and agreements of communities and villages."),
    Network.UNIT_VENUE: _("Companies, schools and markets that look after their own."),
    Network.CROSS_BOUNDARY: _("Whom to call on the other side of the border, and joint shifts."),
    Network.TECHNICAL_VIDEO: _("Cameras as things: filed, signed, in order. No picture comes here."),
    Network.VIRTUAL: _("The product keeps no data on it: nobody reads or collects here what people say online. What "
                       "they tell the hotline themselves is analysed there."),
}


@dataclass(frozen=True)
class Resource:
    """`count(areas)` gives how many there are, by the key of the town; who holds `act` is led to `page`."""

    name: str
    label: Any
    count: Callable[[Areas], Mapping[int, int]]
    page: str = ""
    act: str = ""


@dataclass(frozen=True)
class Missing:
    """What is missing where; `act` is the right that opens `url`."""

    area: str
    text: str = ""
    url: str = ""
    act: str = ""


@dataclass(frozen=True)
class Gap:
    """`find(areas, at)` gives what is missing."""

    label: Any
    find: Callable[[Areas, datetime], Iterable[Missing]]


@dataclass(frozen=True)
class OnDuty:
    """Who is on duty: from when to when, where, and in words how many; a named person stands on the page behind `url`,
    which the right `act` opens."""

    begins: datetime
    ends: datetime
    place: str
    people: str
    url: str = ""
    act: str = ""


@dataclass
class Registered:
    """What is registered for one network."""

    resources: list[Resource] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    on_duty: list[Callable[[Areas, datetime], Iterable[OnDuty]]] = field(default_factory=list)


REGISTERED: dict[Network, Registered] = {one: Registered() for one in Network}


def network(of: str, name: str, label, *, page: str = "", act: str = ""):
    """Register what counts for a network. Raises ValueError for the virtual one: nothing counts there."""

    registered = _of(of)

    def register(count):
        registered.resources.append(Resource(name, label, count, page, act))
        return count

    return register


def gap(of: str, label):
    """Register what may be missing in a network."""

    registered = _of(of)

    def register(find):
        registered.gaps.append(Gap(label, find))
        return find

    return register


def on_duty(of: str):
    """Register who is on duty in a network."""

    registered = _of(of)

    def register(find):
        registered.on_duty.append(find)
        return find

    return register


def by_town(rows: QuerySet, areas: Areas) -> dict[int, int]:
    """How many of rows with an area key there are in each town."""
    counted = rows.filter(area_q(areas)).order_by().values("town_key").annotate(n=Count("pk"))
    return {row["town_key"]: row["n"] for row in counted}


def by_area(rows: QuerySet, areas: Areas) -> dict[int, int]:
    """The same for rows that know their area alone."""
    found: dict[int, int] = {}
    for row in rows.filter(area_q(areas, "area__key")).order_by().values("area__key").annotate(n=Count("pk")):
        town = truncate(row["area__key"], "town")
        found[town] = found.get(town, 0) + row["n"]
    return found


def read_resources() -> None:
    """Read the `networks.py` of each part of patrol; once, at start."""
    import patrol

    import_module("patrol.networks.below")
    for part in pkgutil.iter_modules(patrol.__path__):
        name = f"patrol.{part.name}.networks"
        if part.ispkg and find_spec(name):
            import_module(name)


def _of(name: str) -> Registered:
    if name == Network.VIRTUAL:
        raise ValueError("the virtual network keeps no data")
    return REGISTERED[Network(name)]
