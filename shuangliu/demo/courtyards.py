"""三无院落 of the county: old compounds of every town on their way from the survey to works that last, and what the 120
million yuan of the programme (domain.md §2 no. 3) were spent on. Some have relapsed."""

import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count
from random import Random

from shapely.geometry import Point, shape

from grids.models import Area, Level
from grids.roles import Role
from patrol.courtyards import actions
from patrol.courtyards.catalogue import Defence, Source, Unit
from patrol.courtyards.limits import months_after
from patrol.courtyards.models import Courtyard, Programme
from shuangliu import attachments
from shuangliu.attachments.forms import part_of
from shuangliu.attachments.models import Attachment
from shuangliu.attachments.models import Role as Shows
from shuangliu.typesetting import pdf
from shuangliu.typesetting.layout import Paper, Para, Title

from .accounts import home
from .courtyard_copies import Copies, Place
from .courtyard_texts import CHARTER, CONTRACTORS, FOUND, ITEMS, NAMES, NEEDS, PLANS
from .people import People
from .pictures import picture
from .play import sweep
from .world import SEED, World

MONEY = 120_000_000_00  # fen
# How far each has come, how many of sixty, and how many days ago it got there.
COURSES = {"surveyed": (7, 20), "forming": (5, 40), "governed": (3, 20), "planning": (4, 25), "voted": (3, 4),
           "endorsed": (2, 3), "approved": (3, 30), "works": (9, 70), "built": (2, 110), "accepted": (3, 12),
           "long_term": (7, 120), "reviewed": (6, 260), "done": (3, 420), "relapsed": (3, 20)}
AT_HOME = ("surveyed", "forming", "planning", "works", "accepted", "reviewed", "relapsed")  # those of the tour
# Before each step so many days; what comes before a state is told backwards from the day it was reached.
STEPS = ["propose", "elect", "charter", "plan", "vote", "endorse", "approve", "begin", "progress", "finish", "accept",
         "settle", "review", "review_again"]
UNTIL = {"surveyed": 0, "forming": 1, "governed": 3, "planning": 4, "voted": 5, "endorsed": 6, "approved": 7,
         "works": 9, "built": 10, "accepted": 11, "long_term": 12, "reviewed": 13, "done": 14, "relapsed": 12}
TAKES = {"propose": 20, "elect": 25, "charter": 10, "plan": 25, "vote": 20, "endorse": 5, "approve": 7, "begin": 20,
         "progress": 30, "finish": 45, "accept": 8, "settle": 15}


def load(world: World) -> int:
    """Returns how many courtyards there are."""
    made = Making(world)
    first = {course: made.tell(course, home(world)[Level.COMMUNITY]) for course in AT_HOME}
    turns = made.places()
    first |= {course: made.tell(course, next(turns)) for course in COURSES if course not in first}
    if not world.is_tiny:
        copies = Copies(made.random, made.people)
        for course, (share, _ago) in COURSES.items():
            for _number in range(share - 1):
                copies.add(first[course], made.elsewhere(first[course], next(turns)))
        copies.write()
    sweep(world.at)
    return Courtyard.objects.count()


