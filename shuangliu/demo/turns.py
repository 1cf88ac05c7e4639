"""Cases that do not end where they began: offered to others, handed back, gone, tried again, handed up."""

from collections.abc import Callable
from datetime import datetime

from grids.models import Area
from grids.roles import Role
from mediation import actions
from mediation.joint import actions as joint
from mediation.models import MediationOrg, Mediator
from mediation.models.rounds import FailedReason
from mediation.transfers import actions as transfers

from .hearing import Hearing
from .world import World

# What happens to the case after the parties have met, in order.
TURNS: dict[str, tuple[str, ...]] = {
    "offered": ("offer",), "taken": ("offer", "take"), "returned": ("offer", "hand_back"),
    "outside": ("offer_outside",), "gone": ("offer_outside", "move_out"), "retried": ("retry",),
    "moved_up": ("retry", "move_up"), "at_county": ("move_up", "appoint", "move_up"), "joint": ("invite",),
}
TRIED = "先后两次组织双方面谈。一方要求全额赔偿，另一方只愿承担三成；提出过分期支付，未被接受。"


class Turns:
    """Plays the turns of one case: `to` is the organisation that it is offered to."""

    def __init__(self, world: World, hearing: Hearing, to: MediationOrg | None):
        self.world, self.hearing, self.to = world, hearing, to

    def acts(self, turn: str) -> list[Callable[[datetime], None]]:
        return [getattr(self, name) for name in TURNS[turn]]

    @property
    def receiver(self):
        return self.world.one(Role.MED_CLERK, self.to.center.area)

    def offer(self, at: datetime) -> None:
        transfers.transfer_case(
            self.hearing.case, by=self.hearing.clerk, at=at, kind="entrust" if self.to.kind == "judicial" else "refer",
            to_org=self.to, reason="双方当事人均在该辖区居住、经营，由当地组织调解更为方便。",
            documents="申请书\n调解记录")

    def offer_outside(self, at: datetime) -> None:
        transfers.transfer_case(
            self.hearing.case, by=self.hearing.clerk, at=at, kind="refer", body="court", channel="judicial",
            body_name=f"{self.world.county.name}人民法院", reason="一方明确表示通过诉讼解决。",
            documents="调解材料复印件一份")

    def take(self, at: datetime) -> None:
        transfers.take_case(self.hearing.case, by=self.receiver, at=at)

    def hand_back(self, at: datetime) -> None:
        transfers.hand_back_case(self.hearing.case, by=self.receiver, at=at,
                                 reason="一方当事人已搬离本辖区，建议由原组织继续调解。")

    def move_out(self, at: datetime) -> None:
        transfers.move_out_case(self.hearing.case, by=self.hearing.clerk, at=at,
                                external_number="（2026）川0116民初1024号")

    def retry(self, at: datetime) -> None:
        actions.retry_case(self.hearing.case, by=self.hearing.speaker, at=at, failed_reason=FailedReason.NO_AGREEMENT,
                           tried=TRIED)

    def move_up(self, at: datetime) -> None:
        actions.move_up_case(self.hearing.case, by=self.hearing.manager, at=at, failed_reason=FailedReason.NO_AGREEMENT,
                             tried=TRIED)

    def appoint(self, at: datetime) -> None:
        case = self.hearing.case
        mediator = Mediator.objects.assignable_to(case).filter(org=case.org).order_by("id").first()
        actions.assign_case(case, by=self.hearing.manager, at=at, mediator=mediator)

    def invite(self, at: datetime) -> None:
        case, by = self.hearing.case, self.hearing.speaker
        member = joint.invite(case, by=by, at=at, body_name="住房和城乡建设局物业科", contact="物业科值班室",
                              reason="解释物业管理规定")
        joint.note_partner(case, by=by, at=at, member=member, answer="accepted", part="到场释法，提出分期整改方案。")


def committee_of(area: Area) -> MediationOrg:
    """The general people's committee of a town or the county."""
    return MediationOrg.objects.select_related("center__area").get(area=area, kind="people", place=area.level)


def other_town(world: World, town: Area) -> Area:
    return next((one for one in world.towns if one != town), town)


def court_room(world: World) -> MediationOrg:
    """The mediation room of the county's court."""
    return MediationOrg.objects.select_related("center__area").get(area=world.county, kind="judicial")
