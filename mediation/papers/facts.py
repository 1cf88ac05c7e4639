"""What the papers say of a case. The designs know these and no model; this file alone knows where they come from.

`of(case, clear=True)` holds names, numbers and phones in clear: every use of it is logged with its purpose
(actions.make_papers, actions.archive_case). Without `clear` persons are masked, enough to see what the dossier needs.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from django.utils.timezone import localdate, localtime

from ..models import Case
from ..models.cases import Source
from ..models.parties import Side
from .models import FileNumber
from .wording import age, sex

SIDES = {Side.APPLICANT: "申请人", Side.RESPONDENT: "被申请人"}
CHANNELS = {"people": "人民调解", "administrative": "行政调解", "judicial": "司法调解"}


@dataclass(frozen=True)
class PartyFacts:
    pk: int
    side: str  # 申请人 | 被申请人
    name: str
    is_organisation: bool = False
    id_number: str = ""
    phone: str = ""
    address: str = ""
    occupation: str = ""
    representative: str = ""  # of an organisation
    kind: str = "party"  # party | agent | guardian
    acts_for: str = ""
    relation: str = ""
    authority: str = ""

    @property
    def sex(self) -> str:
        return "" if self.is_organisation else sex(self.id_number)

    def age(self, on: date) -> str:
        return "" if self.is_organisation else age(self.id_number, on)


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
    kind: str  # 人民调解 | 行政调解 | 司法调解
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
    agreement: str = ""
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
    """What a paper says of the case and of its last round. Without `clear`: persons masked, nothing of what was said."""
    last = case.round
    found = CaseFacts(
        number=case.number, file_number=FileNumber.text_of(case), org=case.org.name if case.org else "",
        kind=CHANNELS[case.channel], category=case.category.name, by_application=case.source == Source.APPLICATION,
        summary=case.summary, place=case.place, happened_on=case.happened_on,
        registered_on=localdate(case.registered_at), registered_by=case.registered_by.name, state=case.state,
        accepted_on=_day(case.accepted_at), refused_on=_day(case.refused_at), refused_reason=case.refused_reason,
        mediators=(case.mediator.name,) if case.mediator else (), outcome=case.outcome, advice=case.advice,
        parties=tuple(_party(party, clear) for party in case.parties.all()),
        sessions=tuple(SessionFacts(session.pk, localtime(session.held_at), session.place, session.participants,
                                    session.record) for session in case.sessions.all()))
    if last is not None:
        found = replace(
            found, concluded_on=_day(last.ended_at), end=last.end, agreement_form=last.agreement_form,
            agreement=last.agreement, amount=last.amount, effective_on=_day(last.effective_at),
            failed_reason=last.get_failed_reason_display(), advice=last.advice or case.advice, rounds=last.number)
    return found if clear else replace(found, summary="", agreement="", advice="", sessions=tuple(
        replace(session, participants="", record="") for session in found.sessions))


def _day(moment: datetime | None) -> date | None:
    return moment and localdate(moment)


def _party(party, clear: bool) -> PartyFacts:
    return PartyFacts(
        pk=party.pk, side=SIDES[party.role], is_organisation=party.is_organisation,
        name=party.name if clear else party.masked_name,
        id_number=party.id_number if clear else party.masked_id_number,
        phone=party.phone if clear else party.masked_phone)
