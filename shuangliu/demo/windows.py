"""What happens at the window of the tour's town before a dispute is mediated: a child with its mother, agents, the same
dispute over two channels, and what was not accepted, for each reason."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from grids.models import Area, Level
from mediation import actions
from mediation.models import Case, Consent, DisputeCategory, Representative
from mediation.models.cases import Source
from mediation.models.parties import Side
from mediation.models.refusals import RefusedCode

from . import accounts
from .hearing import external_ref, party_given
from .moments import DAY, HOUR
from .world import World

# reason, category, title, in words
REFUSED = [
    (RefusedCode.IN_COURT, "0804", "民间借贷纠纷", "区人民法院已立案受理，案号已由申请人提供。"),
    (RefusedCode.ELSEWHERE, "0799", "工伤待遇纠纷", "已申请劳动仲裁，仲裁委员会正在审理。"),
    (RefusedCode.OUT_OF_SCOPE, "0902", "宅基地使用权争议", "土地所有权和使用权争议由人民政府处理。"),
    (RefusedCode.OTHER_REFUSES, "0201", "楼道堆物通行纠纷", ""),
    (RefusedCode.NOT_OUR_AREA, "0602", "房屋租赁押金纠纷", "租赁房屋和双方住所均不在本区。"),
    (RefusedCode.WITHDRAWN, "0601", "预付卡退费纠纷", ""),
]


def load(world: World) -> int:
    """Bring them to the window; returns how many cases."""
    window = Window(world)
    before = Case.objects.count()
    window.child()
    window.company()
    window.twice()
    window.perhaps_twice()
    for n, refused in enumerate(REFUSED[:2] if world.is_tiny else REFUSED):
        window.refuse(*refused, days=4 + 9 * n)
    return Case.objects.count() - before


@dataclass
class Window:
    """The clerk of the tour, at a community of the town."""

    world: World

    @property
    def clerk(self):
        return self.world.users["clerk"]

    @property
    def community(self) -> Area:
        return accounts.home(self.world)[Level.COMMUNITY]

    def child(self) -> None:
        """A boy of twelve hit by an electric bicycle: his mother speaks for him, and both sides agree."""
        at, callers = self.world.at - 3 * HOUR, self.world.callers
        boy, mother = callers.person(is_woman=False, age=12), callers.person(is_woman=True)
        case = self._registered(
            at, "0503", "电动车碰撞未成年人赔偿纠纷",
            "放学途中在小区门口被电动车碰撞，左臂骨折，双方对护理费和营养费有争议。",
            [actions.PartyGiven(Side.APPLICANT, boy.name, boy.id_number, address=f"{self.community.name}3栋2单元",
                                occupation="学生"),
             party_given(callers, Side.RESPONDENT, occupation="外卖配送", contact="phone")])
        self._speaks(case.parties.get(role=Side.APPLICANT), mother, at, Representative.Kind.GUARDIAN, "母亲")
        self._consents(case, at)

    def company(self) -> None:
        """A company with its lawyer; the other side has not been asked yet."""
        at, callers = self.world.at - 5 * HOUR, self.world.callers
        case = self._registered(
            at, "0402", "物业费及停车管理纠纷", "业主以门禁长期失修为由拒交物业费，物业企业申请调解。",
            [actions.PartyGiven(Side.APPLICANT, "双流某物业服务有限公司", callers.credit_code(), "028-0000-1122",
                                is_organisation=True, address="东升街道", consent=Consent.Form.WRITTEN),
             party_given(callers, Side.RESPONDENT)])
        self._speaks(case.parties.get(role=Side.APPLICANT), callers.person(), at, Representative.Kind.AGENT, "律师",
                     powers=Representative.Powers.SPECIAL, authorised_on=(at - 2 * DAY).date())

    def twice(self) -> None:
        """Sent by the police and, two days later, by the petition office: one dispute."""
        callers, at = self.world.callers, self.world.at - 2 * DAY
        sides = [party_given(callers, side, consent=Consent.Form.ORAL) for side in Side]
        told = ("0201", "共用排水沟改道纠纷", "一户改建院墙后排水沟改道，雨天倒灌邻居院内，双方两次报警。", sides)
        first = self._registered(at, *told, source=Source.POLICE_RECEPTION)
        second = self._registered(self.world.at - 6 * HOUR, *told, source=Source.PETITION)
        actions.join_case(second, by=self.clerk, at=self.world.at - 5 * HOUR, into=first)

    def perhaps_twice(self) -> None:
        """What the clerk shall look at: the same people, a like title."""
        callers = self.world.callers
        sides = [party_given(callers, side) for side in Side]
        for hours, title, source in ((30, "楼上卫生间漏水纠纷", Source.APPLICATION),
                                     (2, "卫生间漏水损坏天花板纠纷", Source.HOTLINE)):
            self._registered(self.world.at - hours * HOUR, "0203", title,
                             "楼上卫生间防水层损坏，楼下天花板渗水起皮。", sides, source=source)

    def refuse(self, code: str, category: str, title: str, reason: str, *, days: int) -> None:
        at, callers = self.world.at - days * DAY, self.world.callers
        case = self._registered(at, category, title, "申请人到窗口反映，请求调解。",
                                [party_given(callers, side) for side in Side])
        actions.refuse_case(case, by=self.clerk, at=at + timedelta(minutes=40), code=code, reason=reason)

    def _registered(self, at: datetime, category: str, title: str, summary: str, parties,
                    source: str = Source.APPLICATION) -> Case:
        return actions.register_case(
            source=source, external_ref=external_ref(self.world, source, at),
            category=DisputeCategory.objects.get(code=category), title=title, summary=summary,
            area_key=self.community.key, happened_on=(at - 3 * DAY).date(), place=self.community.name, people=2,
            by=self.clerk, at=at, parties=parties,
            uuid=uuid.UUID(int=self.world.windows.getrandbits(128), version=4))

    def _speaks(self, party, person, at: datetime, kind: str, relation: str, **powers) -> None:
        actions.represent_party(party.case, by=self.clerk, at=at, party=party, kind=kind, name=person.name,
                                document="111", id_number=person.id_number, phone=person.phone, relation=relation,
                                **powers)

    def _consents(self, case: Case, at: datetime) -> None:
        actions.record_consent(case, by=self.clerk, at=at, parties=case.parties.all(), form=Consent.Form.WRITTEN,
                               what=[Consent.What.TOLD, Consent.What.AGREES, Consent.What.CLOSED])
