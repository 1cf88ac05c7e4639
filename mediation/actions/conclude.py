"""How mediation ends."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from shuangliu import audit, indicators
from shuangliu.indicators.counting import local_day

from .. import news
from ..models import Case
from ..models.cases import Outcome
from ..models.rounds import End
from ..states import Act
from .moving import close
from .overtime import refuse_over_time
from .rounds import end_round


@transaction.atomic
def agree_case(case: Case, *, by, at: datetime, agreement_form: str, agreement: str,
               amount: Decimal | None = None) -> None:
    """The parties agree, in writing or orally (People's Mediation Law art. 28). Raises CaseMoved."""
    is_first = _conclude(case, Act.AGREE, Outcome.SETTLED, at)
    end_round(case, End.AGREED, at=at, agreement_form=agreement_form, agreement=agreement, amount=amount,
              effective_at=at)
    if is_first:
        accepted_on, today = local_day(case.accepted_at), local_day(at)
        indicators.add_many([
            ("case.settled", case.area_key, accepted_on, 1),
            ("case.concluded", case.area_key, today, 1),
            ("case.concluded_settled", case.area_key, today, 1),
        ])
    audit.record("case.agreed", case, by=by, at=at, form=agreement_form)
    news.tell(case, "agree", by=by, at=at)


@transaction.atomic
def fail_case(case: Case, *, by, at: datetime, failed_reason: str, advice: str) -> None:
    """End without agreement: a party refuses (art. 3, 17), or none was reached. `advice` is what the parties were
    told of arbitration, administrative and court ways (art. 26). Raises CaseMoved, Refused."""
    refuse_over_time(case, failed_reason, at=at)
    is_first = _conclude(case, Act.FAIL, Outcome.FAILED, at)
    end_round(case, End.FAILED, at=at, failed_reason=failed_reason, advice=advice)
    if is_first:
        indicators.add("case.concluded", case.area_key, local_day(at))
    audit.record("case.failed", case, by=by, at=at, reason=failed_reason)
    news.tell(case, "fail", by=by, at=at)


def _conclude(case: Case, act: Act, outcome: Outcome, at: datetime) -> bool:
    """Close the case; whether this is its first end. A later one changes nothing that has been counted."""
    is_first = not case.outcome
    close(case, act, at=at, **({"concluded_at": at, "outcome": outcome} if is_first else {}))
    return is_first
