"""A written agreement takes effect."""

import uuid as uuids
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import attachments, audit

from ...actions.moving import CaseMoved
from ...models import Case
from ...states import Act
from .. import duties
from ..holding import agreed_round
from .owing import day_moment


@transaction.atomic
def sign_case(case: Case, *, by, at: datetime, signed_on: date, draft: uuids.UUID | None = None) -> None:
    """All parties and the mediator have signed and the seal is on it: it is in effect from that day, performances and
    the thirty days for the court run (人民调解法 art. 29). `draft` holds the scan. Raises CaseMoved."""
    one = agreed_round(case, Act.SIGN)
    if not one.waits_for_signatures:
        raise CaseMoved(_("This agreement is in effect already."), matter=case)
    one.effective_at = day_moment(signed_on, at=at, not_before=one.ended_at)
    one.save(update_fields=["effective_at"])
    if draft is not None:
        attachments.claim(draft, one, by=by)
    duties.take_effect(one, at=at)
    case.__dict__.pop("round", None)
    audit.record("case.signed", case, by=by, at=at, round=one.number, signed_on=signed_on)
