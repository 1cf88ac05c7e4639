"""The board: courtyards by state, and the map: where they are. Each is two statements, however many there are."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from .models import Courtyard
from .states import State

CARDS = 8  # of each state
MOST_SPOTS = 2000  # a browser draws so many marks without effort

# What a column of the board holds; a courtyard that lacks nothing waits for nobody, and stands in the first.
COLUMNS = [state for state in State if state != State.GONE]


@dataclass
class Column:
    state: State
    count: int
    cards: list[Courtyard]

    @property
    def tone(self) -> str:
        return Courtyard(state=self.state).tone

    @property
    def more(self) -> int:
        return self.count - len(self.cards)


def columns(rows: QuerySet) -> list[Column]:
    counts = dict(rows.order_by().values_list("state").annotate(n=Count("pk")))
    cards: dict[str, list] = {}
    for courtyard in rows.first_of_each_state(CARDS).for_list():
        cards.setdefault(courtyard.state, []).append(courtyard)
    return [Column(state, counts.get(state, 0), cards.get(state, [])) for state in COLUMNS]


def spots(rows: QuerySet) -> tuple[list[dict], int]:
    """Those with a point as the map draws them, and how many there are beyond MOST_SPOTS or without a point."""
    found = rows.filter(longitude__isnull=False).order_by("-id")[:MOST_SPOTS]
    drawn = [{"name": one.name, "label": str(one.get_state_display()), "tone": one.tone, "lacks": one.lacks,
              "longitude": one.longitude, "latitude": one.latitude, "url": one.get_absolute_url()} for one in found]
    return drawn, rows.order_by().count() - len(drawn)
