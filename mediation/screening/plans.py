"""Changing the plan of a point."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from mediation.models import MediationOrg, ScreeningPoint
from shuangliu import audit

from .models import Screening, ScreeningPlan


@transaction.atomic
def set_plan(plan: ScreeningPlan, *, by, at: datetime, every: str, org: MediationOrg, is_active: bool) -> None:
    """How often, by which organisation, or not at all for now. The period that runs goes on to its end; one that
    nobody has begun to work on falls away with the plan."""
    today, was = localdate(at), plan.every
    if is_active and not plan.is_active:
        plan.since = today  # what was not planned meanwhile was not missed
    plan.every, plan.is_active = every, is_active
    plan.save(update_fields=["every", "since", "is_active"])
    if not is_active:
        Screening.objects.filter(point=plan.point, closed_at=None, done_at=None, ends_on__gte=today).delete()
    ScreeningPoint.objects.filter(pk=plan.pk).update(org=org)
    plan.point.org = org
    audit.record("screening.planned", plan, by=by, at=at, every=every, was=was if was != every else None, org=org.pk,
                 is_active=is_active)
