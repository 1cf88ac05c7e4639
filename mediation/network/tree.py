"""The network as a tree of its own: the county's centre, those of the towns and the specialised ones, and below each
its organisations by their place. It leans on the areas but is not theirs (domain.md §3.1 P11)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count

from ..models import MediationCenter, MediationOrg, MediationWindow
from .lacks import Lack, lacks_of, with_strength


@dataclass
class Leaf:
    """An organisation, and what it lacks."""

    org: MediationOrg
    lacks: list[Lack]


@dataclass
class Branch:
    """The organisations of a centre that have the same place: its communities, its estates, its enterprises …"""

    label: str
    leaves: list[Leaf]

    @property
    def lacking(self) -> int:
        return sum(bool(leaf.lacks) for leaf in self.leaves)


@dataclass
class Node:
    """A centre with what belongs to it; the county's holds the others."""

    center: MediationCenter
    windows: int
    branches: list[Branch]
    below: list["Node"] = field(default_factory=list)

    @property
    def leaves(self) -> list[Leaf]:
        return [leaf for branch in self.branches for leaf in branch.leaves]

    @property
    def orgs(self) -> int:
        return len(self.leaves) + sum(node.orgs for node in self.below)

    @property
    def mediators(self) -> int:
        return sum(leaf.org.n_mediators for leaf in self.leaves) + sum(node.mediators for node in self.below)

    @property
    def all_windows(self) -> int:
        return self.windows + sum(node.all_windows for node in self.below)

    @property
    def lacking(self) -> int:
        return sum(branch.lacking for branch in self.branches) + sum(node.lacking for node in self.below)


def tree(user, day: date) -> list[Node]:
    """What the user may see of it. Three queries, however large the network is."""
    orgs = with_strength(MediationOrg.objects.visible_to(user).active(), day).order_by("area__key", "id")
    branches: dict[int, dict[str, list[Leaf]]] = defaultdict(lambda: defaultdict(list))
    windows: dict[int, int] = defaultdict(int)
    for org in orgs:
        branches[org.center_id][org.place].append(Leaf(org, lacks_of(org, day)))
        windows[org.center_id] += org.n_windows
    of_centers = MediationWindow.objects.visible_to(user).active().exclude(center=None)
    for center, n in of_centers.order_by().values_list("center").annotate(n=Count("pk")):
        windows[center] += n
    centers = MediationCenter.objects.visible_to(user).active().select_related("area").defer("area__outline")
    nodes = [Node(center, windows[center.pk], _branches(branches[center.pk]))
             for center in centers.order_by("area__key", "id")]
    roots = [node for node in nodes if node.center.kind == MediationCenter.Kind.COUNTY]
    return _hung(roots, [node for node in nodes if node not in roots])


def _branches(of_places: dict[str, list[Leaf]]) -> list[Branch]:
    return [Branch(str(label), of_places[place]) for place, label in MediationOrg.Place.choices if place in of_places]


def _hung(roots: list[Node], others: list[Node]) -> list[Node]:
    """Each centre below the county's that holds its area; who sees no county's centre sees them side by side."""
    for node in others:
        above = next((root for root in roots if root.center.kind != MediationCenter.Kind.SPECIALISED
                      and root.center.area.low <= node.center.area.key < root.center.area.high), None)
        (above.below if above else roots).append(node)
    return roots
