"""The course of an incident, told backwards: from the act it has come to, each earlier act at some moment from
which the later one was in time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from grids.models import Department
from grids.roles import Role
from incidents.models import StageLimit
from incidents.states import CLOCK, RULES, Act, Stage
from shuangliu.accounts.models import User
from shuangliu.deadlines import Limit, Unit
from shuangliu.deadlines.calendars import current
from shuangliu.deadlines.worktime import after

from .happenings import Happening
from .moments import waking
from .world import World

MINUTE = timedelta(minutes=1)
TRIES = 8
BEYOND_US = "超出本级职权，请上级协调处理。"
NOT_DONE = "现场复查仍未处理到位，请继续整改。"
NOT_OURS = "经核实不属于本单位职责，建议重新派遣。"


@dataclass(frozen=True)
class Step:
    """One act: who does it, to which department, with which words, when."""

    act: Act
    by: User
    note: str = ""
    department: Department | None = None
    at: datetime | None = None


class Script:
    """Who does what, in order, for any happening: the whole way from the report to the reporter's judgement."""

    def __init__(self, world: World):
        self.world, self.random = world, world.random
        self.limits = {(row.stage, row.is_urgent): row.limit for row in StageLimit.objects.all()}

    def tier_of(self, happening: Happening) -> int:
        """The tier that settles it: the usual one, or one above; the county's where the town has no such office."""
        category = happening.category
        if not category.department:
            return 2
        higher = self.random.random() < {2: 0.4, 3: 0.2, 4: 0}[category.owner_tier]
        tier = category.owner_tier + higher
        return 4 if tier == 3 and self.department(happening, 3) is None else tier

    def whole(self, happening: Happening, tier: int, *, reworked: bool = False, returned: bool = False) -> list[Step]:
        """All acts from report to judgement when the desk of `tier` settles it; without moments yet."""
        return list(self._acts(happening, tier, reworked=reworked, returned=returned))

    def dated(self, steps: list[Step], last: datetime, happening: Happening, *, late: bool = False) -> list[Step]:
        """The steps with moments, the last one at `last`; with `late`, handling took longer than it may."""
        dated, at = [], last
        for step, before in zip(reversed(steps), [*reversed(steps[:-1]), None], strict=True):
            dated.append(replace(step, at=at))
            if before:
                stage = self.stage_after(before)
                handled_late = late and stage == Stage.HANDLE
                at = self._earlier(at, self.limit(happening, stage), late=handled_late)
                late = late and not handled_late
        return dated[::-1]

    def stage_after(self, step: Step) -> Stage:
        """The clock that runs once this has been done."""
        target = RULES[step.act].target if step.act != Act.REPORT else "reported"
        return CLOCK[target]

    def limit(self, happening: Happening, stage: Stage) -> Limit:
        category = happening.category
        return category.handle_limit if stage == Stage.HANDLE else self.limits[stage, category.is_urgent]

    def _acts(self, happening: Happening, tier: int, *, reworked: bool, returned: bool) -> Iterator[Step]:
        desks = self.desks(happening)
        worker, desk = desks[1], desks[tier]
        department = self.department(happening, tier)
        handler = self.random.choice(self.world.staff[Role.DEPT_HANDLER, department.code]) if department else desk
        checker = worker if handler == desks[2] else desks[2]
        yield Step(Act.REPORT, worker)
        yield Step(Act.ACCEPT, desks[2])
        for below in range(2, tier):
            yield Step(Act.ESCALATE, desks[below], BEYOND_US)
        yield Step(Act.ASSIGN, desk, department=department)
        if returned and department:
            yield Step(Act.RETURN, handler, NOT_OURS)
            yield Step(Act.ASSIGN, desk, "请主办单位先行处置，职责争议另行研究。", department)
        yield Step(Act.SIGN, handler)
        yield Step(Act.RESOLVE, handler, happening.reply)
        if reworked:
            yield Step(Act.REWORK, checker, NOT_DONE)
            yield Step(Act.RESOLVE, handler, "已按要求重新处理。" + happening.reply)
        yield Step(Act.VERIFY, checker, "现场查看，已处理到位。")
        yield Step(Act.CLOSE, desk)
        yield Step(Act.JUDGE, worker)

    def desks(self, happening: Happening) -> dict[int, User]:
        """Who sits where for this grid: 1 the worker, 2 the workstation, 3 the sub-centre, 4 the county."""
        world, code = self.world, happening.grid.code
        return {
            1: world.staff[Role.GRID_WORKER, code][0],
            2: world.staff[Role.WORKSTATION, code[:12]][0],
            3: world.staff[Role.SUBCENTER, code[:9]][0],
            4: self.random.choice(world.staff[Role.COUNTY_DISPATCH, code[:6]]),
        }

    def department(self, happening: Happening, tier: int) -> Department | None:
        """The office within the tier's reach that usually does this; None: the desk does it itself."""
        usual = happening.category.department
        if tier == 2 or not usual:
            return None
        if tier == 4:
            return self.world.departments[usual]
        offices = (office for code, office in self.world.departments.items() if code.endswith(f"-{usual}"))
        return next((office for office in offices if office.area.code == happening.grid.code[:9]), None)

    def _earlier(self, at: datetime, limit: Limit, *, late: bool = False) -> datetime:
        """Some moment before `at` from which `at` was in time; or not in time, if it is to be late."""
        calendar = current()
        whole = limit.span if limit.unit != Unit.WORK_HOURS else limit.span * 2
        for _ in range(TRIES):
            share = self.random.uniform(1.05, 1.6) if late else self.random.betavariate(1.3, 2.5)
            moment = at - max(2 * MINUTE, whole * share)
            if limit.unit != Unit.NATURAL_HOURS:
                moment = waking(moment)
            if (after(moment, limit.span, limit.unit, calendar) < at) == late:
                return moment
        return at - 5 * MINUTE - timedelta(seconds=self.random.randrange(60))
