"""Confirmation by the court, and what a court did later."""

import uuid as uuids
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from shuangliu import attachments, audit
from shuangliu.deadlines.calendars import current
from shuangliu.deadlines.worktime import after

from ...actions.moving import CaseMoved
from ...models import Case, Round, TimeLimit
from ...models.limits import Kind
from ...states import Act
from .. import duties
from ..holding import agreed_round, hold
from ..models import Confirmation, Suit
from ..models.court import Result

NOT_CONFIRMABLE = gettext_lazy(
    "Courts do not confirm agreements on status, adoption or marriage (Supreme Court rules on judicial confirmation "
    "2011, art. 4).")
ADVICE = {
    Result.REJECTED: gettext_lazy(
        "The parties were told that they may change the agreement by mediation, make a new one, or sue over it."),
}


def why_not_confirmable(one: Round):
    """Why the court cannot be applied to for this agreement, None when it can."""
    if not one.case.category.is_confirmable:
        return NOT_CONFIRMABLE
    if one.agreement_form != "written":
        return gettext_lazy("The court needs the agreement in writing, signed and sealed.")
    if one.effective_at is None:
        return gettext_lazy("The agreement is not in effect yet: signatures or the seal are missing.")
    if one.case.channel == "judicial":
        return gettext_lazy("What was agreed before the court needs no confirmation.")
    return None


def last_day(one: Round) -> date:
    """Thirty days from effect; a day off rolls forward (人民调解法 art. 33, 民事诉讼法 art. 85)."""
    limit = TimeLimit.objects.of(Kind.CONFIRM, one.case.category).limit
    return localdate(after(one.effective_at, limit.amount, limit.unit, current()))


@transaction.atomic
def confirm_case(case: Case, *, by, at: datetime, court: str, applied_on: date, case_number: str = "",
                 draft: uuids.UUID | None = None) -> None:
    """Both sides have applied together. Raises CaseMoved: another application stands, or the court cannot be asked."""
    one = agreed_round(case, Act.CONFIRM)
    if reason := why_not_confirmable(one):
        raise CaseMoved(reason, matter=case)
    if one.confirmations.exclude(result=Result.WITHDRAWN).exists():
        raise CaseMoved(_("The court has been applied to already."), matter=case)
    made = Confirmation.objects.create(case=case, round=one, area_key=case.area_key, court=court, applied_on=applied_on,
                                       case_number=case_number, by=by, recorded_at=at)
    if draft is not None:
        attachments.claim(draft, made, by=by)
    duties.close(duties.of(one, Kind.CONFIRM), at=at)
    audit.record("case.confirmation_applied", case, by=by, at=at, on=applied_on)


@transaction.atomic
def rule_case(case: Case, *, by, at: datetime, result: str, decided_on: date, document_number: str = "",
              advice: str = "", draft: uuids.UUID | None = None) -> None:
    """What the court decided. Withdrawn in time, the parties may apply again. Raises CaseMoved."""
    one = agreed_round(case, Act.RULE)
    made = one.confirmations.filter(result="").first()
    if made is None:
        raise CaseMoved(_("No application is with the court."), matter=case)
    made.result, made.decided_on, made.document_number, made.advice = result, decided_on, document_number, advice
    made.save(update_fields=["result", "decided_on", "document_number", "advice"])
    if draft is not None:
        attachments.claim(draft, made, by=by)
    left = last_day(one) - localdate(at)
    if result == Result.WITHDRAWN and left > timedelta(0):
        duties.open_duty(one, Kind.CONFIRM, at=at, since=one.effective_at)
    audit.record("case.confirmation_decided", case, by=by, at=at, result=result)


@transaction.atomic
def record_suit(case: Case, *, by, at: datetime, uuid: uuids.UUID, kind: str, on: date, court: str, number: str = "",
                note: str = "") -> None:
    """What a court did with the dispute later. It changes no outcome and no figure (domain.md §5.2). The same `uuid`
    sent again changes nothing. Raises CaseMoved."""
    hold(case, Act.SUIT)
    _suit, is_new = Suit.objects.get_or_create(uuid=uuid, case=case, defaults={
        "kind": kind, "on": on, "court": court, "number": number, "note": note, "by": by, "recorded_at": at})
    if is_new:
        audit.record("case.suit_recorded", case, by=by, at=at, kind=kind, on=on)
