"""Landmarks by what somebody types of a place: they fill place, area and point of the form."""

from dataclasses import dataclass

from grids.models import Area, Level
from shuangliu.search import fold

from ..models import Landmark

SHOWN = 6
SHORTEST = 2  # characters: one fits half the register


@dataclass(frozen=True)
class Spot:
    """One landmark as the form takes it; `area` is one of those that the form offers: no grid."""

    name: str
    area: int
    where: str
    longitude: float | None
    latitude: float | None


def found(county: Area, typed: str) -> list[Spot]:
    """Those of which a name is typed, or what is typed is a part: whose name begins with it first."""
    words = fold(typed.strip())
    if len(words) < SHORTEST:
        return []
    ranked = []
    for row in _of(county):
        ranks = [_rank(fold(name), words) for name in row.names]
        if rank := max(ranks):
            ranked.append((-rank, row.code, row))
    return [_spot(row) for _minus, _code, row in sorted(ranked)[:SHOWN]]


def named(county: Area, place: str) -> Spot | None:
    """The landmark that `place` names, if it names one and no other."""
    words = fold(place.strip())
    rows = [row for row in _of(county) if words in map(fold, row.names)] if words else []
    return _spot(rows[0]) if len(rows) == 1 else None


def _rank(name: str, words: str) -> int:
    """4 the same, 3 begins with what is typed, 2 holds it, 1 is held by it; 0 none of these."""
    if name == words:
        return 4
    return 3 if name.startswith(words) else 2 if words in name else 1 if len(name) >= SHORTEST and name in words else 0


def _of(county: Area):
    inside = Landmark.objects.filter(is_active=True, area__key__gte=county.low, area__key__lt=county.high)
    return inside.select_related("area__parent").defer("area__outline", "area__parent__outline").order_by("code")


def _spot(row: Landmark) -> Spot:
    area = row.area.parent if row.area.level == Level.GRID else row.area
    return Spot(row.name, area.pk, area.name, row.longitude, row.latitude)
