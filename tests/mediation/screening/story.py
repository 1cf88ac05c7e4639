"""A point that is screened weekly, and what befalls it."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from mediation.models import Case, DisputeCategory, ScreeningPoint
from mediation.screening import levels, results, sweep
from mediation.screening.models import Finding, PointWarning, Screening, ScreeningPlan
from shuangliu.deadlines.models import Step
from tests.mediation import story as cases

WEEK = timedelta(days=7)


def planned(cast, *, at: datetime = cases.AT) -> ScreeningPlan:
    """The plan of 棠湖农贸市场 (棠湖社区), whose week has begun."""
    if not ScreeningPoint.objects.exists():
        cases.network(cast)
    sweep.sweep(at)
    return ScreeningPlan.objects.get(point__name="棠湖农贸市场")


def screening(cast, *, at: datetime = cases.AT) -> Screening:
    """This week's screening of it."""
    plan = planned(cast, at=at)
    return Screening.objects.select_related("point__plan", "point__org").get(
        point=plan.point, starts_on__lte=at.date(), ends_on__gte=at.date())


def kind(code: str = "02") -> DisputeCategory:
    return DisputeCategory.objects.get(code=code)


def found(cast, *, at: datetime = cases.AT, text: str = "摊位之争") -> Finding:
    """One dispute that Zhao wrote down."""
    one = screening(cast, at=at)
    results.write_result(one, by=cast.zhao, at=at, findings=[results.Found(kind(), text)])
    return one.findings.get()


def late(case: Case) -> Case:
    """As the clock leaves it when its limit has passed; the log says so."""
    from shuangliu import audit

    Case.objects.filter(pk=case.pk).update(alert=Step.OVERDUE)
    audit.record("case.overdue", case, by=None, at=cases.AT, stage="triage")
    return case


def warning(cast, *, at: datetime = cases.AT) -> PointWarning:
    """The warning state of the point, caught up with."""
    plan = planned(cast, at=at)
    levels.catch_up(at)
    return PointWarning.objects.select_related("point__plan", "point__area", "rule").get(point=plan.point)


def warned(cast, *, at: datetime = cases.AT) -> PointWarning:
    """Two open cases in the community: blue by the first rule."""
    planned(cast, at=at)
    for _ in range(2):
        cases.registered(cast, at=at)
    return warning(cast, at=at)


def notices_of(user, kind: str) -> QuerySet:
    from shuangliu.notices.models import Notice

    return Notice.objects.filter(user=user, kind=kind)
