"""Counting rows by community and local day: what most measures recompute from."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncDate
from django.utils.timezone import get_default_timezone, localdate, make_aware


def local_day(moment: datetime) -> date:
    """The date of the county at `moment`, whatever time zone the reader has chosen."""
    return localdate(moment, get_default_timezone())


def by_day(rows: QuerySet, moment: str, start: date, end: date) -> Iterable[tuple[int, date, int]]:
    """How many `rows` have their `moment` (name of a datetime field) on each day from `start` to `end`, by the
    `area_key` of the row. Rows without the moment are not counted."""
    zone = get_default_timezone()
    since, until = (make_aware(datetime.combine(day, time()), zone) for day in (start, end + timedelta(days=1)))
    return (
        rows.filter(**{f"{moment}__gte": since, f"{moment}__lt": until})
        .order_by()
        .values_list("community_key", TruncDate(moment, tzinfo=zone))
        .annotate(n=Count("*"))
        .iterator(chunk_size=5000)
    )
