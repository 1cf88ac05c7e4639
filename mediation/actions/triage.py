"""Taking a dispute on, or not."""

from dataclasses import replace
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from grids.models import Level
from shuangliu import audit, deadlines
from shuangliu.deadlines.models import Step
from shuangliu.indicators.counting import local_day

from .. import news
from ..models import Case, MediationCenter, MediationOrg
from ..models.cases import Basis
from ..models.limits import Kind
from ..models.refusals import ADVICE, RefusedCode
from ..models.rounds import Why
from ..readiness import gaps
from ..routing.finding import Destination, destination
from .moving import check, close, host_key_of, move, start_clock
from .rounds import open_round


class NotReady(ValidationError):
    """Something is missing before the dispute may be taken on: each message says what."""

    field = None


@transaction.atomic
def accept_case(case: Case, *, by, at: datetime, basis: str | None = None, org: MediationOrg | None = None,
                chosen_why: str = "") -> None:
    """Take the dispute on: its statutory limit runs from now. It goes where the rules say, or to `org` for a reason
    (分类分级联动, domain.md §1.2). Whoever accepts has asked whether it is before a court or in another channel
    (医疗纠纷预防和处理条例 art. 31). Raises CaseMoved, NotReady."""
    check(case, "accept")
    basis = basis or Basis.usual(case.source)
    if missing := gaps(case, basis):
        raise NotReady(missing)
    goes = destination(case, local_day(at))
    if org is not None and org != goes.org:
        goes = replace(goes, org=org, level=org.level)
    else:
        chosen_why = ""
    center = center_for(case, goes)
    deadlines.stop(case, at=at, kind=Kind.TRIAGE)
    due_at = start_clock(case, Kind.MEDIATE, at=at)
    move(case, "accept", accepted_at=at, basis=basis, due_at=due_at, alert=Step.NONE, org=goes.org, center=center,
         host_key=host_key_of(case, center),
         channel=goes.org.kind if goes.org else goes.route.channel if goes.route else case.channel)
    open_round(case, Why.ACCEPTED, at=at, level=goes.level, org=goes.org, route=goes.route, chosen_why=chosen_why)
    audit.record("case.accepted", case, by=by, at=at, basis=basis, level=goes.level,
                 org=goes.org.name if goes.org else "", rule=goes.route.code if goes.route else "", why=chosen_why)
    news.tell(case, "accept", by=by, at=at)


def center_for(case: Case, goes: Destination) -> MediationCenter | None:
    """Who has the case then: the county's centre for what goes to the county's committee. What goes to a specialised
    organisation stays with the centre that took it on, which appoints a mediator there and keeps the papers."""
    if goes.org is not None and goes.org.center.kind != MediationCenter.Kind.SPECIALISED:
        return goes.org.center
    if goes.org is None and goes.level == Level.COUNTY:
        return MediationCenter.of_county(case.area_key) or case.center
    return case.center


@transaction.atomic
def refuse_case(case: Case, *, by, at: datetime, code: str = RefusedCode.OTHER, reason: str = "",
                advice: str = "") -> None:
    """Do not take it on, say why, and where else to go: without `advice`, what is usual for the reason. It counts in no
    success rate. Raises CaseMoved."""
    close(case, "refuse", at=at, refused_at=at, refused_code=code, refused_reason=reason,
          advice=advice or str(ADVICE[code]))
    audit.record("case.refused", case, by=by, at=at, code=code)
    news.tell(case, "refuse", by=by, at=at)
