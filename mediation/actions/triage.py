"""Taking a dispute on, or not."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from shuangliu import audit, deadlines, indicators
from shuangliu.deadlines.models import Step
from shuangliu.indicators.counting import local_day

from .. import news
from ..models import Case
from ..models.cases import Basis
from ..models.limits import Kind
from ..models.refusals import ADVICE, RefusedCode
from ..models.rounds import Why
from ..readiness import gaps
from .moving import check, close, move, start_clock
from .rounds import open_round


class NotReady(ValidationError):
    """Something is missing before the dispute may be taken on: each message says what."""

    field = None


@transaction.atomic
def accept_case(case: Case, *, by, at: datetime, basis: str | None = None) -> None:
    """Take the dispute on: its statutory limit runs from now. Whoever accepts has asked whether it is before a court or
    in another channel (医疗纠纷预防和处理条例 art. 31). Raises CaseMoved, NotReady."""
    check(case, "accept")
    basis = basis or Basis.usual(case.source)
    if missing := gaps(case, basis):
        raise NotReady(missing)
    deadlines.stop(case, at=at, kind=Kind.TRIAGE)
    due_at = start_clock(case, Kind.MEDIATE, at=at)
    move(case, "accept", accepted_at=at, basis=basis, due_at=due_at, alert=Step.NONE)
    open_round(case, Why.ACCEPTED, at=at)
    indicators.add("case.accepted", case.area_key, local_day(at))
    audit.record("case.accepted", case, by=by, at=at, basis=basis)
    news.tell(case, "accept", by=by, at=at)


@transaction.atomic
def refuse_case(case: Case, *, by, at: datetime, code: str = RefusedCode.OTHER, reason: str = "",
                advice: str = "") -> None:
    """Do not take it on, say why, and where else to go: without `advice`, what is usual for the reason. It counts in no
    success rate. Raises CaseMoved."""
    close(case, "refuse", at=at, refused_at=at, refused_code=code, refused_reason=reason,
          advice=advice or str(ADVICE[code]))
    indicators.add("case.refused", case.area_key, local_day(at))
    audit.record("case.refused", case, by=by, at=at, code=code)
