"""Taking a dispute on, or not."""

from datetime import datetime

from django.db import transaction

from shuangliu import audit, deadlines, indicators
from shuangliu.deadlines.models import Step
from shuangliu.indicators.counting import local_day

from .. import news
from ..models import Case
from ..models.limits import Kind
from ..models.rounds import Why
from .moving import check, close, move, start_clock
from .rounds import open_round


@transaction.atomic
def accept_case(case: Case, *, by, at: datetime) -> None:
    """Take the dispute on: its statutory limit runs from now. Raises CaseMoved."""
    check(case, "accept")
    deadlines.stop(case, at=at, kind=Kind.TRIAGE)
    due_at = start_clock(case, Kind.MEDIATE, at=at)
    move(case, "accept", accepted_at=at, due_at=due_at, alert=Step.NONE)
    open_round(case, Why.ACCEPTED, at=at)
    indicators.add("case.accepted", case.area_key, local_day(at))
    audit.record("case.accepted", case, by=by, at=at)
    news.tell(case, "accept", by=by, at=at)


@transaction.atomic
def refuse_case(case: Case, *, by, at: datetime, reason: str, advice: str = "") -> None:
    """Do not take it on, say why, and where else to go. It counts in no success rate. Raises CaseMoved."""
    close(case, "refuse", at=at, refused_at=at, refused_reason=reason, advice=advice)
    audit.record("case.refused", case, by=by, at=at)