class Making:
    """`tell("works", community)` brings a courtyard so far, by the real acts, when they would have been done."""

    def __init__(self, world: World):
        self.world, self.random = world, Random(f"{SEED} courtyards")  # noqa: S311
        self.people = People(self.random, world.today)
        self.names = iter(NAMES)
        year = world.today.year
        self.programme = Programme.objects.create(name="三无院落整治专项（惠民富民六大计划）", budget=MONEY,
                                                  starts_on=date(year - 2, 1, 1), ends_on=date(year + 1, 12, 31))
        self.files = self._files()

    def places(self) -> Iterator[Area]:
        """Communities without end, one of each town by turns, so that all have some."""
        own = home(self.world)[Level.COMMUNITY]
        others = [place for place in self.world.communities if place != own] or [own]
        self.random.shuffle(others)
        by_town: dict[str, list[Area]] = {}
        for place in others:
            by_town.setdefault(place.code[:9], []).append(place)
        for number in count():
            for row in by_town.values():
                yield row[number % len(row)]

    def elsewhere(self, first: Courtyard, place: Area) -> Place:
        """Where another one like the first may be."""
        grid = self.random.choice([grid for grid in self.world.grids if grid.parent_id == place.pk])
        old, new, point = first.area.parent, place, self._inside(grid)
        town = self.world.town_of
        return Place(grid, next(self.names), self._address(), point.x, point.y, {
            self.world.one(Role.GRID_WORKER, first.area).pk: self.world.one(Role.GRID_WORKER, grid),
            self.world.one(Role.WORKSTATION, old).pk: self.world.one(Role.WORKSTATION, new),
            self.world.one(Role.SUBCENTER, town(old)).pk: self.world.one(Role.SUBCENTER, town(new))})

    def _files(self) -> dict[str, list[Attachment]]:
        """A few pictures and one charter, kept once; every courtyard shows one of these."""
        draft, by = self._uuid(), self.world.users["station"]
        kept = {}
        for name, settled in (("before", False), ("after", True)):
            kept[name] = [attachments.stage(draft, picture("wall", variant, settled=settled), Shows.REPORT, by,
                                            at=self.world.at) for variant in range(2 if self.world.is_tiny else 4)]
        blocks = (Title("院落居民公约"), *(Para(line) for line in CHARTER))
        charter = attachments.keep(Courtyard(pk=0), pdf.render([Paper("院落居民公约", blocks)]), "院落居民公约.pdf",
                                   Shows.PAPER, by, at=self.world.at)
        kept["charter"] = [charter]
        Attachment.objects.filter(pk__in=[one.pk for row in kept.values() for one in row]).delete()
        return kept

    def tell(self, course: str, place: Area) -> Courtyard:
        self.course, self.place = course, place
        self.station = self.world.one(Role.WORKSTATION, place)
        self.town = self.world.one(Role.SUBCENTER, self.world.town_of(place))
        steps = STEPS[:UNTIL[course]]
        self.at = self._began(course, steps)
        courtyard = self._entered()
        for step in steps:
            self.at = self._when(step, courtyard)
            getattr(self, step)(courtyard)
        if course == "relapsed":
            self.at = self.world.at - timedelta(days=COURSES[course][1])
            self.relapse(courtyard)
        return courtyard

    def _began(self, course: str, steps: list[str]) -> datetime:
        ago = COURSES[course][1] + (300 if course == "relapsed" else 0)
        return self.world.at - timedelta(days=ago + sum(TAKES.get(step, 0) for step in steps),
                                         minutes=self.random.randrange(300))

    def _when(self, step: str, courtyard: Courtyard) -> datetime:
        if step in ("review", "review_again"):
            day = months_after(courtyard.plan.acceptance.inspected_on, 6 if step == "review" else 12)
            return self.at + timedelta(days=(day - self.at.date()).days)
        return self.at + timedelta(days=TAKES[step])

    def _entered(self) -> Courtyard:
        grids = [grid for grid in self.world.grids if grid.parent_id == self.place.pk]
        grid = grids[0] if self.place == home(self.world)[Level.COMMUNITY] else self.random.choice(grids)
        point = self._inside(grid)
        name = next(self.names)
        draft, lacks = self._uuid(), self.random.random() < 0.75
        by = self.world.one(Role.GRID_WORKER, grid)
        self._show(draft, by, "before", 2)
        for defence in Defence:
            if self.random.random() < 0.7:
                self._show(part_of(draft, defence), by, "before", 1)
        self.homes = self.random.randrange(24, 180)
        return actions.enter(
            by=by, at=self.at, uuid=draft, area=grid, name=name, longitude=point.x, latitude=point.y,
            address=self._address(), households=self.homes, residents=round(self.homes * 2.6),
            needs=self.random.choice(NEEDS),
            has_guard=not lacks and self.random.random() < 0.5, has_property_mgmt=False, has_organisation=False,
            defences={defence: self.random.choice(FOUND[defence]) for defence in Defence})[0]

    def _address(self) -> str:
        street = self.random.choice(("棠湖", "白河", "丰乐", "西北", "花园", "顺城", "清泰", "正北"))
        return f"{street}{self.random.choice('路街巷')}{self.random.randrange(2, 180)}号"

    def _inside(self, grid: Area) -> Point:
        outline = shape(grid.outline)
        west, south, east, north = outline.bounds
        for _try in range(20):
            point = Point(round(self.random.uniform(west, east), 6), round(self.random.uniform(south, north), 6))
            if outline.contains(point):
                return point
        return outline.representative_point()

    def propose(self, courtyard: Courtyard) -> None:
        people = [self.people.person() for _number in range(self.random.choice((5, 6, 7)))]
        actions.propose(courtyard, by=self.station, at=self.at, uuid=self._uuid(),
                        people=[(person.name, person.phone) for person in people])

    def elect(self, courtyard: Courtyard) -> None:
        standing = list(courtyard.committees.get(voted_on=None).members.order_by("id"))[:5]
        actions.elect(courtyard, by=self.station, at=self.at, elected=standing, chair=standing[0],
                      term_until=months_after(self.at.date(), 36), **self._votes(0.75))

    def charter(self, courtyard: Courtyard) -> None:
        draft = self._uuid()
        self._show(draft, self.station, "charter", 1, Shows.PAPER)
        actions.charter(courtyard, by=self.station, at=self.at, uuid=draft, **self._votes(0.7))

    def plan(self, courtyard: Courtyard) -> None:
        """About three million yuan each, so that what is spent by now comes to most of the programme."""
        share = self.random.randrange(160, 380)  # of the programme, in 万元
        town, own = share // 6, max(self.homes // 30, 1)
        money = {Source.PROGRAMME: share * 1_000_000, Source.TOWN: town * 1_000_000, Source.RESIDENTS: own * 1_000_000}
        actions.draft(courtyard, by=self.station, at=self.at, uuid=self._uuid(), text=self.random.choice(PLANS),
                      from_programme=money[Source.PROGRAMME], from_town=money[Source.TOWN],
                      from_residents=money[Source.RESIDENTS])
        for source, items in ITEMS.items():
            left = money[source]
            for number, (kind, what) in enumerate(items):
                cost = left if number == len(items) - 1 else left * self.random.randrange(30, 55) // 100
                left -= cost
                actions.add_item(courtyard, by=self.station, at=self.at + timedelta(minutes=20), uuid=self._uuid(),
                                 kind=kind, what=what, source=source, planned=cost)

    def vote(self, courtyard: Courtyard) -> None:
        actions.vote(courtyard, by=self.station, at=self.at, **self._votes(0.78))

    def endorse(self, courtyard: Courtyard) -> None:
        actions.endorse(courtyard, by=self.town, at=self.at, note="方案经居民表决，符合实际，同意上报。")

    def approve(self, courtyard: Courtyard) -> None:
        actions.approve(courtyard, by=self.world.users["county"], at=self.at, programme=self.programme,
                        note="优先实施大门、照明和消防通道；技防须与派出所对接。")

    def begin(self, courtyard: Courtyard) -> None:
        day = self.at.date()
        late = self.course == "works" and self.random.random() < 0.3
        actions.begin(courtyard, by=self.station, at=self.at, contractor=self.random.choice(CONTRACTORS), begun_on=day,
                      ends_on=day + timedelta(days=80 if late else 150))

    def progress(self, courtyard: Courtyard) -> None:
        self._build(courtyard, 25, 80)

    def finish(self, courtyard: Courtyard) -> None:
        self._build(courtyard, 100, 100)

    def _build(self, courtyard: Courtyard, low: int, high: int) -> None:
        for item in courtyard.plan.items.all():
            done, draft = self.random.randint(low, high), self._uuid()
            dearer = 103 if self.random.random() < 0.04 else self.random.randrange(93, 100)
            self._show(draft, self.station, "after" if done == 100 else "before", 1,
                       Shows.AFTER if done == 100 else Shows.BEFORE)
            actions.progress(courtyard, by=self.station, at=self.at, uuid=draft, item=item, done=done,
                             spent=item.planned * done * dearer // 1_000_000 * 100)

    def accept(self, courtyard: Courtyard) -> None:
        draft = self._uuid()
        for defence in Defence:
            self._show(part_of(draft, defence), self.town, "after", 1)
        actions.accept(courtyard, by=self.town, at=self.at, uuid=draft, inspected_on=self.at.date(),
                       units=[Unit.COMMITTEE, Unit.COMMUNITY, Unit.TOWN, Unit.SECURITY, Unit.POLICE])

    def settle(self, courtyard: Courtyard) -> None:
        kind, keeper, fee = self.random.choice((("self", "院落自管小组", 1000), ("guard", "", 2000),
                                                ("property", "蓉新物业服务公司", 3500)))
        actions.settle(courtyard, by=self.station, at=self.at, uuid=self._uuid(), kind=kind, keeper=keeper, fee=fee,
                       since=self.at.date())

    def review(self, courtyard: Courtyard) -> None:
        draft = self._uuid()
        self._show(draft, self.station, "after", 1)
        actions.review(courtyard, by=self.station, at=self.at, uuid=draft, is_kept=True,
                       note="大门完好，值守记录齐全，费用收缴正常。")

    review_again = review

    def relapse(self, courtyard: Courtyard) -> None:
        draft = self._uuid()
        self._show(draft, self.station, "before", 1)
        actions.relapse(courtyard, by=self.station, at=self.at, uuid=draft, lost=["has_guard", "has_organisation"],
                        note="自管小组无人接手，值守停了两个月，大门门锁损坏，车辆又乱停。")

    def _votes(self, share: float) -> dict:
        votes_for = min(round(self.homes * (share + self.random.random() * 0.15)), self.homes)
        against = min(self.random.randrange(0, 6), self.homes - votes_for)
        return {"entitled": self.homes, "votes_for": votes_for, "votes_against": against, "voted_on": self.at.date()}

    def _show(self, draft: uuid.UUID, by, name: str, most: int, role: str = Shows.REPORT) -> None:
        """Stage some of the kept pictures again, without their bytes."""
        chosen = self.random.sample(self.files[name], most)
        Attachment.objects.bulk_create([Attachment(
            draft=draft, role=role, name=one.name, content_type=one.content_type, size=one.size, sha256=one.sha256,
            width=one.width, height=one.height, file=one.file.name, thumbnail=one.thumbnail.name, uploaded_by=by,
            uploaded_at=self.at) for one in chosen])

    def _uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self.random.getrandbits(128), version=4)
