"""Reading figures: rollups and the changes not folded yet, so that no figure is ever stale.

Both are read in one statement: a fold between two would be seen twice or not at all. An area is its range
of keys, so a figure of a town holds whatever its communities had, under whatever codes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import F, Q, Sum

from grids.keys import span
from grids.models import Area, Level

from .models import Delta, Rollup
from .registry import registry, shelf

CHILD_LEVEL = {Level.COUNTY: Level.TOWN, Level.TOWN: Level.COMMUNITY}

Figures = Counter  # measure -> amount, 0 where there is none


def totals(measures: Iterable[str], area: Area, start: date, end: date) -> Figures:
    """The sum of each measure over the area, from `start` to `end` (both included)."""
    figures = Counter()
    for measure, amount in _sums(_where(measures, area, start, end)):
        figures[measure] += amount
    return figures


def by_area(measures: Iterable[str], area: Area, start: date, end: date) -> dict[int, Figures]:
    """The same for each area directly below a county or town, under its key.

    What is known for no area below stands under the key of `area` itself, where no child is.
    """
    child = F("area_key") - F("area_key") % span(CHILD_LEVEL[area.level])
    return _grouped(_sums(_where(measures, area, start, end), child))


def by_community(measures: Iterable[str], area: Area, start: date, end: date) -> dict[int, Figures]:
    """The same for each community in the area that has any, under its key; what is known for none of them under that of
    the town or county."""
    return _grouped(_sums(_where(measures, area, start, end), F("area_key")))


def by_item(measures: Iterable[str], dimension: str, area: Area, start: date, end: date) -> dict[str, Figures]:
    """The sum of each measure over the area and days for each item of a dimension that it is kept by, under the
    item's key. Raises UnknownMeasure."""
    shelves = {shelf(measure, dimension): measure for measure in measures}
    for name in shelves:
        registry.check(name)
    groups = defaultdict(Counter)
    for name, item, amount in _sums(_where(shelves, area, start, end), F("item")):
        groups[item][shelves[name]] += amount
    return dict(groups)


def of_items(measures: Iterable[str], dimension: str, items: Iterable[str], start: date, end: date) -> Figures:
    """The sum of each measure over some items of a dimension, wherever they lie. Raises UnknownMeasure."""
    shelves = {shelf(measure, dimension): measure for measure in measures}
    for name in shelves:
        registry.check(name)
    figures = Counter()
    for name, amount in _sums(Q(measure__in=shelves, day__gte=start, day__lte=end, item__in=list(items))):
        figures[shelves[name]] += amount
    return figures


def by_day(measures: Iterable[str], area: Area, start: date, end: date) -> dict[date, Figures]:
    """The same for each day that has any."""
    return _grouped(_sums(_where(measures, area, start, end), F("day")))


def by_day_and_item(measure: str, dimension: str, area: Area, start: date, end: date) -> dict[tuple[date, str], int]:
    """The sum of one measure for each day and item that has any. Raises UnknownMeasure."""
    name = shelf(measure, dimension)
    registry.check(name)
    sums: dict[tuple[date, str], int] = defaultdict(int)
    for _name, day, item, amount in _sums(_where([name], area, start, end), F("day"), F("item")):
        sums[day, item] += amount
    return dict(sums)


def by_area_and_item(measure: str, dimension: str, area: Area, start: date, end: date) -> dict[tuple[int, str], int]:
    """The sum of one measure for each area directly below a county or town, as `by_area` has them, and each item.
    Raises UnknownMeasure."""
    name = shelf(measure, dimension)
    registry.check(name)
    sums: dict[tuple[int, str], int] = defaultdict(int)
    child = F("area_key") - F("area_key") % span(CHILD_LEVEL[area.level])
    for _name, key, item, amount in _sums(_where([name], area, start, end), child, F("item")):
        sums[key, item] += amount
    return dict(sums)


def by_month(measures: Iterable[str], area: Area, start: date, end: date) -> dict[date, Figures]:
    """The same for each month that has any, under its first day."""
    months = defaultdict(Counter)
    for day, figures in by_day(measures, area, start, end).items():
        months[day.replace(day=1)].update(figures)
    return dict(months)


def percent(numerator: int, denominator: int) -> str | None:
    """ "96.01": two decimals, halves up; None when there is nothing to divide by."""
    if denominator == 0:
        return None
    return str((Decimal(numerator) * 100 / denominator).quantize(Decimal("0.01"), ROUND_HALF_UP))


def _where(measures: Iterable[str], area: Area, start: date, end: date) -> Q:
    return Q(measure__in=set(measures), area_key__gte=area.low, area_key__lt=area.high,
             day__gte=start, day__lte=end)


def _sums(where: Q, *group: F):
    """(measure, *group, amount); a key that has both a rollup and changes comes twice."""

    def summed(model):
        named = {f"by_{number}": expression for number, expression in enumerate(group)}
        rows = model.objects.filter(where).annotate(**named).values("measure", *named)
        return rows.annotate(total=Sum("amount")).values_list("measure", *named, "total")

    return summed(Rollup).union(summed(Delta), all=True)


def _grouped(rows) -> dict:
    groups = defaultdict(Counter)
    for measure, group, amount in rows:
        groups[group][measure] += amount
    return dict(groups)
