"""The kinds of disputes that are told of: twenty stories (texts/disputes.csv), with other people each time. Titles name
nobody: they stand in lists."""

import csv
from dataclasses import dataclass
from pathlib import Path

from mediation.models import DisputeCategory

from .world import World

TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True)
class Dispute:
    category: DisputeCategory
    title: str
    summary: str
    agreement: str
    people: int
    scale: str


class Disputes:
    """Draws disputes, the commoner kinds more often."""

    def __init__(self, world: World):
        self.world = world
        with (TEXTS / "disputes.csv").open(encoding="utf-8", newline="") as file:
            self.kinds = list(csv.DictReader(file))
        self.weights = [int(kind["weight"]) for kind in self.kinds]
        self.categories = DisputeCategory.objects.select_related("parent").in_bulk(field_name="code")

    def draw(self, code: str | None = None) -> Dispute:
        """Some dispute, or one of the category with this code."""
        random = self.world.random
        kind = next((kind for kind in self.kinds if kind["code"] == code), None)
        kind = kind or random.choices(self.kinds, self.weights)[0]
        a, b = (f"{name[0]}某" for name in (self.world.people.name(False), self.world.people.name(True)))
        is_group = bool(kind["is_group"])
        people = random.randint(5, 30) if is_group else random.choice([2, 2, 2, 3, 4])
        return Dispute(
            self.categories[kind["code"]], people=people, scale="02" if is_group else "01",
            **{name: kind[name].format(a=a, b=b) for name in ("title", "summary", "agreement")})
