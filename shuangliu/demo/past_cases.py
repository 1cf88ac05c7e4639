"""Mediation cases that are over: those of the report (13,395 accepted from August 2011 to July 2014, 12,861 of
them settled) and some of the last twelve months. How they lie over months, towns and kinds is invented."""

import uuid
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.utils.timezone import localdate

from grids.models import Area
from grids.roles import Role
from mediation.models import Case, Consent, MediationOrg, Mediator, Party, Round, TimeLimit
from mediation.models.cases import Basis, Outcome, Source
from mediation.models.limits import Kind
from mediation.models.parties import Side
from mediation.models.rounds import AgreementForm, End, FailedReason, Why
from mediation.states import State
from shuangliu.audit.recording import entry

from . import ledger
from .disputes import Dispute, Disputes
from .hearing import external_ref
from .moments import at_clock, between, office_moment
from .periods import Period, last_year, report, weight
from .world import World


def load(world: World) -> int:
    """Write both periods; returns how many cases."""
    return sum(Writer(world, period).write() for period in (report(world), last_year(world)))


class Writer:
    """Writes the cases of one period."""

    def __init__(self, world: World, period: Period):
        self.world, self.period, self.random = world, period, world.random
        self.disputes = Disputes(world)
        self.communities = world.communities
        # A key community has about three times a village's disputes.
        self.attraction = [3 if community.grid_mode == "key" else 1 for community in self.communities]
        people = MediationOrg.objects.filter(kind="people").select_related("area")
        self.committees = _by_area(people.exclude(place="specialised"))
        self.specialised = {org.specialty.code: org for org in
                            MediationOrg.objects.filter(place="specialised").select_related("specialty", "area")}
        self.members = {org: list(people) for org, people in
                        groupby(Mediator.objects.order_by("org_id", "id"), key=lambda mediator: mediator.org_id)}
        self.limits: dict[int, timedelta] = {}

    def write(self) -> int:
        told = list(self._cases())
        cases = Case.objects.bulk_create([case for case, _ended in told], batch_size=1000)
        rounds = [self._round(case, ended) for case, ended in told]
        Round.objects.bulk_create(rounds, batch_size=1000)
        recent = [case for case in cases if localdate(case.accepted_at) >= self.period.parties_since]
        parties = (party for case in recent for party in self._parties(case))
        parties = Party.objects.bulk_create(parties, batch_size=1000)
        Consent.objects.bulk_create((one for party in parties for one in self._consents(party)), batch_size=1000)
        ledger.write(line for one in rounds for line in self._entries(one))
        return len(cases)

    def _cases(self) -> Iterator[tuple[Case, dict]]:
        period = self.period
        days = [period.start + timedelta(days=n) for n in range((period.end - period.start).days + 1)]
        drawn = self.random.choices(days, [weight(day, period.start) for day in days], k=period.accepted)
        drawn.sort()
        # Only what was accepted shortly before the end can still be open then.
        pending = set(range(period.accepted - 3 * period.pending, period.accepted, 3)) if period.pending else set()
        others = [n for n in range(period.accepted) if n not in pending]
        failed = set(self.random.sample(others, period.accepted - period.settled - len(pending)))
        for n, day in enumerate(drawn):
            yield self._case(day, settled=n not in pending | failed, after_the_end=n in pending)

    def _case(self, day: date, *, settled: bool, after_the_end: bool) -> tuple[Case, dict]:
        """The case, and how its one round ended."""
        random, dispute = self.random, self.disputes.draw()
        community = random.choices(self.communities, self.attraction)[0]
        org = self._org(dispute, community)
        mediator = random.choice(self.members[org.pk])
        accepted_at = office_moment(random, day)
        registered_at = accepted_at - timedelta(minutes=random.randint(5, 60))
        concluded_at = self._concluded(accepted_at, dispute, after_the_end)
        town = self.world.town_of(community)
        number, source = uuid.UUID(int=random.getrandbits(128), version=4), self._source()
        case = Case(
            uuid=number, source=source, external_ref=external_ref(self.world, source, registered_at),
            category=dispute.category, scale=dispute.scale, channel=org.kind, level=org.level, title=dispute.title,
            summary=dispute.summary, place=community.name, happened_on=day - timedelta(days=random.randint(0, 20)),
            people=dispute.people, area=community, area_key=community.key, center_id=org.center_id, org=org,
            mediator=mediator, for_org=org, for_mediator=mediator, for_channel=org.kind,
            registered_at=registered_at, registered_by=self.world.one(Role.MED_CLERK, town),
            accepted_at=accepted_at, basis=Basis.usual(source), assigned_at=between(random, accepted_at, min(
                accepted_at + timedelta(hours=3), concluded_at)), concluded_at=concluded_at,
            **({"state": State.AGREED, "outcome": Outcome.SETTLED} if settled else
               {"state": State.FAILED, "outcome": Outcome.FAILED}))
        ended = self._settled(dispute, concluded_at) if settled else self._failed()
        if ended.get("failed_reason") != FailedReason.REFUSED:  # who refuses does not come
            case.met_at = case.assigned_at + (concluded_at - case.assigned_at) / 2
        return case, ended

    def _round(self, case: Case, ended: dict) -> Round:
        return Round(case=case, number=1, center_id=case.center_id, org=case.org, mediator=case.mediator,
                     level=case.level, opened_at=case.accepted_at, opened_why=Why.ACCEPTED,
                     ended_at=case.concluded_at, **ended)

    def _org(self, dispute: Dispute, community: Area) -> MediationOrg:
        """The community's committee, the town's for a few, a specialised one for half of what is its own."""
        code = dispute.category.code
        specialised = self.specialised.get(code) or self.specialised.get(code[:2])
        if specialised and self.random.random() < 0.5:
            return specialised
        area = community.parent_id if self.random.random() < 0.2 else community.pk
        return self.random.choice(self.committees[area])

    def _concluded(self, accepted_at: datetime, dispute: Dispute, after_the_end: bool) -> datetime:
        limit = self._limit(dispute)
        end = at_clock(self.period.end, time(17, 30))
        if after_the_end:
            return office_moment(self.random, self.period.end + timedelta(days=self.random.randint(1, 55)))
        latest = min(accepted_at + limit, end)
        days = self.random.triangular(0, (latest - accepted_at).days, (latest - accepted_at).days / 4)
        moment = office_moment(self.random, localdate(accepted_at + timedelta(days=days)))
        if accepted_at < moment < end:
            return moment
        return between(self.random, accepted_at, min(accepted_at + timedelta(hours=5), end))

    def _limit(self, dispute: Dispute) -> timedelta:
        pk = dispute.category.pk
        if pk not in self.limits:
            self.limits[pk] = timedelta(days=TimeLimit.objects.of(Kind.MEDIATE, dispute.category).amount)
        return self.limits[pk]

    def _source(self) -> str:
        return self.random.choices(
            [Source.APPLICATION, Source.SCREENING, Source.INITIATIVE, Source.POLICE_RECEPTION, Source.PETITION,
             Source.COURT], [46, 20, 14, 12, 5, 3])[0]

    def _settled(self, dispute: Dispute, at: datetime) -> dict:
        is_written = self.random.random() < 0.6
        return {
            "end": End.AGREED, "agreement": dispute.agreement, "effective_at": at,
            "agreement_form": AgreementForm.WRITTEN if is_written else AgreementForm.ORAL,
            "amount": self.random.randrange(300, 60_000, 100) if is_written else None,
        }

    def _failed(self) -> dict:
        reason = self.random.choices(
            [FailedReason.NO_AGREEMENT, FailedReason.REFUSED, FailedReason.SUED, FailedReason.OVER_TIME],
            [45, 25, 20, 10])[0]
        return {"end": End.FAILED, "failed_reason": reason,
                "advice": "已告知双方可依法申请仲裁、请求行政机关处理或者向人民法院起诉。"}

    def _parties(self, case: Case) -> Iterator[Party]:
        for side in Side:
            person = self.world.people.person()
            yield Party(case=case, role=side, name=person.name, id_number=person.id_number,
                        phone=person.phone).hash_numbers()

    def _consents(self, party: Party) -> Iterator[Consent]:
        """Told at the window, and agreed, when the case was taken on."""
        at = party.case.accepted_at
        for what in (Consent.What.TOLD, Consent.What.AGREES):
            yield Consent(party=party, what=what, form=Consent.Form.WRITTEN, said_at=at, recorded_at=at,
                          by=party.case.registered_by)

    def _entries(self, one: Round) -> Iterator:
        case = one.case
        clerk, mediator = case.registered_by, case.mediator
        manager = self.world.one(Role.CENTER_MANAGER, self.world.town_of(case.area))
        who = mediator.user or clerk
        yield entry("case.registered", case, by=clerk, at=case.registered_at, source=case.source,
                    category=case.category.code)
        yield entry("case.accepted", case, by=clerk, at=case.accepted_at)
        yield entry("case.assigned", case, by=manager, at=case.assigned_at, mediator=mediator.name, org=case.org.name)
        if case.state == State.AGREED:
            yield entry("case.agreed", case, by=who, at=case.concluded_at, form=one.agreement_form)
        else:
            yield entry("case.failed", case, by=who, at=case.concluded_at, reason=one.failed_reason)


def _by_area(orgs) -> dict[int, list[MediationOrg]]:
    found = {}
    for org in orgs.order_by("id"):
        found.setdefault(org.area_id, []).append(org)
    return found
