"""Counting rows by community and local day: what most measures recompute from."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Count, F, QuerySet
from django.db.models.functions import ExtractHour, TruncDate
from django.utils.timezone import get_default_timezone, localdate, localtime, make_aware


def local_day(moment: datetime) -> date:
    """The date of the county at `moment`, whatever time zone the reader has chosen."""
    return localdate(moment, get_default_timezone())


def local_hour(moment: datetime) -> str:
    """The hour of the county's day, as figures by the hour name it: "0" to "23"."""
    return str(localtime(moment, get_default_timezone()).hour)


def hour_of(moment: str) -> ExtractHour:
    """The same of a field, as `item` of `by_day`."""
    return ExtractHour(moment, tzinfo=get_default_timezone())


def by_day(rows: QuerySet, moment: str, start: date, end: date, *,
           place: str = "community_key", item="") -> Iterable[tuple]:
    """How many `rows` (of an AreaKeyed model) have their `moment` (the name of a datetime field) on each day
    from `start` to `end`, by community (or by the area key in
    the field `place`), and by `item`, a field or expression, if one is given. Rows without the moment, or without the
    item, are not counted."""
    zone = get_default_timezone()
    since = make_aware(datetime.combine(start, time()), zone)
    until = make_aware(datetime.combine(end + timedelta(days=1), time()), zone)
    groups = [place, TruncDate(moment, tzinfo=zone)]
    if item:
        rows, groups = rows.annotate(item=F(item) if isinstance(item, str) else item), [*groups, "item"]
        rows = rows.filter(item__isnull=False)
    return (
        rows.filter(**{f"{moment}__gte": since, f"{moment}__lt": until})
        .order_by()
        .values_list(*groups)
        .annotate(n=Count("*"))
        .iterator(chunk_size=5000)
    )
