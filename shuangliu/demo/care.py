"""Care referrals of the pilot community, in every state: what people asked for, who helps, what came of it."""

import uuid
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from django.utils.timezone import localdate

from grids.models import Department, Level, Post
from grids.roles import Role
from residents import actions as register
from residents.care import actions
from residents.care.models import CareReferral
from residents.models import Building, Dwelling, Person

from . import accounts
from .people import People
from .play import sweep
from .world import SEED, World

SINCE = timedelta(days=700)
# Offices that get no incidents, and so have no desk yet.
MORE = {"education": "双流区教育局", "youth-league": "共青团双流区委"}

# How far each has come; help wanted, of whom, how long ago, and the need in the words of who told it.
TALES = (
    ("written", "subsidy", "civil-affairs", 1, "想申请高龄补贴，表格看不清楚，请帮我填一下。"),
    ("requested", "home_help", "civil-affairs", 1, "老伴住院，我一个人在家，做饭洗衣有点吃力。"),
    ("requested", "subsidy", "civil-affairs", 2, "孩子上大学，家里开支紧，问有没有助学补贴。"),
    ("overdue", "shelter", "civil-affairs", 12, "房东下周收房，新的还没找到，想有个地方先住几天。"),
    ("returned", "meals", "civil-affairs", 6, "腿摔了，出不了门，中午想有人送饭。"),
    ("accepted", "appointment", "health", 3, "下周要去县医院复查，路不熟，想有人陪。"),
    ("task", "subsidy", "civil-affairs", 4, "申请残联的补贴，要交一张表，我下不了楼。"),
    ("serving", "meals", "civil-affairs", 30, "一个人住，做饭不方便，想中午送一顿饭。"),
    ("aid", "subsidy", "civil-affairs", 20, "家里着了火，烧了不少东西，想申请点救助。"),
    ("granted", "subsidy", "civil-affairs", 40, "厂里停工三个月，房租交不上了。"),
    ("refused", "subsidy", "civil-affairs", 35, "想申请租房补贴。"),
    ("serving", "legal", "justice", 25, "老板欠我五个月工钱，想问怎么要回来。"),
    ("ended", "job", "labour", 90, "在家带孩子三年了，想找份工作，会做缝纫。"),
    ("ended", "school", "education", 120, "刚从外地回来，孩子想就近入学。"),
    ("ended", "youth", "youth-league", 100, "孩子放假没人带，想参加社区的活动。"),
    ("withdrawn", "mediation", "justice", 15, "和楼上因为漏水吵了几次，想请人来说和。"),
)


def load(world: World) -> int:
    """Returns how many referrals there are."""
    made = Making(world)
    for tale in TALES:
        made.tell(*tale)
    sweep(world.at)
    return CareReferral.objects.count()


class Making:
    """`tell("serving", …)` finds somebody, writes down what they say and brings it so far, at the times when it would
    have happened."""

    def __init__(self, world: World):
        self.world, self.random = world, Random(SEED + 4)  # noqa: S311
        self.people = People(self.random, world.today)
        home = accounts.home(world)
        self.grid, self.registrar = home[Level.GRID], world.users["registrar"]
        self.doors = self._doors()
        self._offices()

    def _offices(self) -> None:
        """The two that have no desk yet, and the handler of the tour at civil affairs."""
        since, county = self.world.today - SINCE, self.world.county
        for code, name in MORE.items():
            office = Department.objects.create(code=code, name=name, area=county)
            self.world.departments[code] = office
            user = accounts.user(self.world, f"handler-{code}", self.people.person().name, people=self.people)
            user.save()
            self._serve(user, office, since)
        self._serve(self.world.users["civil"], self.world.departments["civil-affairs"], since)

    def _serve(self, user, office: Department, since) -> None:
        Post.objects.create(user=user, role=Role.DEPT_HANDLER, area=self.world.county, department=office,
                            valid_from=since)
        self.world.staff[Role.DEPT_HANDLER, office.code].append(user)

    def _doors(self):
        building = Building.objects.get_or_create(area=self.grid, area_key=self.grid.key, name="紫荆苑21栋",
                                                  defaults={"storeys": 6})[0]
        for floor in range(1, 7):
            for door in (1, 2, 3, 4):
                yield Dwelling.objects.get_or_create(building=building, area_key=self.grid.key, unit="1单元",
                                                     room=f"{floor}0{door}")[0]

    def somebody(self, at: datetime) -> Person:
        """Entered in the register of the home grid."""
        person, door = self.people.person(), next(self.doors)
        return register.register(by=self.registrar, at=at, uuid=self._uuid(), dwelling=door, kind="registered",
                                 name=person.name, id_number=person.id_number, phone=person.phone)[0]

    def tell(self, course: str, service: str, office: str, days: int, need: str) -> None:
        at = self.world.at - timedelta(days=days, hours=2)
        referral, _new = actions.write(by=self.registrar, at=at, uuid=self._uuid(), area=self.grid, need=need,
                                       service=service, person=self.somebody(at - timedelta(days=30)))
        if course == "written":
            return
        agency = self.world.departments[office]
        handler = self.world.staff[Role.DEPT_HANDLER, office][-1]
        actions.send(referral, by=self.registrar, at=at, agency=agency, form="written")
        if course in ("requested", "overdue"):
            return
        if course == "returned":
            actions.return_(referral, by=handler, at=at + timedelta(days=1), sent_back="no_means",
                            note="本月名额已满，下月再转。")
            return
        first = localdate(at) + timedelta(days=2)
        days_of_help = {"served_from": first, "served_until": first + timedelta(days=180)}
        actions.accept(referral, by=handler, at=at + timedelta(days=1), **days_of_help)
        if course == "withdrawn":
            actions.take_back_consent(referral, by=self.registrar, at=self.world.at - timedelta(days=1), how="oral")
        elif course == "task":
            actions.assign(referral, by=handler, at=self.world.at - timedelta(hours=1),
                           worker=self.world.users["worker"], errand="deliver",
                           due_on=self.world.today + timedelta(days=2))
        elif course != "accepted":
            actions.begin(referral, by=handler, at=at + timedelta(days=3), **days_of_help)
            self._go_on(referral, course, handler, at + timedelta(days=5))

    def _go_on(self, referral: CareReferral, course: str, handler, at: datetime) -> None:
        if course in ("aid", "granted", "refused"):
            day = localdate(at)
            aid, _new = actions.apply(referral, by=self.registrar, at=at, uuid=self._uuid(), kind="temporary",
                                      amount=Decimal(3000), starts_on=day, ends_on=day + timedelta(days=120))
            later = at + timedelta(days=6)
            if course == "granted":
                actions.grant(aid, by=handler, at=later, granted=Decimal(2400), granted_from=localdate(later),
                              granted_until=localdate(later) + timedelta(days=90), payments=3)
                actions.pay(aid, by=handler, at=later, payment=aid.payments.first(), paid_on=localdate(later))
            if course == "refused":
                actions.refuse(aid, by=handler, at=later, refusal="above",
                               reason="家庭人均收入高于临时救助标准。如有变化，可凭收入证明重新申请。")
        elif course == "ended":
            actions.end(referral, by=handler, at=at + timedelta(days=30), outcome="helped", note="已办好，本人满意。")

    def _uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self.random.getrandbits(128), version=4)
