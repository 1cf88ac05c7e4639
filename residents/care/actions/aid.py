"""Aid: applied for, granted or not, paid out on its days."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import attachments, audit, deadlines
from shuangliu.deadlines import Limit, Unit
from shuangliu.pages.conflict import Conflict

from .. import news
from ..models import AidApplication, AidPayment, CareReferral, CareRule
from ..states import AID_STEPS, HELPED, Act, AidAct, AidState
from .moving import CareMoved

DECIDE = "decide"  # the one clock of an application


class AidMoved(Conflict):
    """Somebody was faster, or the state does not allow the act: the 409 page."""

    def __init__(self, application: AidApplication, act: str):
        super().__init__(_("“%(act)s” is no longer possible: the application is now “%(state)s”.") % {
            "act": AidAct(act).label, "state": application.get_state_display()}, matter=application)


@transaction.atomic
def apply(referral: CareReferral, *, by, at: datetime, uuid: UUID, kind: str, amount: Decimal, starts_on: date,
          ends_on: date, for_household: bool = False) -> tuple[AidApplication, bool]:
    """Apply by way of a referral that the agency has accepted; files staged under `uuid` become its own. The same form
    sent again gives the same application. Raises ValidationError, CareMoved."""
    if sent := AidApplication.objects.filter(uuid=uuid, referral=referral).first():
        return sent, False
    if referral.state not in HELPED:
        raise CareMoved(referral, Act.BEGIN, by)
    if ends_on < starts_on:
        raise ValidationError({"ends_on": _("The last day lies before the first.")})
    application = AidApplication.objects.create(
        uuid=uuid, referral=referral, area_key=referral.area_key, kind=kind, amount=amount, starts_on=starts_on,
        ends_on=ends_on, household=_household(referral) if for_household else None, applied_at=at)
    limit = Limit(CareRule.current().aid_days, Unit.WORKING_DAYS)
    application.due_at = deadlines.start(application, DECIDE, limit=limit, at=at).due_at
    application.save(update_fields=["due_at"])
    attachments.claim(uuid, application, by=by)
    _write_down(application, AidAct.APPLY, by=by, at=at)
    return application, True


@transaction.atomic
def grant(application: AidApplication, *, by, at: datetime, granted: Decimal, granted_from: date, granted_until: date,
          payments: int = 1, reason: str = "") -> None:
    """So much for this period, in so many equal payments, monthly from its first day on. Raises ValidationError,
    AidMoved."""
    if granted_until < granted_from:
        raise ValidationError({"granted_until": _("The last day lies before the first.")})
    days = list(due_days(granted_from, payments))
    if days[-1] > granted_until:
        raise ValidationError({"payments": _("The last payment would lie after the last day.")})
    if granted < Decimal("0.01") * payments:
        raise ValidationError({"granted": _("Too little for so many payments.")})
    _move(application, AidAct.GRANT, by=by, at=at, granted=granted, granted_from=granted_from, reason=reason,
          granted_until=granted_until, decided_by=by, decided_at=at, due_at=None)
    AidPayment.objects.bulk_create([AidPayment(application=application, amount=amount, due_on=day)
                                    for day, amount in zip(days, parts(granted, payments), strict=True)])


def refuse(application: AidApplication, *, by, at: datetime, refusal: str, reason: str) -> None:
    """With a ground and words; the letter tells how to appeal. Raises AidMoved."""
    _move(application, AidAct.REFUSE, by=by, at=at, refusal=refusal, reason=reason, decided_by=by, decided_at=at,
          due_at=None)


@transaction.atomic
def pay(application: AidApplication, *, by, at: datetime, payment: AidPayment, paid_on: date) -> None:
    """A payment was made; the last one makes the aid paid out. A second time changes nothing. Raises AidMoved."""
    if paid_on > localdate(at):
        raise ValidationError({"paid_on": _("This day is still to come.")})
    row = _check(application, AidAct.PAY)
    row.payments.filter(pk=payment.pk, paid_on=None).update(paid_on=paid_on, paid_by=by)
    is_last = not row.payments.filter(paid_on=None).exists()
    _move(application, AidAct.PAY, by=by, at=at, **({"state": AidState.PAID} if is_last else {}))


def take_back(application: AidApplication, *, by, at: datetime) -> None:
    """They do not want it any more. Raises AidMoved."""
    _move(application, AidAct.TAKE_BACK, by=by, at=at, due_at=None)


def lapse(referral: CareReferral, *, at: datetime) -> None:
    """The referral has ended: what nobody has decided yet is not decided any more."""
    for application in referral.applications.filter(state=AidState.APPLIED):
        _move(application, AidAct.LAPSE, by=None, at=at, due_at=None)


def due_days(first: date, number: int):
    """The same day of each month, or the last one of a shorter month."""
    for month in range(number):
        year, index = divmod(first.month - 1 + month, 12)
        for day in range(first.day, 0, -1):
            try:
                yield date(first.year + year, index + 1, day)
                break
            except ValueError:
                continue


def parts(amount: Decimal, number: int) -> Sequence[Decimal]:
    """Equal in cents; what is left over goes into the first."""
    cents, left = divmod(int(amount * 100), number)
    return [Decimal(cents + (left if index == 0 else 0)) / 100 for index in range(number)]


def _household(referral: CareReferral):
    member = referral.person and referral.person.memberships.filter(until=None).select_related("household").first()
    if not member:
        raise ValidationError({"for_household": _("They are in no household of the register.")})
    return member.household


def _check(application: AidApplication, act: str) -> AidApplication:
    row = AidApplication.objects.select_for_update(of=("self",)).select_related("referral").get(pk=application.pk)
    if row.state not in AID_STEPS[act][0]:
        raise AidMoved(row, act)
    return row


@transaction.atomic
def _move(application: AidApplication, act: str, *, by, at: datetime, **changes) -> None:
    row = _check(application, act)
    AidApplication.objects.filter(pk=row.pk).update(**{"state": AID_STEPS[act][1] or row.state, **changes})
    application.refresh_from_db()
    if application.state != AidState.APPLIED:
        end = deadlines.cancel if application.state == AidState.WITHDRAWN else deadlines.stop
        end(application, at=at, kind=DECIDE)
    _write_down(application, act, by=by, at=at)


def strike(number: int, *, step: str, at: datetime) -> None:
    """The clock of the application with this key has struck: the agency is told, late the registrar as well."""
    news.tell_of_late_aid(AidApplication.objects.select_related("referral").get(pk=number), step, at=at)


def _write_down(application: AidApplication, act: str, *, by, at: datetime) -> None:
    audit.record(f"aid.{act}", application, by=by, at=at, to=application.state)
    news.tell_of_aid(application, act, by=by, at=at)
