"""The rule's versions: the first, the next, and what another one would change."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from grids.models import Area
from grids.models import Level as AreaLevel
from mediation.models import ScreeningPoint
from shuangliu import audit

from .counting import counts_of
from .models import Threshold, WarningRule
from .rule import FIRST, Level, Table, judge


def ensure_rule(at: datetime) -> None:
    """A county begins with the first version; where there is any, nothing is done."""
    if WarningRule.objects.exists():
        return
    county = Area.objects.at(AreaLevel.COUNTY).defer("outline").first()
    if county:
        _write(county, 1, FIRST, valid_from=localdate(at), reason="", by=None, at=at)


@transaction.atomic
def set_rule(area: Area, *, by, at: datetime, table: Table, reason: str, valid_from: date) -> WarningRule:
    """A new version; when it is valid today, all levels are looked at again at once, else in the night before."""
    from . import levels  # which judges by the rules

    version = (WarningRule.objects.aggregate(n=Max("version"))["n"] or 0) + 1
    rule = _write(area, version, table, valid_from=valid_from, reason=reason, by=by, at=at)
    audit.record("warning.rule_set", rule, by=by, at=at, version=version, valid_from=str(valid_from), reason=reason)
    if valid_from <= localdate(at):
        levels.recompute(None, at=at)
    return rule


def _write(area: Area, version: int, table: Table, *, valid_from: date, reason: str, by, at: datetime) -> WarningRule:
    with transaction.atomic():
        rule, is_new = WarningRule.objects.get_or_create(
            version=version, defaults={"area": area, "valid_from": valid_from, "reason": reason, "set_by": by,
                                       "set_at": at})
        if is_new:
            Threshold.objects.bulk_create([
                Threshold(rule=rule, level=level, measure=measure, at_least=least)
                for level, row in table.items() for measure, least in row.items()])
    return rule


@dataclass(frozen=True)
class Preview:
    """What a rule would make of the open cases of today: points per level, now and then, and who would change."""

    levels: list[tuple[Level, int, int]]
    changes: list[tuple[ScreeningPoint, Level, Level]]


def preview(table: Table, points, day: date) -> Preview:
    """`points` come with their areas."""
    points = list(points)
    rule = WarningRule.objects.in_force(day)
    today, counts = rule.table if rule else {}, counts_of(points)
    pairs = [(point, judge(today, counts[point.pk]), judge(table, counts[point.pk])) for point in points]
    now, then = Counter(old for _p, old, _n in pairs), Counter(new for _p, _o, new in pairs)
    changed = [pair for pair in pairs if pair[1] != pair[2]]
    changed.sort(key=lambda pair: (-pair[2].rank, -pair[1].rank, pair[0].area.key))
    return Preview([(level, now[level], then[level]) for level in reversed(Level)], changed)
