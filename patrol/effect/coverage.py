"""How far patrols reach: areas and points by the figures, and where incidents are but nobody was seen."""

from dataclasses import dataclass

from django.utils.timezone import localdate

from grids.keys import truncate
from grids.models import Area, Level
from shuangliu.indicators import reading
from shuangliu.indicators.periods import Period

from ..models import PatrolPoint

MEASURES = ("patrol.shift", "patrol.finished", "patrol.missed", "patrol.stop", "patrol.visited", "patrol.check_in",
            "incident.reported")
MOST_BLIND = 10


@dataclass(frozen=True)
class Row:
    """The figures of one area, or of what is known for none below."""

    area: Area | None
    figures: dict[str, int]

    def __getattr__(self, name: str) -> int:
        """`row.visited`, `row.incidents`: templates cannot say "patrol.visited"."""
        try:
            return self.figures[NAMES[name]]
        except KeyError:
            raise AttributeError(name) from None

    @property
    def coverage(self) -> str | None:
        return reading.percent(self.figures["patrol.visited"], self.figures["patrol.stop"])

    @property
    def walked(self) -> str | None:
        return reading.percent(self.figures["patrol.finished"], self.figures["patrol.shift"])


NAMES = {"shifts": "patrol.shift", "finished": "patrol.finished", "missed": "patrol.missed", "stops": "patrol.stop",
         "visited": "patrol.visited", "check_ins": "patrol.check_in", "incidents": "incident.reported"}


@dataclass(frozen=True)
class PointRow:
    point: PatrolPoint
    stops: int
    visited: int

    @property
    def coverage(self) -> str | None:
        return reading.percent(self.visited, self.stops)


def whole(area: Area, period: Period) -> Row:
    return Row(area, reading.totals(MEASURES, area, period.start, period.end))


def rows_below(area: Area, period: Period) -> list[Row]:
    """A row for each area below a county or town, in the order of the tree, and one for what lies in none of them."""
    if area.level not in (Level.COUNTY, Level.TOWN):
        return []
    found = reading.by_area(MEASURES, area, period.start, period.end)
    below = Area.objects.filter(parent=area).current(localdate()).defer("outline").order_by("key")
    rows = [Row(one, found.pop(one.key, _nothing())) for one in below]
    return rows + [Row(None, figures) for figures in found.values() if any(figures.values())]


def point_rows(area: Area, period: Period) -> list[PointRow]:
    """The points in use there, the least visited first; those on no shift of the period before all."""
    found = reading.by_item(("patrol.stop", "patrol.visited"), "point", area, period.start, period.end)
    points = PatrolPoint.objects.in_use().for_list().filter(area_key__gte=area.low, area_key__lt=area.high)
    rows = [PointRow(point, figures["patrol.stop"], figures["patrol.visited"]) for point in points
            for figures in [found.get(str(point.pk), _nothing())]]
    return sorted(rows, key=lambda row: (row.stops > 0, row.visited / max(row.stops, 1), row.point.name))


def blind(area: Area, period: Period) -> list[Row]:
    """Communities with incidents in which nobody on patrol was seen, the most incidents first."""
    found = reading.by_community(("patrol.check_in", "incident.reported"), area, period.start, period.end)
    worst = sorted((key for key, figures in found.items() if figures["incident.reported"]
                    and not figures["patrol.check_in"] and key != truncate(key, "town")),
                   key=lambda key: (-found[key]["incident.reported"], key))[:MOST_BLIND]
    names = {one.key: one for one in Area.objects.filter(key__in=worst, level=Level.COMMUNITY).defer("outline")
             .select_related("parent").defer("outline", "parent__outline")}
    return [Row(names[key], found[key]) for key in worst if key in names]


def _nothing() -> dict[str, int]:
    return dict.fromkeys(MEASURES, 0)
