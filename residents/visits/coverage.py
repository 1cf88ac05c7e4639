"""How well the register covers the grids (domain.md §1.4 不漏): counted by night, shown as counts alone.

The share of dwellings checked lately rises and falls with the calendar, without anybody's act, and imports write
millions of rows past the acts: it is a stock, counted once a night in two passes, and no sum of changes.
"""

from collections import defaultdict
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q

from ..models.homes import Dwelling
from ..models.living import Residence
from .models import Coverage

BATCH = 1000


@transaction.atomic
def count(*, at: datetime) -> int:
    """Count every grid anew; returns how many have anything to count. Grids that have nothing any more go."""
    found: dict[int, dict] = defaultdict(dict)
    for key, numbers in [*_dwellings(at), *_people(at)]:
        found[key] |= numbers
    Coverage.objects.all().delete()
    Coverage.objects.bulk_create([Coverage(area_key=key, counted_at=at, **numbers) for key, numbers in found.items()],
                                 batch_size=BATCH)
    return len(found)


def _dwellings(at: datetime):
    fresh, known = since(at)
    rows = Dwelling.objects.order_by().values("grid_key").annotate(
        dwellings=Count("pk"), fresh=Count("pk", filter=Q(checked_at__gte=fresh)),
        known=Count("pk", filter=Q(checked_at__gte=known)),
        unseen=Count("pk", filter=Q(standing=Dwelling.Standing.UNKNOWN)))
    return [(row.pop("grid_key"), row) for row in rows.iterator()]


def _people(at: datetime):
    """Of those who live there today."""
    homes = Residence.objects.filter(until=None, person__merged_into=None)
    rows = homes.order_by().values("person__grid_key").annotate(
        people=Count("pk"), unnumbered=Count("pk", filter=Q(person__id_hash="")),
        stale=Count("pk", filter=Q(person__confirmed_at__lt=since(at)[1])))
    return [(row.pop("person__grid_key"), row) for row in rows.iterator()]


def since(at: datetime) -> tuple[datetime, datetime]:
    """From when on something counts as checked lately, and as known."""
    return (at - timedelta(days=settings.REGISTER_FRESH_DAYS), at - timedelta(days=settings.REGISTER_KNOWN_DAYS))
