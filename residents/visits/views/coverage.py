"""How well the register covers the areas below one: counts alone, so that also those may look who see no person."""

from django.conf import settings
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from grids.jurisdiction import covers, holds, posts_for
from grids.models import Area, Level
from shuangliu.pages.access import allows

from ..models import Coverage
from ..querysets import SUMS


@require_safe
@allows("coverage.view")
def coverage_list(request):
    """`?area=` the code of one of theirs: a row for each area below."""
    posts = posts_for(request.user, "coverage.view")
    asked = Area.objects.by_code(code) if (code := request.GET.get("area", "")) else None
    is_theirs = asked is not None and asked.level != Level.GRID and any(covers(post, asked.key) for post in posts)
    area = asked if is_theirs else posts[0].area
    found = Coverage.objects.below(area)
    below = Area.objects.filter(parent=area).current(localdate()).defer("outline").order_by("key")
    rows = [_row(found.pop(one.key, {}), one) for one in below]
    rest = [_row(numbers, None) for numbers in found.values()]  # in no grid, or in one that has ended
    whole = _row({name: sum(row[name] for row in [*rows, *rest]) for name in SUMS}, area)
    return render(request, "residents/visits/coverage.html", {
        "area": area, "rows": rows, "rest": _sum(rest), "whole": whole,
        "up": area.parent if area.parent_id and any(covers(post, area.parent.key) for post in posts) else None,
        "counted": Coverage.objects.filter(area_key__gte=area.low, area_key__lt=area.high).values_list(
            "counted_at", flat=True).first(),
        "fresh_days": settings.REGISTER_FRESH_DAYS, "known_days": settings.REGISTER_KNOWN_DAYS,
        "may_ask": holds(request.user, "visit.ask"), "is_community": area.level == Level.COMMUNITY,
        "sees_dwellings": holds(request.user, "dwelling.view"), "sees_people": holds(request.user, "person.view")})


def _row(numbers: dict, area: Area | None) -> dict:
    row = {name: numbers.get(name) or 0 for name in SUMS}
    whole = row["dwellings"]
    return row | {"area": area, "fresh_share": _share(row["fresh"], whole), "known_share": _share(row["known"], whole)}


def _sum(rows: list[dict]) -> dict | None:
    return _row({name: sum(row[name] for row in rows) for name in SUMS}, None) if rows else None


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None
