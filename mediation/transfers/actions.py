"""What befalls a case that is offered to others: offered, taken on, handed back, taken back, gone for good."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import audit, deadlines
from shuangliu.deadlines.models import Step

from .. import news
from ..actions.moving import CaseMoved, check, close, host_key_of, move, start_clock
from ..actions.rounds import end_round, open_round
from ..actions.triage import NotReady
from ..models import Case, CaseTransfer, MediationOrg, ResultReport
from ..models.cases import Basis, Outcome
from ..models.limits import Kind
from ..models.rounds import End, Why
from ..readiness import gaps
from ..states import Act, State

OURS = (Kind.TRIAGE, Kind.MEDIATE)  # the clocks that rest while a case is offered


def open_transfer(case: Case) -> CaseTransfer | None:
    return case.transfers.filter(answered_at=None).select_related("to_org__center__area", "from_center").first()


@transaction.atomic
def transfer_case(case: Case, *, by, at: datetime, kind: str, reason: str, to_org: MediationOrg | None = None,
                  body: str = "", body_name: str = "", channel: str = "", documents: str = "") -> CaseTransfer:
    """Offer the case to an organisation of the network, or to a body outside (`body`, `body_name`, `channel`). Our
    clock rests, that of the answer runs. Raises CaseMoved."""
    check(case, Act.TRANSFER)
    if to_org is not None and to_org.pk == case.org_id and case.accepted_at:
        raise CaseMoved(_("This organisation has the case already."), matter=case)
    for one in OURS:
        deadlines.pause(case, at=at, kind=one)
    due_at = start_clock(case, Kind.TRANSFER, at=at)
    move(case, Act.TRANSFER, due_at=due_at, alert=Step.NONE, offered_key=to_org and to_org.center.area.key)
    offer = CaseTransfer.objects.create(
        case=case, kind=kind, from_center=case.center, from_org=case.org, to_org=to_org, body=body, body_name=body_name,
        channel=to_org.kind if to_org else channel, reason=reason, documents=documents, offered_at=at, offered_by=by)
    audit.record("case.transferred", case, by=by, at=at, to=offer.target, kind=kind)
    news.tell(case, Act.TRANSFER, by=by, at=at, elsewhere=case.offered_key)
    return offer


@transaction.atomic
def take_case(case: Case, *, by, at: datetime) -> None:
    """The organisation that was asked takes the case on: it is accepted there, a round of its own begins, and the
    limit runs anew, for another body begins. What nobody has accepted yet needs what every acceptance needs (the
    parties told and agreed, or nobody refusing). Raises CaseMoved, NotReady."""
    check(case, Act.TAKE)
    offer = _offer(case)
    if offer.to_org is None:
        raise CaseMoved(_("A body outside takes a case out of the platform."), matter=case)
    is_new, org, basis = case.accepted_at is None, offer.to_org, Basis.usual(case.source)
    if is_new and (missing := gaps(case, basis)):
        raise NotReady(missing)
    sender = case.area_key if case.host_key is None else case.host_key
    for kind in (*OURS, Kind.TRANSFER):
        deadlines.stop(case, at=at, kind=kind)
    due_at = start_clock(case, Kind.MEDIATE, at=at)
    move(case, Act.TAKE, due_at=due_at, alert=Step.NONE, offered_key=None, mediator=None, assigned_at=None, org=org,
         center=org.center, host_key=host_key_of(case, org.center), channel=org.kind,
         **({"accepted_at": at, "basis": basis} if is_new else {}))
    if not is_new:
        end_round(case, End.TRANSFERRED, at=at)
    open_round(case, Why.TAKEN, at=at, level=org.level, org=org)
    _answer(offer, CaseTransfer.Answer.TAKEN, by=by, at=at)
    audit.record("case.taken", case, by=by, at=at, org=org.name)
    news.tell(case, Act.TAKE, by=by, at=at, elsewhere=sender)


@transaction.atomic
def hand_back_case(case: Case, *, by, at: datetime, reason: str) -> None:
    """Who was asked does not take it, and says why: it is as it was before it was offered. Raises CaseMoved."""
    _back(case, Act.HAND_BACK, CaseTransfer.Answer.RETURNED, reason, by=by, at=at)
    audit.record("case.handed_back", case, by=by, at=at)
    news.tell(case, Act.HAND_BACK, by=by, at=at)


@transaction.atomic
def recall_case(case: Case, *, by, at: datetime, reason: str) -> None:
    """The sender takes the offer back before it was answered. Raises CaseMoved."""
    asked = case.offered_key
    _back(case, Act.RECALL, CaseTransfer.Answer.RECALLED, reason, by=by, at=at)
    audit.record("case.recalled", case, by=by, at=at)
    news.tell(case, Act.RECALL, by=by, at=at, elsewhere=asked)


@transaction.atomic
def move_out_case(case: Case, *, by, at: datetime, external_number: str = "") -> None:
    """A body outside has taken it on: it ends here. Nobody settled it and nobody failed: it is in the denominator of
    rate A where it had been accepted, and in no other. Raises CaseMoved."""
    check(case, Act.MOVE_OUT)
    offer = _offer(case)
    if offer.to_org is not None:
        raise CaseMoved(_("An organisation of the network takes the case on itself."), matter=case)
    is_running = case.rounds.filter(ended_at=None).exists()
    close(case, Act.MOVE_OUT, at=at,
          **({} if case.outcome else {"outcome": Outcome.MOVED, "concluded_at": at}))
    if is_running:
        end_round(case, End.TRANSFERRED, at=at)
    _answer(offer, CaseTransfer.Answer.TAKEN, by=by, at=at, external_number=external_number)
    audit.record("case.moved_out", case, by=by, at=at, to=offer.target)
    news.tell(case, Act.MOVE_OUT, by=by, at=at)


@transaction.atomic
def report_result(case: Case, *, by, at: datetime, to: str, how: str) -> ResultReport:
    """Write down that the body which gave us the case was told how it ended. Raises CaseMoved."""
    check(case, Act.REPORT_RESULT)
    report, is_new = ResultReport.objects.get_or_create(case=case, defaults={
        "to": to, "how": how, "told_at": at, "by": by})
    if not is_new:
        raise CaseMoved(_("The result has been reported already."), matter=case)
    audit.record("case.result_reported", case, by=by, at=at, to=to)
    return report


def _offer(case: Case) -> CaseTransfer:
    offer = open_transfer(case)
    if offer is None:
        raise CaseMoved(_("Nobody has been asked to take this case."), matter=case)
    return offer


def _answer(offer: CaseTransfer, answer: str, *, by, at: datetime, reason: str = "", external_number: str = "") -> None:
    offer.answer, offer.answer_reason, offer.answered_at, offer.answered_by = answer, reason, at, by
    offer.external_number = external_number
    offer.save()


def _back(case: Case, act: Act, answer: str, reason: str, *, by, at: datetime) -> None:
    """As before the offer: to be decided on, or to be given to a mediator; our clock goes on with what it had left."""
    check(case, act)
    offer = _offer(case)
    is_recalled = answer == CaseTransfer.Answer.RECALLED
    (deadlines.cancel if is_recalled else deadlines.stop)(case, at=at, kind=Kind.TRANSFER)
    own = Kind.MEDIATE if case.accepted_at else Kind.TRIAGE
    deadlines.resume(case, at=at, kind=own)
    clock = deadlines.running(case, own).first()
    move(case, act, to=State.ACCEPTED if case.accepted_at else State.REGISTERED, offered_key=None, mediator=None,
         assigned_at=None, due_at=clock.due_at if clock else start_clock(case, own, at=at),
         alert=clock.step if clock else Step.NONE)
    _answer(offer, answer, by=by, at=at, reason=reason)
