"""The warning state of the points: one row each, in five queries for any number of points."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Max, Min, Q

from grids.keys import truncate
from grids.models import Area
from grids.models import Level as AreaLevel

from .models import PointWarning, Screening, ScreeningPlan
from .rule import RAISING, Level, Reason, reasons

LOOK_BACK = timedelta(days=30)  # screenings missed since then are shown as missing


@dataclass
class PointState:
    """A point, its level and why, when it was screened last and has to be next."""

    warning: PointWarning
    plan: ScreeningPlan
    town: Area | None
    reasons: list[Reason]
    last: date | None
    due: date | None
    missed: int

    @property
    def point(self):
        return self.warning.point

    @property
    def level(self) -> Level:
        return Level(self.warning.level)


def states(user, today: date) -> list[PointState]:
    """Of all points that the user sees, the highest level first."""
    warnings = (PointWarning.objects.visible_to(user).select_related("point__area", "point__org", "point__plan", "rule")
                .prefetch_related("rule__thresholds").defer("point__area__outline"))
    towns = {town.key: town for town in Area.objects.at(AreaLevel.TOWN).defer("outline")}
    screened = _screened(user, today)
    found = [
        PointState(
            warning, warning.point.plan, towns.get(truncate(warning.point.area.key, AreaLevel.TOWN)),
            reasons(warning.rule.table, Level(warning.level), warning.counted) if warning.rule else [],
            **screened.get(warning.pk, {"last": None, "due": None, "missed": 0}))
        for warning in warnings
    ]
    return sorted(found, key=lambda state: (-state.level.rank, -state.missed, state.point.area.key, state.point.pk))


def _screened(user, today: date) -> dict[int, dict]:
    rows = Screening.objects.visible_to(user).order_by().values("point").annotate(
        last=Max("done_at__date"), due=Min("ends_on", filter=Q(done_at=None, closed_at=None)),
        missed=Count("pk", filter=Q(in_time=False, done_at=None, ends_on__gte=today - LOOK_BACK)))
    return {row.pop("point"): row for row in rows}


def by_level(found: Iterable[PointState]) -> list[tuple[Level, int]]:
    """How many points are at each level, the highest first."""
    found = list(found)
    return [(level, sum(state.level == level for state in found)) for level in (*reversed(RAISING), Level.NONE)]


def spots(found: Iterable[PointState], url) -> list[dict]:
    """For the map: each point in the middle of its area, those of one area side by side. Points have no coordinates."""
    taken: dict[int, int] = {}
    drawn = []
    for state in found:
        area = state.point.area
        if area.west is None:
            continue
        n = taken[area.pk] = taken.get(area.pk, -1) + 1
        drawn.append({
            "name": state.point.name, "level": state.level.value, "label": str(state.level.label),
            "latitude": (area.south + area.north) / 2, "longitude": (area.west + area.east) / 2 + n * 0.004,
            "url": url(state.point.pk)})
    return drawn
