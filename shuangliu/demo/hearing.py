"""Doing the acts of a mediation case, each at its moment, by those who sit where it belongs."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.timezone import localdate

from grids.models import Area
from grids.roles import Role
from mediation import actions
from mediation.after import actions as after
from mediation.after.actions import Owed
from mediation.models import Case, Consent, Mediator
from mediation.models.cases import Source
from mediation.models.parties import Side
from mediation.models.refusals import RefusedCode
from mediation.models.rounds import AgreementForm, FailedReason
from shuangliu.accounts.models import User

from .acting import Actor
from .disputes import Dispute
from .moments import DAY, HOUR, between
from .people import People
from .world import World

REFUSED = "该纠纷人民法院已经受理，依法不予受理调解。"
REFS = {Source.POLICE_RECEPTION: "东公接〔{year}〕{n:04d}号", Source.PETITION: "双信〔{year}〕{n:04d}号"}
What = Consent.What
ADVICE = "已告知双方可依法申请仲裁、请求行政机关处理或者向人民法院起诉。"
RECORD = "双方陈述了各自意见和理由，调解员讲解相关法律规定，提出初步方案，双方同意商量后再谈。"
SOURCES = {Source.APPLICATION: 5, Source.SCREENING: 2, Source.POLICE_RECEPTION: 1, Source.PETITION: 1}


@dataclass
class Hearing:
    """One dispute of a community, mediated where the rules send it. `origin` is the incident it came from, if it did:
    that one opens the case."""

    world: World
    dispute: Dispute
    community: Area
    mediator: Mediator
    manager: User
    origin: Actor | None = None
    registered: Case | None = None
    is_fixed: bool = False  # by this mediator, whatever the rules of routing say

    @property
    def case(self) -> Case:
        return self.origin.case if self.origin else self.registered

    @property
    def clerk(self) -> User:
        return self.world.one(Role.MED_CLERK, self.world.town_of(self.community))

    @property
    def speaker(self) -> User:
        """Who writes for the mediator: themselves, or the clerk where they have no account."""
        return self.mediator.user or self.clerk

    def register(self, at: datetime) -> None:
        random, dispute = self.world.random, self.dispute
        source = random.choices(list(SOURCES), SOURCES.values())[0]
        self.registered = actions.register_case(
            source=source, external_ref=external_ref(self.world, source, at), category=dispute.category,
            title=dispute.title, summary=dispute.summary, area_key=self.community.key,
            happened_on=(at - 50 * HOUR).date(), place=self.community.name, people=dispute.people, by=self.clerk, at=at,
            scale=dispute.scale,
            parties=[self._party(side) for side in Side], uuid=uuid.UUID(int=random.getrandbits(128), version=4))

    def accept(self, at: datetime) -> None:
        """Both sides are known by now, were told their rights and agree."""
        if not self.case.parties.exists():
            for side in Side:
                actions.add_party(self.case, by=self.clerk, at=at, party=party_given(self.world.callers, side))
        actions.record_consent(
            self.case, by=self.clerk, at=at, parties=self.case.parties.all(), what=[What.TOLD, What.AGREES],
            form=self.world.windows.choices([Consent.Form.WRITTEN, Consent.Form.ORAL], [2, 1])[0])
        actions.accept_case(self.case, by=self.clerk, at=at)

    def refuse(self, at: datetime) -> None:
        actions.refuse_case(self.case, by=self.clerk, at=at, code=RefusedCode.IN_COURT, reason=REFUSED)

    def assign(self, at: datetime) -> None:
        if not self.is_fixed and self.case.org_id:
            members = Mediator.objects.filter(org=self.case.org_id).select_related("org", "user").order_by("id")
            self.mediator = self.world.random.choice(list(members))
        actions.assign_case(self.case, by=self.manager, at=at, mediator=self.mediator)

    def meet(self, at: datetime) -> None:
        random = self.world.random
        actions.hold_session(
            self.case, by=self.speaker, at=at, held_at=between(random, max(at - HOUR, self.case.accepted_at), at),
            place=f"{self.community.name}调解室", participants="双方当事人、社区网格员", record=RECORD,
            uuid=uuid.UUID(int=random.getrandbits(128), version=4))

    def agree(self, at: datetime) -> None:
        """In writing; signed the day after, where that has come."""
        amount = Decimal(self.world.random.randrange(500, 20_000, 100))
        actions.agree_case(
            self.case, by=self.speaker, at=at, agreement_form=AgreementForm.WRITTEN, agreement=self.dispute.agreement,
            facts=self.dispute.summary, manner="银行转账，收款方出具收条", copies=3, amount=amount,
            owed=[Owed(self._respondent(), "支付约定款项", amount, localdate(at + 20 * DAY))])

    def sign(self, at: datetime) -> None:
        after.sign_case(self.case, by=self.speaker, at=at, signed_on=localdate(at))

    def agree_orally(self, at: datetime) -> None:
        actions.agree_case(
            self.case, by=self.speaker, at=at, agreement_form=AgreementForm.ORAL, agreement=self.dispute.agreement,
            owed=[Owed(self._respondent(), "拆除围墙，恢复通行", on=localdate(at + 3 * DAY))])

    def breach(self, at: datetime) -> None:
        item = self.case.performances.get()
        after.breach_item(self.case, by=self.speaker, at=at, item=item, on=localdate(at),
                          note="围墙拆除五天后又重新砌起。")

    def reopen(self, at: datetime) -> None:
        actions.reopen_case(self.case, by=self.clerk, at=at, reason="口头协议达成五天后反悔，通道再次被堵。")

    def agree_and_pay(self, at: datetime) -> None:
        actions.agree_case(
            self.case, by=self.speaker, at=at, agreement_form=AgreementForm.WRITTEN, agreement=self.dispute.agreement,
            facts=self.dispute.summary, copies=3, amount=Decimal("200"),
            owed=[Owed(self._respondent(), "支付修补费用", Decimal("200"), is_done=True)])

    def _respondent(self):
        return self.case.parties.filter(role=Side.RESPONDENT).first()

    def fail(self, at: datetime) -> None:
        actions.fail_case(self.case, by=self.speaker, at=at, failed_reason=FailedReason.NO_AGREEMENT, advice=ADVICE)

    def _party(self, side: str) -> actions.PartyGiven:
        return party_given(self.world.people, side)


def party_given(people: People, side: str, **more) -> actions.PartyGiven:
    """Somebody out of the crowd, on this side."""
    person = people.person()
    return actions.PartyGiven(role=side, name=person.name, id_number=person.id_number, phone=person.phone, **more)


def external_ref(world: World, source: str, at: datetime) -> str:
    """The number under which another office sent it, where that office gives numbers."""
    return REFS[source].format(year=at.year, n=world.windows.randrange(1, 3000)) if source in REFS else ""
