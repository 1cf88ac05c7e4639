"""Writing down that a number changed, in the transaction of the act that changed it."""

from collections.abc import Iterable
from datetime import date, datetime

from grids.keys import truncate

from .models import Delta
from .registry import registry

# measure, area key of the matter, local day, by how much; by a dimension: case.accepted/org, …, the key of the item
Change = tuple[str, int, date, int] | tuple[str, int, date, int, str]


def add(measure: str, area_key: int, day: date, amount: int = 1) -> None:
    """`measure` changed by `amount` where the matter is, on `day` (a local date: counting.local_day).

    Kept per community, or per town or county where the key names nothing smaller. A matter that moves to
    another day, area or state is taken out of the one and put into the other. Raises UnknownMeasure.
    """
    add_many([(measure, area_key, day, amount)])


def add_many(changes: Iterable[Change]) -> None:
    """The same for many changes in one statement. Raises UnknownMeasure before anything is written."""
    Delta.objects.bulk_create(
        [_delta(*change) for change in changes if change[3]], batch_size=1000
    )


def _delta(measure: str, area_key: int, day: date, amount: int, item: str = "") -> Delta:
    registry.check(measure)
    if ("/" in measure) != bool(item):
        raise ValueError(f"{measure}: an item belongs to a measure by a dimension, and to no other")
    if isinstance(day, datetime):
        raise TypeError(f"{measure}: a moment is not a day; take its local date first")
    return Delta(measure=measure, area_key=truncate(area_key, "community"), day=day, amount=amount, item=item)
