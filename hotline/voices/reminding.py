"""Plans whose day of review is over: told once to the department and the hotline's supervisors."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Q
from django.utils.timezone import localdate

from grids.holders import Seat, holders
from grids.roles import Role
from shuangliu import notices

from .models import ContingencyPlan

BATCH = 200


def remind(*, at: datetime) -> int:
    """Returns of how many plans it was told."""
    today, told = localdate(at), 0
    late = ContingencyPlan.objects.in_force().filter(review_on__lt=today).filter(
        Q(reminded_on=None) | ~Q(reminded_on=F("review_on")))
    for plan in late.select_related("owner__area", "area").order_by("review_on", "id")[:BATCH]:
        with transaction.atomic():
            if late.filter(pk=plan.pk).update(reminded_on=plan.review_on):
                _tell(plan, at)
                told += 1
    return told


def _tell(plan: ContingencyPlan, at: datetime) -> None:
    today = localdate(at)
    seated = [*holders(plan.owner.area.key, {Seat(Role.DEPT_HANDLER, plan.owner_id)}, today),
              *holders(plan.area_key, {Seat(Role.HOTLINE_LEAD)}, today)]
    notices.tell(sorted({holder.user_id for holder in seated}), "plan.due", matter=plan, text=plan.title,
                 url=plan.get_absolute_url(), at=at)
