"""The timed part: a period of each plan opens, reminds two days before its end, and is counted when it is over.

May run in several processes at once, run twice and be killed at any line: a period is a row under a unique
constraint, and each step is taken in the statement that writes that it was taken.
"""

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils.timezone import localdate

from mediation.models import ScreeningPoint
from shuangliu import audit, indicators

from . import news
from .models import PointWarning, Screening, ScreeningPlan
from .periods import DAY, USUAL, periods, remind_on
from .rules import ensure_rule

BATCH = 500


def sweep(at: datetime) -> Counter:
    """Open, remind, count; returns how many of each."""
    ensure_plans(at)
    return Counter(opened=open_periods(at), reminded=remind(at), counted=count(at))


def ensure_plans(at: datetime) -> None:
    """A point without a plan gets the usual one for its level, from today on, and a warning state."""
    ensure_rule(at)
    new = list(ScreeningPoint.objects.filter(plan=None).select_related("area"))
    ScreeningPlan.objects.bulk_create(
        [ScreeningPlan(point=point, every=USUAL[point.area.level], since=localdate(at)) for point in new],
        ignore_conflicts=True)
    PointWarning.objects.bulk_create(
        [PointWarning(point_id=pk, since=at)
         for pk in ScreeningPoint.objects.filter(warning=None).values_list("pk", flat=True)], ignore_conflicts=True)


def open_periods(at: datetime) -> int:
    """The periods that have begun since the last one of each plan; those that nobody opened in time are missed ones."""
    today = localdate(at)
    last = Screening.objects.filter(point=OuterRef("pk")).order_by("-starts_on").values("ends_on")[:1]
    plans = (ScreeningPlan.objects.filter(is_active=True, point__is_active=True)
             .annotate(last=Subquery(last)).select_related("point__area"))
    new = []
    for plan in plans:
        first = max(plan.since, plan.last + DAY) if plan.last else plan.since
        new += [Screening(point=plan.point, area_key=plan.area_key, every=plan.every, starts_on=start, ends_on=end,
                          remind_on=remind_on(plan.every, start, end))
                for start, end in periods(plan.every, first, today)]
    Screening.objects.bulk_create(new, ignore_conflicts=True, batch_size=BATCH)
    return len(new)


def remind(at: datetime) -> int:
    """Tell those who screen what is due soon."""
    due = Screening.objects.waiting(localdate(at)).filter(reminded_at=None, remind_on__lte=localdate(at))
    return sum(_remind(screening, at) for screening in due.select_related("point__org", "point__plan"))


@transaction.atomic
def _remind(screening: Screening, at: datetime) -> bool:
    fresh = Screening.objects.filter(pk=screening.pk, reminded_at=None, done_at=None, closed_at=None)
    if not fresh.update(reminded_at=at):
        return False
    news.remind(screening, at=at)
    return True


def count(at: datetime) -> int:
    """Periods that are over count as planned, and as done when their result is there; managers hear of the others."""
    counted = 0
    while due := list(Screening.objects.filter(closed_at=None, ends_on__lt=localdate(at)).order_by("ends_on", "id")
                      .select_related("point__plan")[:BATCH]):
        counted += sum(_count(screening, at) for screening in due)
    return counted


@transaction.atomic
def _count(screening: Screening, at: datetime) -> bool:
    """In the same statement as the look at the result: whoever writes it a moment later is late."""
    running = Screening.objects.filter(pk=screening.pk, closed_at=None)
    if running.filter(done_at__isnull=False).update(closed_at=at, in_time=True):
        is_done = True
    elif running.update(closed_at=at, in_time=False):
        is_done = False
    else:
        return False  # somebody else has counted it
    indicators.add("screening.planned", screening.area_key, screening.ends_on)
    if is_done:
        indicators.add("screening.done", screening.area_key, screening.ends_on)
    else:
        audit.record("screening.missed", screening, by=None, at=at)
        news.missed(screening, at=at)
    return True
