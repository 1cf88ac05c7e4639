"""Leases of the pilot community, in every state; some of them of the landlord of the tour."""

import uuid
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from django.utils.timezone import localdate

from grids.models import Level
from residents.leases import actions
from residents.leases.actions import Given
from residents.leases.models import Firm, Lease
from residents.leases.models.leases import Filer
from residents.leases.rules import ITEMS, Paper, Refusal
from residents.models import Building, Dwelling

from .accounts import home
from .people import People
from .world import SEED, World

ESTATES = ("紫荆苑", "藏卫小区", "丰乐苑", "三里新居")
DOORS = [("1单元", f"{floor}0{door}") for floor in range(1, 7) for door in (1, 2)]
# How far each has come, and how many of a hundred; "asked": its renewal is asked for.
COURSES = {"submitted": 6, "overdue": 2, "need_more": 4, "accepted": 3, "registered": 50, "expiring": 7, "changed": 4,
           "renewed": 8, "asked": 4, "refused": 3, "withdrawn": 2, "ended": 4, "expired": 6}
SIDES = (*[Filer.LANDLORD] * 5, Filer.TENANT, Filer.TENANT, Filer.AGENCY, Filer.MANAGER)
OWN = ("expiring", "renewed", "need_more", "ended")  # of the landlord of the tour, a dwelling each
BEGAN = {"submitted": 1, "overdue": 9, "need_more": 3, "accepted": 2, "expiring": 345, "expired": 380}  # days ago
REASONS = {Refusal.ILLEGAL: "顶楼加建部分没有规划许可。", Refusal.NO_TITLE: "出租人不是产权人，也没有委托书。",
           Refusal.UNSAFE: "墙体开裂，鉴定为危房，修缮后可再申报。"}


def load(world: World) -> int:
    """Returns how many leases there are."""
    made = Making(world)
    owner = Given("罗永贵", made.people.id_number(False, 52), phone=made.people.mobile())
    for course in OWN:
        dwelling = made.lease(course, owner)
        actions.bind(dwelling, by=made.registrar, at=world.at, user=world.users["landlord"])
    for course, share in COURSES.items():
        for _number in range(1 if world.is_tiny else share):
            made.lease(course)
    actions.expire(world.at)
    actions.remind_of_ends(world.at)
    made.self_check()
    return Lease.objects.count()


class Making:
    """`lease("renewed")` makes a dwelling and brings its lease so far, at the times when it would have happened."""

    def __init__(self, world: World):
        self.world, self.random = world, Random(SEED + 3)  # noqa: S311
        self.people = People(self.random, world.today)
        self.area, self.registrar = home(world)[Level.COMMUNITY], world.users["registrar"]
        self.grids = [grid for grid in world.grids if grid.parent_id == self.area.pk]
        self.doors = self._doors()
        self.agency = self._firm(Firm.Kind.AGENCY, "双流安居房产经纪")
        self.manager = self._firm(Firm.Kind.MANAGER, "紫荆物业")

    def _firm(self, kind: str, name: str) -> Firm:
        return Firm.objects.create(kind=kind, name=name, code=self.people.credit_code())

    def _doors(self):
        """Dwellings, one after another."""
        for number in range(1, 40):
            estate, grid = ESTATES[number % len(ESTATES)], self.grids[number % len(self.grids)]
            building = Building.objects.get_or_create(
                area=grid, area_key=grid.key, name=f"{estate}{number // len(ESTATES) + 1}栋",
                defaults={"storeys": 6})[0]
            for unit, room in DOORS:
                yield Dwelling.objects.get_or_create(
                    building=building, area_key=grid.key, unit=unit, room=room,
                    defaults={"floor_area": Decimal(self.random.choice((62, 78, 86, 95))), "rooms": 2})[0]

    def given(self) -> Given:
        person = self.people.person()
        return Given(person.name, person.id_number, phone=person.phone)

    def lease(self, course: str, owner: Given | None = None) -> Dwelling:
        dwelling, filed = next(self.doors), self._filed(course)
        signed = localdate(filed) - timedelta(days=self.random.choice((2, 3, 5, 9, 14, 41)))
        side = Filer.LANDLORD if owner else self.random.choice(SIDES)
        people = self.random.choice((1, 2, 2, 3))
        lease, _new = actions.file(
            by=self.world.users["landlord"] if owner else None, at=filed, uuid=self._uuid(), side=side, area=self.area,
            address=dwelling.address,
            landlords=[owner or self.given()], tenants=[self.given() for _one in range(min(people, 2))],
            agency=self.agency if side == Filer.AGENCY else None,
            manager=self.manager if side == Filer.MANAGER else None,
            space="whole", use="02", floor_area=dwelling.floor_area, rooms=2, people=people, is_family=people > 2,
            rent=str(self.random.randrange(9, 32) * 100), signed_on=signed, starts_on=signed,
            ends_on=signed + timedelta(days=364))
        self._go_on(lease, course, dwelling, filed)
        return dwelling

    def _go_on(self, lease: Lease, course: str, dwelling: Dwelling, filed: datetime) -> None:
        by, later = self.registrar, filed + timedelta(hours=20)
        if course == "need_more":
            actions.need_more(lease, by=by, at=later, needs=[Paper.TITLE], note="请补产权证照片，或社区出具的证明。")
        elif course == "refused":
            ground = self.random.choice(list(REASONS))
            actions.refuse(lease, by=by, at=later, refusal=ground, reason=REASONS[ground])
        elif course == "withdrawn":
            actions.withdraw(lease, by=None, at=later, side=lease.filed_by)
        elif course not in ("submitted", "overdue"):
            actions.accept(lease, by=by, at=later, dwelling=dwelling, papers=Paper.values)
            if course != "accepted":
                actions.register_lease(lease, by=by, at=later + timedelta(hours=2))
                self._in_force(lease, course)

    def _in_force(self, lease: Lease, course: str) -> None:
        by, at = self.registrar, self.world.at - timedelta(days=2)
        if course == "changed":
            actions.change(lease, by=by, at=at, rent="1500")
        elif course == "renewed":
            actions.renew(lease, by=by, at=at, ends_on=lease.ends_on + timedelta(days=365))
        elif course == "ended":
            actions.end(lease, by=by, at=at, ended_on=localdate(at))
        elif course == "asked":
            actions.ask(lease, by=None, at=self.world.at - timedelta(hours=5), uuid=self._uuid(), kind="renew",
                        side=Filer.LANDLORD, ends_on=lease.ends_on + timedelta(days=365))

    def self_check(self) -> None:
        """The landlord of the tour has gone through the list; one wire is bare."""
        lease = Lease.objects.held_by(self.world.users["landlord"]).in_force().first()
        answers = {item.code: (True, "") for item in ITEMS} | {"wiring": (False, "厨房插座烧黑")}
        actions.check(lease.dwelling, by=self.world.users["landlord"], at=self.world.at - timedelta(hours=3),
                      uuid=self._uuid(), side=Filer.LANDLORD, lease=lease, answers=answers)

    def _filed(self, course: str) -> datetime:
        return self.world.at - timedelta(days=BEGAN.get(course) or self.random.randrange(30, 300), hours=3)

    def _uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self.random.getrandbits(128), version=4)
