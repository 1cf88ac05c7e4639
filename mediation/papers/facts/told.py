"""What the designs of papers know: plain facts, and no model."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from ..wording import age


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
class InvitedFacts:
    name: str
    kind: str  # 邻居 …
    role: str = ""


@dataclass(frozen=True)
class AddendumFacts:
    on: date
    by: str
    text: str


@dataclass(frozen=True)
class SessionFacts:
    pk: int
    held_at: datetime
    place: str
    participants: str
    record: str
    mediators: tuple[str, ...] = ()  # who leads, first
    is_public: bool = False
    by: str = ""
    addenda: tuple[AddendumFacts, ...] = ()


@dataclass(frozen=True)
class InquiryFacts:
    pk: int
    held_at: datetime
    place: str
    asked: str
    record: str
    by: str


@dataclass(frozen=True)
class EvidenceFacts:
    name: str
    given_by: str = ""
    kind: str = ""  # 原件 | 复印件
    on: date | None = None
    pieces: int | None = None
    returned: str = ""


@dataclass(frozen=True)
class ExpertFacts:
    name: str
    field: str
    title: str = ""  # and employer


@dataclass(frozen=True)
class PanelFacts:
    """What a panel was asked and said."""

    pk: int
    asked_on: date
    on: date
    experts: tuple[ExpertFacts, ...]
    question: str
    opinion: str
    plan: str


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
    inquiries: tuple[InquiryFacts, ...] = ()
    invited: tuple[InvitedFacts, ...] = ()
    panels: tuple[PanelFacts, ...] = ()
    center: str = ""
    channel: str = "people"  # people | administrative | judicial

    @property
    def principals(self) -> tuple[PartyFacts, ...]:
        return tuple(party for party in self.parties if party.kind == "party")

    @property
    def agents(self) -> tuple[PartyFacts, ...]:
        return tuple(party for party in self.parties if party.kind == "agent")

    def side(self, side: str) -> tuple[PartyFacts, ...]:
        return tuple(party for party in self.principals if party.side == side)
