"""How mediation ends."""

import uuid as uuids
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from shuangliu import audit

from .. import news
from ..after import duties
from ..after.actions.owing import Owed, owe
from ..models import Case
from ..models.cases import Outcome
from ..models.rounds import AgreementForm, End, FailedReason
from ..states import Act
from .moving import Refused, close
from .overtime import refuse_over_time
from .rounds import end_round

NOBODY_TRIED = _("No mediator was appointed: nobody has tried to reach an agreement.")


@transaction.atomic
def agree_case(case: Case, *, by, at: datetime, agreement_form: str, agreement: str, amount: Decimal | None = None,
               owed: Iterable[Owed] = (), **parts) -> None:
    """The parties agree, in writing or orally (People's Mediation Law art. 28): it counts from now, and is in effect
    from now where it is oral. `parts` are those of a written one (art. 29: facts, responsibility, manner, term,
    copies); `owed` is what has to be performed. Raises CaseMoved."""
    _conclude(case, Act.AGREE, Outcome.SETTLED, at)
    is_oral = agreement_form == AgreementForm.ORAL
    ended = end_round(case, End.AGREED, at=at, agreement_form=agreement_form, agreement=agreement, amount=amount,
                      effective_at=at if is_oral else None, **parts)
    owe(ended, owed, by=by, at=at, uuid=uuids.uuid4())
    duties.after_agreement(ended, at=at)
    audit.record("case.agreed", case, by=by, at=at, form=agreement_form)
    news.tell(case, "agree", by=by, at=at)


@transaction.atomic
def fail_case(case: Case, *, by, at: datetime, failed_reason: str, advice: str) -> None:
    """End without agreement: a party refuses (art. 3, 17), or none was reached. `advice` is what the parties were
    told of arbitration, administrative and court ways (art. 26). Raises CaseMoved, Refused."""
    refuse_over_time(case, failed_reason, at=at)
    if case.mediator_id is None and failed_reason == FailedReason.NO_AGREEMENT:
        raise Refused(NOBODY_TRIED, field="failed_reason")
    _conclude(case, Act.FAIL, Outcome.FAILED, at)
    ended = end_round(case, End.FAILED, at=at, failed_reason=failed_reason, advice=advice)
    duties.after_failure(ended, at=at)
    audit.record("case.failed", case, by=by, at=at, reason=failed_reason)
    news.tell(case, "fail", by=by, at=at)


def _conclude(case: Case, act: Act, outcome: Outcome, at: datetime) -> None:
    """Close the case. An end after the first one changes nothing that has been counted."""
    close(case, act, at=at, **({} if case.outcome else {"concluded_at": at, "outcome": outcome}))
