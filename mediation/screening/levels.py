"""Keeping the warning levels true: after each act on a case, when a reset ends, and all of them every night."""

import logging
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from . import news
from .counting import community_key, counts_of
from .models import Finding, PointWarning, Touch, WarningChange, WarningRule
from .models.warnings import Why
from .rule import Counts, Level, judge

BATCH = 2000
FIELDS = ["level", "computed", "since", "rule", "counts", "reset_until", "reset_over"]

logger = logging.getLogger(__name__)


@transaction.atomic
def catch_up(at: datetime) -> int:
    """The points near cases that something befell, and those whose reset has ended; returns how many levels changed."""
    touches = list(Touch.objects.select_for_update(skip_locked=True).order_by("id")[:BATCH])
    over = PointWarning.objects.filter(reset_until__lt=localdate(at)).values_list("pk", flat=True)
    points = set(over) | _near(touches)
    changed = recompute(points, at=at) if points else 0
    Touch.objects.filter(pk__in=[touch.pk for touch in touches]).delete()
    return changed


def compare(at: datetime) -> int:
    """Every night, all points from the rows; a level that nobody had touched and that differs is reported."""
    catch_up(at)
    changed = recompute(None, at=at)
    if changed:
        logger.warning("%s warning levels differed from the open cases or from the rule of today", changed)
    return changed


def _near(touches: list[Touch]) -> set[int]:
    """The points in the communities of these cases, and those at which they were found."""
    if not touches:
        return set()
    keys = {touch.community_key for touch in touches}
    warnings = PointWarning.objects.select_related("point__area").defer("point__area__outline")
    around = {warning.pk for warning in warnings if community_key(warning.point) in keys}
    found = Finding.objects.filter(case__in=[touch.case_id for touch in touches])
    return around | set(found.values_list("screening__point_id", flat=True))


@transaction.atomic
def recompute(points: set[int] | None, *, at: datetime) -> int:
    """Judge these points (None: all) by the open cases and the rule of today. Rows are locked before cases are
    counted, so that of two who do this at once the second sees what the first did."""
    rows = (PointWarning.objects.filter(Q() if points is None else Q(pk__in=points)).order_by("pk")
            .select_related("point__area").defer("point__area__outline").select_for_update(of=("self",)))
    rule = WarningRule.objects.in_force(localdate(at))
    warnings = list(rows)
    if rule is None or not warnings:
        return 0
    table, counts = rule.table, counts_of(warning.point for warning in warnings)
    moved = [(warning, change) for warning in warnings
             if (change := _judge(warning, rule, table, counts[warning.pk], at)) is not None]
    PointWarning.objects.bulk_update([warning for warning, _change in moved], FIELDS)
    changes = [change for _warning, change in moved if change]
    WarningChange.objects.bulk_create(changes)
    for warning, change in moved:
        if change and Level(change.new).rank > Level(change.old).rank:
            news.raised(warning, at=at)
    return len(changes)


def _judge(warning: PointWarning, rule: WarningRule, table, counts: Counts,
           at: datetime) -> WarningChange | bool | None:
    """Put the row right. None: as it was; False: numbers only; else the change of the level that is shown."""
    computed = judge(table, counts)
    # A reset is of what was known then: it ends with its day, and when things have become worse.
    is_over = warning.reset_until is not None and (
        warning.reset_until < localdate(at) or computed.rank > Level(warning.reset_over).rank)
    if is_over:
        warning.reset_until, warning.reset_over = None, ""
    shown = Level.NONE if warning.reset_until else computed
    if not is_over and (warning.level, warning.computed, warning.counts, warning.rule_id) == (
            shown, computed, counts.as_dict(), rule.pk):
        return None
    old, old_rule = warning.level, warning.rule_id
    warning.level, warning.computed, warning.counts, warning.rule = shown, computed, counts.as_dict(), rule
    if shown == old:
        return False
    warning.since = at
    why = Why.RESET_OVER if is_over else Why.RULE if old_rule not in (None, rule.pk) else Why.CASES
    return WarningChange(point=warning.point, at=at, old=old, new=shown, why=why, counts=warning.counts, rule=rule)
