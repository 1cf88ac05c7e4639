"""Red armbands: 20,000 volunteers over all communities with their teams, insurances, trainings, call-ups and hours.

All are invented: numbers carry an area code that was never assigned. Everything is written in bulk; the one of the tour
has an account.
"""

import uuid
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from django.utils.timezone import localdate

from grids.models import Area, Level
from patrol.models import (
    Ability,
    Attendance,
    CallUp,
    Certificate,
    Insurance,
    Invitation,
    Team,
    TeamMember,
    Training,
    Volunteer,
)
from patrol.volunteers.consent import PURPOSE
from patrol.volunteers.kinds import Course, Service, Skill, Task, TeamKind, Time
from patrol.volunteers.states import KNOWN, State
from shuangliu.privacy.id_number import check_digit
from shuangliu.protection import consents
from shuangliu.protection.models import Consent

from .accounts import home
from .moments import DAY, at_clock
from .people import NEVER_ASSIGNED, People
from .world import SEED, World

MANY, MANY_IN_TINY = 20_000, 60
TEAM = 80  # volunteers, about
STATES = [(State.ACTIVE, 88), (State.VERIFIED, 4), (State.APPLIED, 3), (State.SUSPENDED, 3), (State.WITHDRAWN, 2)]
OCCASIONS = [  # title, task, where to meet, hours
    ("春季招聘会秩序维护", Task.ORDER, "文化广场东门", 3), ("校门口护学", Task.TRAFFIC, "棠湖小学门口", 1),
    ("防汛应急演练", Task.DRILL, "社区党群服务中心", 2), ("夜间巡逻", Task.NIGHT_PATROL, "警务室门口", 2),
    ("防诈骗宣传", Task.TELL, "农贸市场入口", 2)]
INSURER = "人保财险双流支公司"
NAMES = {TeamKind.SERVICE: "综治服务队", TeamKind.PEACE: "平安志愿者队", TeamKind.COMMITTEE: "治保会"}


def load(world: World) -> int:
    """Returns how many volunteers there are."""
    made = Making(world)
    made.enrol(MANY_IN_TINY if world.is_tiny else MANY)
    made.form_teams()
    made.protect()
    made.serve()
    return len(made.people)


