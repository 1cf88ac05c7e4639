"""What mediators do besides meeting the parties: one case of the tour shows each of it."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.utils.timezone import localdate

from grids.roles import Role
from mediation.major import actions as major
from mediation.models import Case, Expert, Mediator
from mediation.panels import actions as panels
from mediation.records import actions as records
from mediation.risks import actions as risks
from mediation.states import State
from mediation.team import actions as team
from mediation.timing import actions as timing
from shuangliu import audit
from shuangliu.accounts.models import User

from .hearing import FIVE_ONES
from .moments import DAY, HOUR
from .world import World


def load(world: World) -> int:
    """Work on the cases of the demo account's mediator, each in another way while there are enough; how many ways."""
    mine = list(Case.objects.for_detail().filter(mediator__user=world.users["mediator"], state=State.MEDIATING)
                .order_by("id"))
    work = Casework(world)
    ways = (work.full_file, work.danger, work.major, work.recusal, work.panel) if mine else ()
    for n, way in enumerate(ways):
        way(mine[n % len(mine)])
    medical = Case.objects.for_detail().filter(category__code="0502", state=State.MEDIATING, due_at__gt=world.at)
    for case in medical.order_by("id")[:2]:
        work.appraisal(case)
    return len(ways)


@dataclass
class Casework:
    world: World

    @property
    def manager(self) -> User:
        return self.world.one(Role.CENTER_MANAGER, self.world.county)

    def full_file(self, case: Case) -> None:
        """Two mediators, a neighbour who helps, talks with one side, an investigation, evidence, a deposit."""
        speaker, at = case.mediator.user, self._moment(case, 0.6)
        colleague = (Mediator.objects.assignable_to(case).filter(org=case.org).exclude(pk=case.mediator_id)
                     .order_by("id").first())
        if colleague:
            team.set_team(case, by=self.manager, at=at, others=[colleague], chosen_by="respondent")
        team.invite_participant(case, by=speaker, at=at, kind="neighbour", name=self.world.people.name(True),
                                role="多年邻居，了解经过", parties_consent=True, uuid=self._uuid())
        records.note_privately(case, by=speaker, at=at, side="applicant", held_at=at - HOUR, uuid=self._uuid(),
                               text="申请方表示只要对方道歉并修复，赔偿数额可以商量。")
        records.investigate_case(
            case, by=speaker, at=at, held_at=at - 2 * HOUR, place="纠纷现场", asked=self.world.people.name(False),
            record="现场查看并询问知情人，双方所述经过基本一致，争议在于修复费用的分担。", uuid=self._uuid())
        for name, side, original in (("现场照片", "applicant", False), ("维修费收据", "respondent", True)):
            records.add_evidence(case, by=speaker, at=at, name=name, brought_by=side, is_original=original, pieces=2,
                                 received_on=localdate(at), uuid=self._uuid())
        if party := case.parties.filter(role="respondent").first():
            records.take_deposit(case, by=speaker, at=at, kind="deposit", amount=Decimal(3000), party=party,
                                 held_by="街道财政所专户", received_on=localdate(at), uuid=self._uuid())
            records.settle_deposit(case, by=speaker, at=at, deposit=case.deposits.get(), kind="applied",
                                   amount=Decimal(1200), on=localdate(at), uuid=self._uuid())

    def danger(self, case: Case) -> None:
        at = self._moment(case, 0.9)
        risks.report_to_police(case, by=case.mediator.user, at=at, sign="heated", reported_at=at - timedelta(minutes=5),
                               to="110报警服务台", answer="民警十分钟内到场", uuid=self._uuid())

    def major(self, case: Case) -> None:
        """Marked by the county, with the five ones, a weekly note and an order."""
        at = self._moment(case, 0.3)
        supervisor = self.world.one(Role.COUNTY_SUPERVISOR, self.world.county)
        major.mark_major(case, by=supervisor, at=at, reason="涉及多户，社会关注", uuid=self._uuid())
        major.write_five_ones(case, by=self.manager, at=at, **FIVE_ONES)
        major.note_progress(case, by=case.mediator.user, at=self._moment(case, 0.5),
                            text="已分别约谈双方，账目核对过半。",
                            next_step="本周五召开协调会", uuid=self._uuid())
        major.supervise_case(case, by=supervisor, at=self._moment(case, 0.5), text="请报告分期支付方案的进展。",
                             reply_by=localdate(self.world.at + 3 * DAY), uuid=self._uuid())

    def recusal(self, case: Case) -> None:
        team.raise_recusal(case, by=case.mediator.user, at=self._moment(case, 0.5), mediator=case.mediator,
                           raised_by="respondent", ground="relation", detail="曾在申请方单位任职", uuid=self._uuid())

    def panel(self, case: Case) -> None:
        panels.consult_panel(
            case, by=self.manager, at=self._moment(case, 0.3), question="损失如何认定？双方责任比例如何划分？",
            pool=Expert.objects.filter(field__in=["律师", "建筑工程造价"]).order_by("id")[:2],
            experts=[("罗工程师", "房屋建筑")], uuid=self._uuid())

    def appraisal(self, case: Case) -> None:
        at = self._moment(case, 0.7)
        timing.appraise_case(case, by=case.mediator.user or self.manager, at=at, subject="诊疗行为与损害的因果关系",
                             institution="市医学会", began_on=localdate(at), uuid=self._uuid())

    def _moment(self, case: Case, share: float) -> datetime:
        """So far between what was done last and now."""
        last = audit.history(case).last().at
        return last + (self.world.at - last) * share

    def _uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self.world.random.getrandbits(128), version=4)
