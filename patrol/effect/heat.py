"""When and where: incidents and check-ins of each area below one by the hour of the day."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.models import Area, Level
from shuangliu.indicators import reading
from shuangliu.indicators.periods import Period

HOURS = range(24)
SHADES = 5


class Kind(TextChoices):
    INCIDENTS = "incidents", _("Incidents")
    PATROLS = "patrols", _("Check-ins")
    GAP = "gap", _("Incidents without patrol")


SOURCES = {Kind.INCIDENTS: "incident.reported", Kind.PATROLS: "patrol.check_in"}


@dataclass(frozen=True)
class Cell:
    """A number, and how dark its ground is: 0 for nothing, SHADES for the most there is."""

    number: int
    shade: int


@dataclass(frozen=True)
class HeatRow:
    area: Area | None
    cells: list[Cell]


def heat(kind: str, area: Area, period: Period) -> list[HeatRow]:
    """A row for each area below (a community: for itself), of 24 hours. A gap is the incidents of hours in which nobody
    on patrol was seen there."""
    incidents = _numbers(Kind.INCIDENTS, area, period) if kind != Kind.PATROLS else {}
    patrols = _numbers(Kind.PATROLS, area, period) if kind != Kind.INCIDENTS else {}
    numbers = {Kind.INCIDENTS: incidents, Kind.PATROLS: patrols}.get(kind) if kind != Kind.GAP else {
        place: number for place, number in incidents.items() if not patrols.get(place)}
    most = max(numbers.values(), default=0)
    return [HeatRow(one, [_cell(numbers.get((one.key, str(hour)), 0), most) for hour in HOURS])
            for one in _below(area)]


def _cell(number: int, most: int) -> Cell:
    return Cell(number, -(-number * SHADES // most) if number > 0 else 0)


def _numbers(kind: str, area: Area, period: Period) -> dict[tuple[int, str], int]:
    measure = SOURCES[kind]
    if area.level in (Level.COUNTY, Level.TOWN):
        return reading.by_area_and_item(measure, "hour", area, period.start, period.end)
    found = reading.by_item([measure], "hour", area, period.start, period.end)
    return {(area.key, hour): figures[measure] for hour, figures in found.items()}


def _below(area: Area) -> list[Area]:
    if area.level not in (Level.COUNTY, Level.TOWN):
        return [area]
    return list(Area.objects.filter(parent=area).current(localdate()).defer("outline").order_by("key"))
