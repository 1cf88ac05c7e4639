"""What the papers say of a case. The designs know these and no model; this file alone knows where they come from.

`of(case, clear=True)` holds names, numbers and phones in clear: every use of it is logged with its purpose
(actions.make_papers, actions.archive_case). Without `clear` persons are masked, enough to see what the dossier needs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from django.utils.timezone import localdate, localtime

from shuangliu.privacy.documents import Document

from ..after.models.court import Result
from ..after.models.follow_up import Answer, Kept, Way
from ..after.models.performance import Due
from ..models import Case
from ..models.cases import Source
from ..models.parties import Representative, Sex, Side
from ..models.rounds import Round
from .models import FileNumber
from .wording import age

SIDES = {Side.APPLICANT: "申请人", Side.RESPONDENT: "被申请人"}
SEXES = {Sex.MAN: "男", Sex.WOMAN: "女"}
# What a paper calls the number: of an ID card unless it says otherwise.
DOCUMENTS = {"": "身份证号", Document.ID_CARD: "身份证号", Document.PASSPORT: "护照号码",
             Document.CREDIT_CODE: "统一社会信用代码"}
POWERS = {Representative.Powers.GENERAL: "一般代理。",
          Representative.Powers.SPECIAL: "特别授权：代为承认、放弃、变更调解请求，进行和解，签署调解协议，代收款物。"}
WAYS = {Way.PHONE: "电话", Way.VISIT: "上门", Way.WINDOW: "窗口"}
KEPT = {Kept.KEPT: "协议已履行。", Kept.PARTLY: "协议部分履行。",
        Kept.BROKEN: "协议未履行。", Kept.NOT_DUE: "履行期限未到。"}
ANSWERS = {Answer.SATISFIED: "满意", Answer.BASICALLY: "基本满意", Answer.UNSATISFIED: "不满意",
           Answer.REFUSED: "不愿评价"}


@dataclass(frozen=True)
class PartyFacts:
    pk: int
    side: str  # 申请人 | 被申请人
    name: str
    is_organisation: bool = False
    id_number: str = ""
    document: str = "身份证号"
    sex: str = ""
    born_on: date | None = None
    phone: str = ""
    address: str = ""
    occupation: str = ""
    representative: str = ""  # of an organisation
    kind: str = "party"  # party | agent | guardian
    acts_for: str = ""
    relation: str = ""
    authority: str = ""
    authorised_on: date | None = None

    def age(self, on: date) -> str:
        return age(self.born_on, on) if self.born_on else ""


@dataclass(frozen=True)
class SessionFacts:
    pk: int
    held_at: datetime
    place: str
    participants: str
    record: str


@dataclass(frozen=True)
class EvidenceFacts:
    name: str
    given_by: str = ""
    kind: str = ""
    on: date | None = None
    pages: int | None = None


@dataclass(frozen=True)
class PerformanceFacts:
    pk: int
    what: str
    payer: str = ""
    payee: str = ""
    amount: Decimal | None = None
    manner: str = ""
    due_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True)
class FollowUpFacts:
    pk: int
    on: date
    by: str
    manner: str = ""
    record: str = ""
    satisfaction: str = ""


@dataclass(frozen=True)
class ConfirmationFacts:
    court: str = ""
    applied_on: date | None = None
    result: str = ""
    document: str = ""


@dataclass(frozen=True)
class CaseFacts:
    number: str
    file_number: str
    org: str
    category: str
    by_application: bool
    summary: str
    place: str
    happened_on: date
    registered_on: date
    state: str
    registered_by: str = ""
    request: str = ""
    accepted_on: date | None = None
    refused_on: date | None = None
    refused_reason: str = ""
    mediators: tuple[str, ...] = ()
    concluded_on: date | None = None
    outcome: str = ""  # settled | failed: what counts, set at the first end
    end: str = ""  # how the last round ended: agreed | failed | …
    rounds: int = 1
    agreement_form: str = ""
    issues: str = ""  # facts and issues as the agreement states them
    responsibility: str = ""
    agreement: str = ""
    manner: str = ""
    term: str = ""
    copies: int | None = None
    amount: Decimal | None = None
    effective_on: date | None = None
    failed_reason: str = ""
    advice: str = ""
    parties: tuple[PartyFacts, ...] = ()
    sessions: tuple[SessionFacts, ...] = ()
    evidence: tuple[EvidenceFacts, ...] = ()
    performances: tuple[PerformanceFacts, ...] = ()
    follow_ups: tuple[FollowUpFacts, ...] = ()
    confirmation: ConfirmationFacts | None = None
    investigations: tuple[SessionFacts, ...] = ()

    @property
    def principals(self) -> tuple[PartyFacts, ...]:
        return tuple(party for party in self.parties if party.kind == "party")

    @property
    def agents(self) -> tuple[PartyFacts, ...]:
        return tuple(party for party in self.parties if party.kind == "agent")

    def side(self, side: str) -> tuple[PartyFacts, ...]:
        return tuple(party for party in self.principals if party.side == side)


def of(case: Case, *, clear: bool) -> CaseFacts:
    """What a paper says of the case and its last round. Without `clear`: persons masked, nothing of what was said."""
    last = case.round
    found = CaseFacts(
        number=case.number, file_number=FileNumber.text_of(case), org=case.org.name if case.org else "",
        category=case.category.name, by_application=case.source == Source.APPLICATION,
        summary=case.summary, place=case.place, happened_on=case.happened_on,
        registered_on=localdate(case.registered_at), registered_by=case.registered_by.name, state=case.state,
        accepted_on=_day(case.accepted_at), refused_on=_day(case.refused_at), refused_reason=case.refused_reason,
        mediators=(case.mediator.name,) if case.mediator else (), outcome=case.outcome, advice=case.advice,
        parties=tuple(_people(case, clear)),
        sessions=tuple(SessionFacts(session.pk, localtime(session.held_at), session.place, session.participants,
                                    session.record) for session in case.sessions.all()))
    if last is not None:
        found = replace(
            found, concluded_on=_day(last.ended_at), end=last.end, agreement_form=last.agreement_form,
            agreement=last.agreement, amount=last.amount, effective_on=_day(last.effective_at), issues=last.facts,
            responsibility=last.responsibility, manner=last.manner, term=last.term, copies=last.copies,
            performances=tuple(_performances(last, clear)), follow_ups=tuple(_follow_ups(last, clear)),
            confirmation=_confirmation(last),
            failed_reason=last.get_failed_reason_display(), advice=last.advice or case.advice, rounds=last.number)
    return found if clear else replace(found, summary="", issues="", agreement="", advice="", sessions=tuple(
        replace(session, participants="", record="") for session in found.sessions))


def _day(moment: datetime | None) -> date | None:
    return moment and localdate(moment)


def _people(case: Case, clear: bool) -> Iterator[PartyFacts]:
    """Each party, and after it those who speak for it now."""
    for party in case.parties.prefetch_related("representatives"):
        side = SIDES[party.role]
        yield PartyFacts(
            pk=party.pk, side=side, is_organisation=party.is_organisation, **_identity(party, clear),
            sex=str(SEXES.get(party.sex, "")), born_on=party.born_on if clear else None,
            address=party.address if clear else party.masked_address, occupation=party.occupation if clear else "")
        for one in party.speakers:
            yield PartyFacts(
                pk=one.pk, side=side, kind=one.kind, **_identity(one, clear), relation=one.relation,
                acts_for=party.name if clear else party.masked_name, authority=POWERS.get(one.powers, ""),
                authorised_on=one.authorised_on)


def _performances(one: Round, clear: bool) -> Iterator[PerformanceFacts]:
    for item in one.performances.exclude(state=Due.SUPERSEDED).for_card():
        payer = item.party and (item.party.name if clear else item.party.masked_name)
        yield PerformanceFacts(item.pk, item.what, payer or "", amount=item.amount, due_on=item.day,
                               done_on=item.done_on)


def _follow_ups(one: Round, clear: bool) -> Iterator[FollowUpFacts]:
    """Attempts that reached somebody. What was answered is for clear papers only."""
    for visit in one.follow_ups.exclude(answer=Answer.UNREACHABLE).select_related("party", "by"):
        asked = visit.party.name if clear and visit.party else ""
        said = (asked and f"被回访人：{asked}", KEPT.get(visit.kept), *_alarms(visit), visit.note)
        yield FollowUpFacts(visit.pk, localdate(visit.made_at), visit.by.name, WAYS[visit.way],
                            "\n".join(filter(None, said)) if clear else "",
                            ANSWERS.get(visit.answer, "") if clear else "")


def _alarms(visit) -> Iterator[str]:
    """What the form of 2010 asks of every follow-up."""
    yield "当事人已提起诉讼。" if visit.has_sued else "当事人未提起诉讼。"
    yield "有错误调解的迹象。" if visit.is_wrong else "未发现错误调解。"
    yield "有矛盾激化的可能。" if visit.may_escalate else "无矛盾激化迹象。"


def _confirmation(one: Round) -> ConfirmationFacts | None:
    found = one.confirmations.exclude(result=Result.WITHDRAWN).first()
    return found and ConfirmationFacts(found.court, found.applied_on, found.result, found.document_number)


def _identity(person, clear: bool) -> dict[str, str]:
    """What every person has in common: name, document and phone."""
    return {
        "name": person.name if clear else person.masked_name,
        "id_number": person.id_number if clear else person.masked_id_number,
        "phone": person.phone if clear else person.masked_phone,
        "document": DOCUMENTS.get(person.document, "证件号码"),
    }
