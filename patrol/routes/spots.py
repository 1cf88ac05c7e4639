"""Points as the maps of routes and shifts draw them (static/js/pages/patrol/route.js)."""

from collections.abc import Iterable


def spots(stops: Iterable, *, at=None) -> list[dict]:
    """By place; of a shift also which were visited, and which run late."""
    return [{"name": str(stop.point), "position": stop.position, "longitude": stop.point.longitude,
             "latitude": stop.point.latitude, "tone": _tone(stop, at)} for stop in stops]


def _tone(stop, at) -> str:
    if at is None:
        return "plain"
    if stop.visited_at:
        return "done"
    return "late" if stop.due_at <= at else "wait"
