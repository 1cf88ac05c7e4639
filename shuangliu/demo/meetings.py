"""The county centre's experts and member units, and two joint meetings with what became of their decisions."""

import uuid
from datetime import timedelta
from itertools import count
from random import Random

from grids.roles import Role
from mediation.models import DisputeCategory, Expert, JointMeeting, MediationCenter, MemberUnit
from mediation.network import actions

from .moments import OPENS, at_clock
from .people import People
from .play import Play
from .world import SEED, World

UNITS = [("区司法局", "justice"), ("区人民法院", None), ("区公安分局", "police"), ("区信访局", None),
         ("区卫生健康局", "health"), ("区人力资源和社会保障局", "labour"), ("区住房和城乡建设局", "housing"),
         ("区总工会", None)]  # fmt: skip
# field, employer, title, codes of the disputes they advise on
EXPERTS = [
    ("律师", "四川某律师事务所", "一级律师", ["06", "0402"]),
    ("律师", "成都某律师事务所", "二级律师", ["07", "0503"]),
    ("基层法律服务", "东升法律服务所", "基层法律服务工作者", ["01", "02"]),
    ("医疗损害", "区第一人民医院（退休）", "主任医师", ["0502"]),
    ("法医临床", "某司法鉴定中心", "主任法医师", ["0502", "0503"]),
    ("建筑工程造价", "某工程咨询公司", "高级工程师", ["1104"]),
    ("土地承包", "区农业农村局", "高级农艺师", ["0901"]),
    ("劳动仲裁", "区劳动人事争议仲裁院", "仲裁员", ["07"]),
    ("环境监测", "区环境监测站", "工程师", ["0504", "0203"]),
    ("邻里与土地纠纷", "双流区联合人民调解委员会", "首席调解员", ["02", "09"]),
]
# days ago, subject, agenda, minutes, units that did not come; decisions: unit, text, days until due, what became of it
MEETINGS = [
    (70, "第三季度矛盾纠纷形势研判联席会议", "通报第三季度调解情况\n研究医疗纠纷调解组织缺位问题\n部署国庆期间排查",
     "会议通报了各街道受理、调解和预警情况，认为医患纠纷缺少专门的调解组织，须尽快筹建。", {3},
     [(4, "提出医疗纠纷人民调解委员会组建方案，明确人员和经费。", 40, "late"),
      (0, "为任期届满的调解委员会制定换届计划。", 30, "done"),
      (6, "督促物业企业建立小区投诉台账。", 20, "extended")]),
    (18, "拖欠农民工工资纠纷联动化解联席会议", "年底前工资纠纷排查安排\n诉调对接流程",
     "会议议定由人社、住建、法院建立快速移送通道。", {2, 7},
     [(5, "逐一排查在建工地工资支付情况，名单报协调中心。", 25, ""),
      (1, "明确调解协议司法确认的联系法官和办理时限。", 45, ""),
      (7, "组织一次工资支付法律宣传。", 10, "done")]),
]


def load(world: World) -> int:
    """Write experts, units, meetings and decisions; returns how many rows."""
    random = Random(SEED + 3)  # noqa: S311 - no secrets here
    people, number = People(random, world.today), count(1)
    center = MediationCenter.objects.get(kind="county")
    categories = DisputeCategory.objects.in_bulk(field_name="code")
    for field, employer, title, codes in EXPERTS:
        expert = Expert.objects.create(center=center, name=people.name(random.random() < 0.5), field=field,
                                       employer=employer, title=title, phone=people.mobile())
        expert.categories.set(categories[code] for code in codes)
    units = MemberUnit.objects.bulk_create(
        MemberUnit(center=center, name=name, department=world.departments.get(code), liaison=people.name(n % 2 == 0))
        for n, (name, code) in enumerate(UNITS))
    by = world.one(Role.CENTER_MANAGER, world.county)
    play, decided = Play(), 0
    for ago, subject, agenda, minutes, absent, decisions in MEETINGS:
        at = at_clock(world.today - timedelta(days=ago), OPENS)
        meeting = JointMeeting(uuid=_uuid(next(number)), center=center, subject=subject, held_at=at,
                               place="区矛盾纠纷调处中心二楼会议室", agenda=agenda, minutes=minutes)
        actions.hold(meeting, by=by, at=at + timedelta(hours=3), fields=[],
                     present=[unit for n, unit in enumerate(units) if n not in absent])
        for unit, text, days, end in decisions:
            _decide(play, meeting, units[unit], text, days, end, by=by, at=at + timedelta(hours=4), number=next(number))
            decided += 1
    play.run(until=world.at)
    return len(EXPERTS) + len(UNITS) + len(MEETINGS) + decided


def _decide(play: Play, meeting: JointMeeting, unit: MemberUnit, text: str, days: int, end: str, *, by, at,
            number: int) -> None:
    """Put the decision and what became of it into the play."""
    day, kept = at.date(), []

    def begin():
        kept.append(actions.decide(meeting, by=by, at=at, uuid=_uuid(number), text=text, unit=unit,
                                   due_on=day + timedelta(days=days)))

    play.add(at, begin)
    if end == "done":
        done_at = at + timedelta(days=days - 3)
        play.add(done_at, lambda: actions.finish(kept[0], by=by, at=done_at, result="已完成，情况书面报协调中心。"))
    if end == "extended":
        asked_at = at + timedelta(days=days - 2)
        play.add(asked_at, lambda: actions.extend(kept[0], by=by, at=asked_at, due_on=day + timedelta(days=days + 60),
                                                  reason="部分小区正在选聘物业企业。"))


def _uuid(number: int) -> uuid.UUID:
    """The same each time."""
    return uuid.UUID(int=SEED << 32 | number)
