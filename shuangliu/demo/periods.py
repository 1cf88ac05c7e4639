"""The two periods of which mediation cases are told: that of the report, and the last twelve months."""

from dataclasses import dataclass
from datetime import date, timedelta

from .catalogues import REPORT
from .world import World


@dataclass(frozen=True)
class Period:
    """So many cases accepted from `start` to `end`, so many of them settled by the end. Of the others, `pending`
    were still open at the end and failed afterwards; those since `parties_since` have their parties."""

    start: date
    end: date
    accepted: int
    settled: int
    pending: int
    parties_since: date


def report(world: World) -> Period:
    start, end = REPORT
    accepted, settled, pending = (67, 64, 1) if world.is_tiny else (13_395, 12_861, 114)
    return Period(start, end, accepted, settled, pending, parties_since=date(2014, 4, 1))


def last_year(world: World) -> Period:
    start, end = world.today - timedelta(days=365), world.today - timedelta(days=2)
    accepted, settled = (12, 11) if world.is_tiny else (900, 862)
    return Period(start, end, accepted, settled, pending=0, parties_since=start)


def weight(day: date, start: date) -> float:
    """How likely a case is accepted on this day: more from year to year, most before New Year (wages are owed),
    least in the weeks of the Spring Festival, few on Sundays."""
    growth = 1 + 0.2 * (day - start).days / 365
    season = {1: 1.35, 2: 0.65, 6: 1.1, 7: 1.15, 8: 1.1, 12: 1.2}.get(day.month, 1)
    return growth * season * {5: 0.5, 6: 0.25}.get(day.weekday(), 1)