class Making:
    """Collects the rows, so that each table is written at once."""

    def __init__(self, world: World):
        self.world, self.random = world, Random(f"{SEED} volunteers")  # noqa: S311
        self.crowd = People(self.random, world.today)
        self.home = home(world)[Level.COMMUNITY]
        self.people: list[Volunteer] = []
        self.numbers: set[str] = set()
        self.trained: set[int] = set()  # in safety

    def enrol(self, many: int) -> None:
        """As many in each community, one more here and there; the first of the tour's has its account."""
        areas = [self.home, *(area for area in self.world.communities if area.pk != self.home.pk)]
        clerks = self.world.staff
        for number in range(many):
            area = areas[number % len(areas)]
            self.people.append(self._one(area, number, next(iter(clerks["workstation", area.code]), None)))
        tour = self.people[0]
        tour.name, tour.state, tour.user = "曾素珍", State.ACTIVE, self.world.users["volunteer"]
        tour.ended_on, tour.verified_at = None, tour.applied_at + 2 * DAY
        tour.verified_by = tour.verified_by or self.world.users["station"]
        for one in self.people:
            one.hash_numbers()
        Volunteer.objects.bulk_create(self.people, batch_size=1000)
        Ability.objects.bulk_create([Ability(volunteer=one, what=what) for one in self.people
                                     for what in self._abilities()], batch_size=4000)
        text = consents.text(PURPOSE, on=self.world.today)
        Consent.objects.bulk_create([
            Consent(subject_type=Volunteer._meta.label_lower, subject_id=one.pk, text=text, form="online",
                    at=one.applied_at, withdrawn_at=one.ended_on and at_clock(one.ended_on, time(10)),
                    withdrawn_how="online" if one.ended_on else "") for one in self.people], batch_size=2000)

    def form_teams(self) -> None:
        """A team for some eighty; the first to join leads it."""
        by_area: dict[Area, list[Volunteer]] = {}
        for one in self.people:
            if one.state == State.ACTIVE:
                by_area.setdefault(one.area, []).append(one)
        teams, members = [], []
        for area, people in by_area.items():
            kinds = list(TeamKind)[: max(1, min(3, round(len(people) / TEAM)))]
            for place, kind in enumerate(kinds):
                team = Team(name=f"{area.name.removesuffix('社区').removesuffix('村')}{NAMES[kind]}", kind=kind,
                            area=area, area_key=area.key, leader=people[place])
                teams.append(team)
                members += [TeamMember(team=team, volunteer=one, joined_on=localdate(one.verified_at) + DAY)
                            for one in people[place:: len(kinds)]]
        Team.objects.bulk_create(teams)
        TeamMember.objects.bulk_create(members, batch_size=4000)

    def protect(self) -> None:
        """Six in ten are insured, some not for long any more; half are trained in safety."""
        insured, trained = [], []
        for one in self.people:
            if one.insured_until:
                start = one.insured_until - 365 * DAY
                insured.append(Insurance(volunteer=one, insurer=INSURER, policy=f"PA{start:%Y}{one.pk:08d}",
                                         starts_on=start, ends_on=one.insured_until, by=one.verified_by))
            if one.state in KNOWN:
                day = localdate(one.verified_at) + 5 * DAY
                courses = [Course.BASIC] + [Course.SAFETY] * (one is self.people[0] or self.random.random() < 0.5)
                if Course.SAFETY in courses:
                    self.trained.add(one.pk)
                trained += [Training(volunteer=one, course=course, held_on=day, by=one.verified_by)
                            for course in courses]
        Insurance.objects.bulk_create(insured, batch_size=4000)
        Training.objects.bulk_create(trained, batch_size=4000)

    def serve(self) -> None:
        """Call-ups of the tour's community, past and to come; hours of whoever came."""
        here = [one for one in self.people if one.area_id == self.home.pk and one.state == State.ACTIVE]
        asked, hours = [], []
        for number in range(6 if self.world.is_tiny else 26):
            title, task, place, length = OCCASIONS[number % len(OCCASIONS)]
            start = at_clock(self.world.today + (3 - 7 * number) * DAY, time(19 if task == Task.NIGHT_PATROL else 9))
            call_up = self._call_up(title, task, place, start, length)
            day = localdate(start)
            fit = [one for one in here if one.pk in self.trained and one.insured_until
                   and one.insured_until - 365 * DAY <= day <= one.insured_until] if call_up.is_risky else here
            is_over = start < self.world.at
            for one in fit[: 24]:
                answer = self.random.choices(["yes", "no", "later", ""], [55, 20, 5, 20])[0]
                asked.append(Invitation(call_up=call_up, volunteer=one, answer=answer, way="phone" if answer else "",
                                        answered_at=call_up.at + timedelta(hours=5) if answer else None))
                if is_over and answer == "yes":
                    hours.append(self._hours(one, call_up, length))
        Invitation.objects.bulk_create(asked, batch_size=2000)
        self._write(hours)

    def _write(self, hours: list[Attendance]) -> None:
        sums: dict[int, Decimal] = {}
        for row in hours:
            sums[row.volunteer_id] = sums.get(row.volunteer_id, Decimal(0)) + row.hours
        Attendance.objects.bulk_create(hours, batch_size=2000)
        served = [one for one in self.people if one.pk in sums]
        for one in served:
            one.hours = sums[one.pk]
        Volunteer.objects.bulk_update(served, ["hours"], batch_size=500)
        if tour := next((one for one in served if one.user_id), None):
            mine = [row for row in hours if row.volunteer_id == tour.pk]
            Certificate.objects.create(volunteer=tour, since=min(row.served_on for row in mine), hours=tour.hours,
                                       until=max(row.served_on for row in mine), times=len(mine),
                                       issued_at=self.world.at, issued_by=self.world.users["station"])

    def _hours(self, one: Volunteer, call_up: CallUp, length: int) -> Attendance:
        return Attendance(volunteer=one, call_up=call_up, served_on=localdate(call_up.starts_at),
                          hours=Decimal(length), verified_by=self.world.users["patrol"],
                          verified_at=min(call_up.ends_at + timedelta(hours=2), self.world.at))

    def _call_up(self, title: str, task: str, place: str, start: datetime, length: int) -> CallUp:
        return CallUp.objects.create(
            uuid=self._uuid(), title=title, task=task, is_risky=task == Task.NIGHT_PATROL, area=self.home,
            area_key=self.home.key, place=place, starts_at=start, ends_at=start + timedelta(hours=length), needed=12,
            by=self.world.users["patrol"], at=min(start - 5 * DAY, self.world.at - timedelta(hours=6)))

    def _one(self, area: Area, number: int, clerk) -> Volunteer:
        is_woman = self.random.random() < 0.6
        born = self.world.today - timedelta(days=self.random.randint(19 * 366, 74 * 365))
        state = State.ACTIVE if number == 0 else self.random.choices(*zip(*STATES, strict=True))[0]
        applied = at_clock(self.world.today - self.random.randint(10, 900) * DAY, time(10))
        is_seen = state != State.APPLIED
        # Who withdrew longer ago is forgotten.
        ended = state == State.WITHDRAWN and max(localdate(applied) + 3 * DAY, self.world.today - 300 * DAY)
        until = self.world.today + self.random.randint(-20, 340) * DAY
        return Volunteer(
            uuid=self._uuid(), name=self.crowd.name(is_woman), document="111", born_on=born, area=area,
            id_number=self._number(born, number, is_woman), phone=self.crowd.mobile(), area_key=area.key, state=state,
            code=f"{self.random.randrange(10**6):06d}", applied_at=applied, ended_on=ended or None,
            verified_at=applied + 2 * DAY if is_seen else None,
            verified_by=(clerk or self.world.users["station"]) if is_seen else None,
            insured_until=until if state in KNOWN and (number == 0 or self.random.random() < 0.6) else None)

    def _number(self, born: date, number: int, is_woman: bool) -> str:
        while True:
            first17 = f"{NEVER_ASSIGNED}{born:%Y%m%d}{number // 2 % 500 * 2 + (not is_woman):03d}"
            if first17 not in self.numbers:
                self.numbers.add(first17)
                return first17 + check_digit(first17)
            born -= DAY

    def _abilities(self) -> list[str]:
        services = self.random.choices(Service.values, [3, 8, 2, 1, 2], k=2)
        skills = [self.random.choice(Skill.values)] if self.random.random() < 0.4 else []
        return sorted({*services, *skills, self.random.choice(Time.values)})

    def _uuid(self) -> uuid.UUID:
        return uuid.UUID(int=self.random.getrandbits(128), version=4)
