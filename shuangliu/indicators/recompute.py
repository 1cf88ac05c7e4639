"""Counting again from the rows: to report where the figures went wrong, and to put them right.

Rows and figures are read at one moment, so that work going on meanwhile is no difference. A correction is a
change like any other: nothing is deleted or locked, and what others add at the same time stays.
"""

import logging
from collections import Counter
from collections.abc import Iterable
from contextlib import contextmanager
from datetime import date, datetime

from django.db import connection, transaction
from django.db.models import Sum

from grids.keys import truncate

from .folding import fold
from .models import Delta, Difference, Rollup
from .recording import add_many
from .registry import Measure, registry

logger = logging.getLogger(__name__)

Key = tuple[str, int, date, str]  # measure (by a dimension or whole), community, day, item
EVER = (date(1900, 1, 1), date(2999, 12, 31))


def rebuild(measures: Iterable[str] | None = None, start: date = EVER[0], end: date = EVER[1]) -> int:
    """Make the figures of these measures (None: all) what the rows say, and fold; returns how many numbers
    were wrong. Raises UnknownMeasure."""
    wrong = 0
    for measure in _named(measures):
        with _one_moment():
            corrections = [
                (name, key, day, counted - rolled, item)
                for (name, key, day, item), (rolled, counted) in _differences(measure, start, end).items()
            ]
            add_many(corrections)
        wrong += len(corrections)
    fold()
    return wrong


def compare(
    measures: Iterable[str] | None = None, start: date = EVER[0], end: date = EVER[1], *, at: datetime
) -> int:
    """Compare the figures with the rows; Difference then holds what was found. Returns how many.

    Nothing is put right: a difference is a fault in the code that somebody must see (`rebuild` repairs).
    """
    found = 0
    for measure in _named(measures):
        with _one_moment():
            differences = [
                Difference(measure=name, area_key=key, day=day, item=item, rolled=rolled, counted=counted, found_at=at)
                for (name, key, day, item), (rolled, counted) in _differences(measure, start, end).items()
            ]
            Difference.objects.filter(measure__in=measure.shelves, day__range=(start, end)).delete()
            Difference.objects.bulk_create(differences, batch_size=1000)
        for difference in differences:
            logger.error("Figures and rows differ: %s", difference)
        found += len(differences)
    return found


def _differences(measure: Measure, start: date, end: date) -> dict[Key, tuple[int, int]]:
    """{key: (rolled, counted)} where the two are not the same."""
    counted, rolled = Counter(), Counter()
    for name, dimension in measure.shelves.items():
        for area_key, day, *item, amount in measure.recompute(start, end, *filter(None, [dimension])):
            counted[name, truncate(area_key, "community"), day, str(*item)] += amount
    for model in (Rollup, Delta):
        rows = model.objects.filter(measure__in=measure.shelves, day__range=(start, end))
        for *key, amount in rows.values_list("measure", "area_key", "day", "item").annotate(total=Sum("amount")):
            rolled[tuple(key)] += amount
    return {
        key: (rolled[key], counted[key]) for key in sorted(counted.keys() | rolled.keys())
        if rolled[key] != counted[key]
    }


@contextmanager
def _one_moment():
    """A transaction in which every statement sees the same moment, and that runs once at a time: two
    corrections of the same error would be an error. Inside a caller's transaction it is as good as that one.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        # SQLite has one writer and its transactions one snapshot. PostgreSQL takes the snapshot with the
        # first statement that reads, which is after the lock was had.
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                cursor.execute("LOCK TABLE indicators_difference IN SHARE ROW EXCLUSIVE MODE")
        yield


def _named(measures: Iterable[str] | None) -> list[Measure]:
    return [registry.measure(name) for name in (registry.measures if measures is None else measures)]
