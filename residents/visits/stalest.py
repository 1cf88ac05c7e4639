"""Whom to call on first: dwellings that nobody ever checked, then those checked longest ago."""

from itertools import chain

from django.db.models import Exists, OuterRef

from ..models.homes import Dwelling
from .models import VisitTask
from .states import WAITING


def stalest(grid, n: int) -> list[Dwelling]:
    """Of a grid, at most `n`; without those where a visit waits. Two queries along the index `dwelling_stale`, as
    databases disagree where what is empty comes."""
    waiting = VisitTask.objects.filter(dwelling=OuterRef("pk"), state__in=WAITING)
    rows = Dwelling.objects.filter(~Exists(waiting), grid_key=grid.key).select_related("building")
    never = rows.filter(checked_at=None).order_by("id")
    seen = rows.exclude(checked_at=None).order_by("checked_at", "id")
    found = list(never[:n])
    return list(chain(found, seen[:n - len(found)])) if len(found) < n else found
