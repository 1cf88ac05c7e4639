"""The clock of a request: more time, once; and what it says."""

from datetime import datetime

from django.db import transaction

from shuangliu import audit, deadlines
from shuangliu.deadlines.models import Step

from .. import news
from ..limits import CLOCK, MORE
from ..models import SubjectMove, SubjectRequest
from ..states import Act
from .moving import move

ACTS = {Step.WARNED: Act.WARN, Step.OVERDUE: Act.LATE, Step.RAISED: Act.RAISE}


@transaction.atomic
def extend(request: SubjectRequest, *, by, at: datetime, reason: str) -> None:
    """Once, with a reason that the person reads. Raises RequestMoved."""
    move(request, Act.EXTEND, by=by, at=at, extended_at=at, extended_why=reason)
    clock = deadlines.extend(request, CLOCK, amount=MORE, at=at)
    SubjectRequest.objects.filter(pk=request.pk).update(due_at=clock.due_at, alert=clock.step)
    request.refresh_from_db()


@transaction.atomic
def strike(pk: int, *, step: str, at: datetime) -> None:
    """Its clock says that the time runs out, or is over. Heard twice, it changes nothing more."""
    row = SubjectRequest.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if row is None or not row.is_open or row.alert == step:
        return
    SubjectRequest.objects.filter(pk=pk).update(alert=step)
    act = ACTS[step]
    SubjectMove.objects.create(request=row, act=act, from_state=row.state, to_state=row.state, at=at)
    audit.record(f"subject.{act}", row, by=None, at=at)
    news.tell(row, act, by=None, at=at)
