"""What the network's routes are asked with, and its lists."""

from datetime import date, timedelta
from uuid import uuid4

from grids.models import Area
from mediation.models import (
    Expert,
    JointMeeting,
    MediationOrg,
    Mediator,
    MediatorTraining,
    MeetingDecision,
    MemberUnit,
    OrgMember,
    RecusalGround,
    WindowClosure,
)
from mediation.network import actions
from tests.mediation import story


def org(cast) -> MediationOrg:
    return story.network(cast).here


def window(cast):
    return story.network(cast).window


def mediator(cast) -> Mediator:
    return story.network(cast).feng


def expert(cast) -> Expert:
    center = story.network(cast).centers["510116"]
    return Expert.objects.create(center=center, name="钱律师", field="律师", employer="某所", phone="13800138002")


def unit(cast, center=None) -> MemberUnit:
    center = center or story.network(cast).centers["510116001"]
    return MemberUnit.objects.create(center=center, name="区司法局")


def meeting(cast) -> JointMeeting:
    """Of the town's centre, two days ago; the justice bureau came."""
    one = unit(cast)
    held = JointMeeting(center=one.center, subject="形势研判", held_at=story.AT - timedelta(days=2), place="会议室",
                        agenda="通报情况")
    actions.hold(held, by=cast.zheng, at=story.AT, fields=[], present=[one])
    return held


def decision(cast, *, days: int = 10) -> MeetingDecision:
    held = meeting(cast)
    return actions.decide(held, by=cast.zheng, at=story.AT, uuid=uuid4(), text="制定换届计划",
                          unit=MemberUnit.objects.get(), due_on=story.AT.date() + timedelta(days=days))


def row(kind: str, make):
    """A sample of a kind of the registers."""

    def sample(cast):
        matter = make(cast)
        return {"kind": kind, "pk": matter.pk, "matter": matter}

    return sample


def orgs(cast, n: int) -> None:
    """So many more communities with a committee, a member, a mediator and a window; cases in the town."""
    if not MediationOrg.objects.exists():
        story.network(cast)
    here = MediationOrg.objects.first()
    begin = Area.objects.filter(level="community").count()
    for i in range(n):
        code = f"510116001{begin + i + 100:03d}"
        area = Area.objects.create(code=code, level="community", name=f"第{code}社区", kind="urban", parent=cast.town,
                                   valid_from=date(2010, 1, 1))
        committee = MediationOrg.objects.create(name=f"{area.name}人民调解委员会", area=area, place="community",
                                                center=here.center)
        mediator = Mediator.objects.create(name=f"调解员{code}", org=committee)
        OrgMember.objects.create(org=committee, name=mediator.name, sex="male", since=date(2025, 1, 1),
                                 mediator=mediator)
        closed = story.network_window(committee)
        WindowClosure.objects.create(window=closed, first=date(2026, 4, 1), last=date(2026, 4, 2), reason="装修")
        story.registered(cast, code="0502")


def members(cast, n: int) -> None:
    """So many members, mediators and windows of one organisation."""
    here = MediationOrg.objects.first() or story.network(cast).here
    begin = OrgMember.objects.count()
    for i in range(begin, begin + n):
        one = Mediator.objects.create(name=f"调解员{i}", org=here)
        OrgMember.objects.create(org=here, name=f"委员{i}", sex="female", since=date(2025, 1, 1), mediator=one)
        story.network_window(here, f"窗口{i}")


def experts(cast, n: int) -> None:
    first = Expert.objects.first() or expert(cast)
    for _ in range(n):
        one = Expert.objects.create(center=first.center, name=f"专家{uuid4()}", field="律师")
        one.categories.add(story.category("0502"))


def decisions(cast, n: int) -> None:
    """So many decisions, each of a unit of its own, in meetings of their own, each extended once."""
    first = MeetingDecision.objects.first() or decision(cast)
    for i in range(n):
        one = MemberUnit.objects.create(center=first.meeting.center, name=f"单位{uuid4()}")
        held = first.meeting if i % 2 else JointMeeting.objects.create(
            center=first.meeting.center, subject="联席会议", held_at=story.AT, place="会议室", agenda="议题",
            recorded_by=cast.zheng)
        made = actions.decide(held, by=cast.zheng, at=story.AT, uuid=uuid4(), text="办理", unit=one,
                              due_on=story.AT.date() + timedelta(days=9))
        actions.extend(made, by=cast.zheng, at=story.AT, due_on=story.AT.date() + timedelta(days=20), reason="等待批复")


def filed(cast) -> Mediator:
    """Feng with a training and a tie."""
    feng = mediator(cast)
    MediatorTraining.objects.create(mediator=feng, held_on=date(2026, 1, 9), subject="调解技巧", hours=4)
    RecusalGround.objects.create(mediator=feng, text="某公司负责人的亲属", declared_on=date(2026, 1, 9))
    return feng


SAMPLES = {
    "mediation:network-list": lambda cast: {"kind": "orgs"},
    "mediation:network-export": lambda cast: {"kind": "orgs"},
    "mediation:network-new": lambda cast: {"kind": "orgs"},
    "mediation:network-edit": row("orgs", org),
    "mediation:network-retire": row("mediators", mediator),
    "mediation:network-restore": row("windows", window),
    "mediation:org-detail": org,
    "mediation:window-detail": window,
    "mediation:window-close": window,
    "mediation:window-reopen": window,
    "mediation:mediator-detail": filed,
    "mediation:mediator-training": mediator,
    "mediation:mediator-certificate": mediator,
    "mediation:mediator-remove": mediator,
    "mediation:mediator-declare": mediator,
    "mediation:mediator-withdraw": mediator,
    "mediation:expert-reveal": expert,
    "mediation:meeting-detail": meeting,
    "mediation:meeting-edit": meeting,
    "mediation:meeting-decide": meeting,
    "mediation:decision-done": decision,
    "mediation:decision-extend": decision,
    "mediation:decision-drop": decision,
    "mediation:decision-reopen": decision,
}
LISTS = {
    "mediation:network": ("zheng", orgs),
    "mediation:network-tree": ("zheng", orgs),
    "mediation:network-lacks": ("zheng", orgs),
    "mediation:network-gaps": ("zheng", orgs),
    "mediation:experts": ("zheng", experts),
    "mediation:units": ("zheng", decisions),
    "mediation:meetings": ("zheng", decisions),
}
