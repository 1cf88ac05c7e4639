"""A network as its page shows it: a row for each town, what is missing, and who is on duty today."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from grids.jurisdiction import area_q, holds, posts_for
from grids.models import Area, Level

from .registry import ABOUT, REGISTERED, Areas, Network


@dataclass(frozen=True)
class Column:
    """A resource with its count in each town; `url` where the reader may open its list."""

    label: object
    counts: dict[int, int]
    url: str

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def areas_of(user) -> list[Area]:
    """Whose networks the user sees."""
    return [post.area for post in posts_for(user, "prevention.view")]


def towns_of(areas: Areas) -> list[Area]:
    return list(Area.objects.filter(area_q(areas, "key"), level=Level.TOWN, valid_to=None).order_by("key").defer(
        "outline"))


def columns(network: Network, user, areas: Areas) -> list[Column]:
    """What counts for the network. A query for each resource, however many towns."""
    return [Column(one.label, dict(one.count(areas)),
                   reverse(one.page) if one.page and holds(user, one.act) else "")
            for one in REGISTERED[network].resources]


def missing(network: Network, user, areas: Areas, at: datetime) -> list[tuple]:
    """(What, and where) for each kind of gap that there is; links for who may open them."""
    found = [(one.label, [(lack, lack.url if lack.act and holds(user, lack.act) else "")
                          for lack in one.find(areas, at)]) for one in REGISTERED[network].gaps]
    return [(label, lacks) for label, lacks in found if lacks]


def on_duty(network: Network, user, areas: Areas, at: datetime) -> list[tuple]:
    """Who is there today, the earliest first; links for who may open them."""
    found = [one for find in REGISTERED[network].on_duty for one in find(areas, at)]
    return [(one, one.url if one.act and holds(user, one.act) else "")
            for one in sorted(found, key=lambda one: (one.begins, one.place))]


def cards(user, areas: Areas, at: datetime) -> list[dict]:
    """All six, with totals and how much is missing."""
    return [{"name": one.value, "label": one.label, "about": ABOUT[one], "is_virtual": one == Network.VIRTUAL,
             "columns": columns(one, user, areas),
             "missing": sum(len(lacks) for _label, lacks in missing(one, user, areas, at)),
             "on_duty": len(on_duty(one, user, areas, at))} for one in Network]
