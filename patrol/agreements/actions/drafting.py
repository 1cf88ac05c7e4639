"""How an agreement comes into being, and what may still be changed before the first has signed."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from grids.models import Area
from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from ..models import AgreementDuty, AgreementMove, FourPartyAgreement
from ..states import Act, State
from ..terms import LONGEST, Side, Task
from .moving import check, locked, move


@dataclass(frozen=True)
class Terms:
    """What the four agree on."""

    place: str
    households: int
    covered: int
    insurer: str
    insures: list[str]
    premium: Decimal
    subsidy: Decimal
    fund: Decimal
    cover: Decimal
    starts_on: date
    ends_on: date


@transaction.atomic
def draft(*, by, at: datetime, uuid: UUID, area: Area, terms: Terms, duties: Collection[Task],
          renews: FourPartyAgreement | None = None) -> tuple[FourPartyAgreement, bool]:
    """The draft, and whether it is new: the same form sent again gives the same one back. Raises ValidationError by
    fields, Conflict when somebody else has sent this form."""
    if sent := _sent_before(uuid, by):
        return sent, False
    examine(terms, duties)
    agreement = FourPartyAgreement(uuid=uuid, area=area, area_key=area.key, drafted_by=by, drafted_at=at,
                                   renews=renews, **asdict(terms))
    try:
        with transaction.atomic():
            agreement.save(force_insert=True)
    except IntegrityError:
        if sent := _sent_before(uuid, by):
            return sent, False
        raise
    _write_duties(agreement, duties)
    AgreementMove.objects.create(agreement=agreement, act=Act.DRAFT, to_state=State.DRAFT, by=by, at=at)
    audit.record("agreement.draft", agreement, by=by, at=at, renews=renews and renews.number)
    return agreement, True


@transaction.atomic
def correct(agreement: FourPartyAgreement, *, by, at: datetime, terms: Terms, duties: Collection[Task]) -> None:
    """What is signed stays as it was signed: a signature is taken back first. Raises AgreementMoved, Conflict,
    ValidationError."""
    row = locked(agreement, Act.CORRECT, by=by)
    if row.signed_count:
        raise Conflict(_("Somebody has signed it already. Take the signature back first: what is signed stays."),
                       matter=agreement)
    examine(terms, duties)
    agreement.duties.all().delete()
    _write_duties(agreement, duties)
    move(agreement, Act.CORRECT, by=by, at=at, **asdict(terms))


@transaction.atomic
def renew(agreement: FourPartyAgreement, *, by, at: datetime, uuid: UUID, ends_on: date,
          premium: Decimal) -> FourPartyAgreement:
    """续签. A draft with the same terms from the day after the last; the old one runs on, and is over when its
    successor is in force. Raises AgreementMoved, ValidationError, Conflict where there is one already."""
    check(agreement, Act.RENEW, by=by)
    starts_on = agreement.ends_on + timedelta(days=1)
    terms = Terms(**{name: getattr(agreement, name) for name in Terms.__dataclass_fields__} | {
        "starts_on": starts_on, "ends_on": ends_on, "premium": premium, "subsidy": min(agreement.subsidy, premium)})
    duties = [Task(duty.side, duty.text, duty.every, duty.hours) for duty in agreement.duties.all()]
    try:
        with transaction.atomic():
            new, is_new = draft(by=by, at=at, uuid=uuid, area=agreement.area, terms=terms, duties=duties,
                                renews=agreement)
    except IntegrityError:
        raise Conflict(_("Its renewal is drafted already."), matter=agreement.successor) from None
    if is_new:
        move(agreement, Act.RENEW, by=by, at=at, note=new.number)
    return new


def examine(terms: Terms, duties: Collection[Task]) -> None:
    """Raises ValidationError, each reason at its field."""
    wrong = {}
    if terms.covered > terms.households:
        wrong["covered"] = _("No more than live there.")
    if terms.subsidy > terms.premium:
        wrong["subsidy"] = _("No more than the whole premium.")
    if not terms.starts_on < terms.ends_on <= terms.starts_on + LONGEST:
        wrong["ends_on"] = _("After the first day, and three years later at most.")
    if missing := [side.label for side in Side if side not in {duty.side for duty in duties}]:
        wrong["duties"] = _("Each of the four takes something on. Missing: %(sides)s.") % {
            "sides": _(", ").join(str(label) for label in missing)}
    if wrong:
        raise ValidationError(wrong)


def _write_duties(agreement: FourPartyAgreement, duties: Collection[Task]) -> None:
    AgreementDuty.objects.bulk_create(
        AgreementDuty(agreement=agreement, side=duty.side, text=duty.text, every=duty.every, hours=duty.hours)
        for duty in duties)


def _sent_before(uuid: UUID, by) -> FourPartyAgreement | None:
    agreement = FourPartyAgreement.objects.filter(uuid=uuid).first()
    if agreement and agreement.drafted_by_id != by.pk:
        raise Conflict(_("This form was sent before by somebody else. Please start a new one."))
    return agreement
