"""Some forty four-party agreements in every state, with claims, marked duties and thefts before and after."""

import uuid
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from django.utils.timezone import localdate

from grids.models import Level
from grids.roles import Role
from patrol.agreements import actions
from patrol.agreements.actions import Terms
from patrol.agreements.models import AgreementDuty, DutyMark, FourPartyAgreement
from patrol.agreements.terms import USUAL, Ground, Loss, Side, next_day

from .accounts import home
from .people import People
from .world import SEED, World

INSURERS = ("人保财险双流支公司", "太平洋财险双流支公司", "中华联合财险双流支公司", "平安财险双流支公司")
# How far each has come, and in how many villages; in the community of the tour stands one of each.
COURSES = {"draft": 3, "half": 2, "signed": 2, "active": 17, "ending": 4, "renewing": 3, "expired": 3, "terminated": 2,
           "renewed": 3}
BEGAN = {"ending": 345, "renewing": 350, "expired": 380, "renewed": 400}  # days ago
CAPACITY = {Side.VILLAGE: "村（社区）党组织书记", Side.POLICE: "社区民警", Side.RESIDENTS: "居民代表",
            Side.INSURER: "支公司经理"}
REFUSED = ("超出承保财产范围", "未在约定期限内报案", "未提供受案回执")


def load(world: World) -> int:
    """Returns how many agreements there are."""
    made = Making(world)
    tour = home(world)[Level.COMMUNITY]
    villages = [area for area in world.communities if area != tour]
    step = max(len(villages) // 40, 1)
    others = iter(villages[::step] * 3)
    for course, number in COURSES.items():
        made.agreement(tour, course)
        for _one in range(1 if world.is_tiny else number - 1):
            made.agreement(next(others), course)
    return FourPartyAgreement.objects.count()


class Making:
    """`agreement(area, "expired")` brings one so far, at the times when it would have happened."""

    def __init__(self, world: World):
        self.world, self.random = world, Random(f"{SEED} agreements")  # noqa: S311
        self.people, self.claims = People(self.random, world.today), 0

    def agreement(self, area, course: str) -> FourPartyAgreement:
        days = BEGAN.get(course) or self.random.randrange(40, 300)
        began = self.world.at - timedelta(days=days, hours=3)
        by = self.world.one(Role.WORKSTATION, area)
        if course in ("draft", "half", "signed"):
            began = self.world.at - timedelta(days=3)
        made, _new = actions.draft(by=by, at=began, uuid=self._uuid(), area=area, terms=self._terms(began),
                                   duties=USUAL)
        if course == "draft":
            return made
        for side in list(Side)[:2 if course == "half" else 4]:
            actions.sign(made, by=by, at=began + timedelta(hours=1), uuid=self._uuid(), side=side,
                         name=self.people.person().name, capacity=CAPACITY[side], signed_on=localdate(began))
        if course not in ("half", "signed"):
            actions.activate(made, by=by, at=began + timedelta(hours=2), policy=self._policy())
            self._life(made, by, began)
            self._end(made, course, by)
        return made

    def _terms(self, began: datetime) -> Terms:
        households = self.random.randrange(180, 900)
        covered = households * self.random.randrange(55, 98) // 100
        premium = Decimal(covered * 30)
        return Terms(
            place=self.random.choice(("", "1组至3组", "2组、5组", "安置小区A区", "老街院落")), households=households,
            covered=covered, insurer=self.random.choice(INSURERS), insures=[Loss.GOODS, Loss.BIKE, Loss.TOOLS,
                                                                            Loss.ANIMALS],
            premium=premium, subsidy=premium / 3 // 1, fund=Decimal(self.random.randrange(1, 6) * 1000),
            cover=Decimal(3000), starts_on=localdate(began), ends_on=localdate(began) + timedelta(days=364))

    def _life(self, made: FourPartyAgreement, by, began: datetime) -> None:
        """Claims, marks and counts of the time until now or its end."""
        until = min(self.world.at, began + timedelta(days=360))
        lived = (until - began).days
        losses = sorted(self.random.randrange(3, max(lived - 12, 4)) for _loss in range(self.random.randrange(4)))
        for days in losses:
            self._claim(made, by, began + timedelta(days=days))
        self._mark(made, by, until)
        before = self.random.randrange(6, 40)
        starts = made.starts_on
        actions.count(made, by=by, at=until, when="before", starts_on=starts - timedelta(days=365),
                      ends_on=starts - timedelta(days=1), count=before, source="派出所警情通报")
        after = before * lived * self.random.randrange(35, 105) // 36500
        actions.count(made, by=by, at=until, when="after", starts_on=starts, ends_on=localdate(until), count=after,
                      source="派出所警情通报")

    def _mark(self, made: FourPartyAgreement, by, until: datetime) -> None:
        """Period after period, written at once: that each was an act would tell nothing more. Some are late."""
        marks, duties = [], list(made.duties.all())
        for duty in duties:
            past = list(self._past(duty, localdate(until)))
            if len(past) > 1 and self.random.random() < 0.2:
                duty.due_on = past.pop()
            for day in past[-12:]:
                was_done = self.random.random() < 0.92
                marks.append(DutyMark(duty=duty, due_on=day, was_done=was_done, hours=duty.hours if was_done else 0,
                                      note="" if was_done else "连日暴雨，改期进行", by=by, at=until))
        DutyMark.objects.bulk_create(marks)
        AgreementDuty.objects.bulk_update(duties, ["due_on"])

    @staticmethod
    def _past(duty: AgreementDuty, until):
        """The last days of its periods that are over; the duty is brought to the next one."""
        while duty.due_on and duty.due_on < until:
            yield duty.due_on
            duty.due_on = next_day(duty.due_on, duty.every)

    def _claim(self, made: FourPartyAgreement, by, at: datetime) -> None:
        self.claims += 1
        amount = Decimal(self.random.randrange(3, 36) * 100)
        found = actions.claim(made, by=by, at=at + timedelta(days=2), uuid=self._uuid(), claimed=amount,
                              reference=f"BA{at:%Y%m}{self.claims:04d}", loss=self.random.choice(made.insures),
                              happened_on=localdate(at), filed_on=localdate(at) + timedelta(days=1))
        chance, later = self.random.random(), at + timedelta(days=9)
        if chance < 0.75:
            actions.settle(found, by=by, at=later, settled_on=localdate(later), paid=amount * 8 // 10)
        elif chance < 0.85:
            actions.settle(found, by=by, at=later, settled_on=localdate(later), reason=self.random.choice(REFUSED))

    def _end(self, made: FourPartyAgreement, course: str, by) -> None:
        at = self.world.at - timedelta(days=1)
        if course == "terminated":
            actions.terminate(made, by=by, at=at, ground=Ground.UNPAID, reason="三户以上未缴保险费，催缴后仍未缴齐。")
        elif course in ("expired", "renewed"):
            actions.expire(self._morning(made))
            made.refresh_from_db()
        if course in ("renewing", "renewed"):
            new = actions.renew(made, by=by, at=at, uuid=self._uuid(), ends_on=made.ends_on + timedelta(days=365),
                                premium=made.premium)
            if course == "renewed":
                for side in Side:
                    actions.sign(new, by=by, at=at, uuid=self._uuid(), side=side, name=self.people.person().name,
                                 capacity=CAPACITY[side], signed_on=localdate(at))
                actions.activate(new, by=by, at=at, policy=self._policy())

    def _morning(self, made: FourPartyAgreement) -> datetime:
        """After its last day."""
        return self.world.at - timedelta(days=(self.world.today - made.ends_on).days - 1)

    def _policy(self) -> str:
        return f"PQZA{self.random.randrange(10**8):08d}"

    def _uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self.random.getrandbits(128), version=4)
