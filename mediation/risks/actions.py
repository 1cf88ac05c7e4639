"""Noting that a dispute may turn violent, telling the police, and noting that it is over."""

import uuid as uuids
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from shuangliu import audit

from .. import news
from ..actions.moving import CaseMoved, Refused, keep, stay
from ..models.cases import Case
from ..states import Act
from .models import PoliceReport, Risk


@transaction.atomic
def flag_risk(case: Case, *, by, at: datetime, sign: str, measure: str, uuid: uuids.UUID | None = None) -> Risk:
    """A situation may escalate: the manager hears of it at once (art. 25). Raises CaseMoved."""
    if case.risks.filter(ended_at=None).exclude(uuid=uuid).exists():
        raise CaseMoved(_("A risk is noted already."), matter=case)
    risk, is_new = keep(Risk, case, Act.RISK, by=by, at=at, uuid=uuid, sign=sign, measure=measure)
    if is_new:
        _show(case, True)
        audit.record("case.risk_noted", case, by=by, at=at, sign=sign)
        news.tell(case, "risk", by=by, at=at)
    return risk


@transaction.atomic
def report_to_police(case: Case, *, by, at: datetime, sign: str, reported_at: datetime, to: str, answer: str = "",
                     uuid: uuids.UUID | None = None) -> None:
    """The police were told (art. 25). Where no risk was noted yet, this notes it. Raises CaseMoved, Refused."""
    if reported_at > at:
        raise Refused(_("This lies in the future."), field="reported_at")
    if uuid and case.policereports.filter(uuid=uuid).exists():
        return
    stay(case, Act.POLICE)
    risk = case.risks.filter(ended_at=None).first() or flag_risk(
        case, by=by, at=at, sign=sign, measure=str(_("Reported to the police")))
    _row, _is_new = keep(PoliceReport, case, Act.POLICE, by=by, at=at, uuid=uuid, risk=risk, reported_at=reported_at,
                         to=to,
                        answer=answer)
    audit.record("case.police_told", case, by=by, at=at, reported_at=reported_at)
    news.tell(case, "police", by=by, at=at)


@transaction.atomic
def end_risk(case: Case, *, by, at: datetime, end_note: str) -> None:
    """It has calmed down. Raises CaseMoved."""
    stay(case, Act.RISK_OVER)
    ended = case.risks.filter(ended_at=None).update(ended_at=at, ended_by=by, end_note=end_note)
    if not ended:
        raise CaseMoved(_("No risk is noted."), matter=case)
    _show(case, False)
    audit.record("case.risk_over", case, by=by, at=at)


def _show(case: Case, is_at_risk: bool) -> None:
    case.is_at_risk = is_at_risk
    Case.objects.filter(pk=case.pk).update(is_at_risk=is_at_risk)
