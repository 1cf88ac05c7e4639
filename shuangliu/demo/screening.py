"""Screening of the last weeks, and the warning levels that follow from the open cases. What was found are the very
cases that came from screening; how often a week was missed is invented."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, time, timedelta
from random import Random

from django.utils.timezone import localdate

from grids.models import Level
from grids.roles import Role
from mediation.models import Case, DisputeCategory, ScreeningPoint
from mediation.models.cases import Source
from mediation.screening import levels, resets, sweep
from mediation.screening.models import Finding, PointWarning, Screening, ScreeningPlan
from mediation.screening.periods import DAY, Every, periods, remind_on
from mediation.screening.rules import ensure_rule
from shuangliu.accounts.models import User
from shuangliu.audit.recording import entry

from . import accounts, ledger
from .moments import at_clock
from .world import SEED, World

WEEKS = 13
MISSED, LATE = 0.06, 0.02
UNREGISTERED = [("02", "摊位摆放引起争执"), ("04", "停车位使用纠纷"), ("02", "楼上漏水，正在协商"),
                ("06", "拖欠工人工资的传言"), ("04", "物业费收取分歧")]  # fmt: skip
RESET_REASON = "涉及的纠纷已由镇街中心牵头约谈双方，达成初步意见，约定下周签订协议。"


def plan(world: World) -> int:
    """A plan for each point, weekly as they all lie in communities; some estates are looked at twice a month."""
    since = world.today - timedelta(days=world.today.weekday() + 7 * WEEKS)
    ensure_rule(at_clock(since, time(8)))
    points = ScreeningPoint.objects.order_by("id")
    ScreeningPlan.objects.bulk_create(
        [ScreeningPlan(point=point, since=since, every=Every.HALF_MONTHLY if n % 12 == 5 else Every.WEEKLY)
         for n, point in enumerate(points)])
    PointWarning.objects.bulk_create([PointWarning(point=point, since=at_clock(since, time(8))) for point in points])
    return len(points)


def load(world: World) -> int:
    """Results of the weeks that are over and of this one; returns how many screenings there are."""
    Writer(world).write()
    sweep.sweep(world.at)
    levels.recompute(None, at=world.at)  # what was found where is known only now
    reset(world)
    return Screening.objects.count()


def reset(world: World) -> None:
    """The county's manager has reset one warning of another town, of those in the middle."""
    home = accounts.home(world)[Level.TOWN]
    warned = (PointWarning.objects.exclude(level="none").exclude(point__area__parent=home)
              .select_related("point__plan", "point__area").order_by("pk"))
    if warning := next((one for one in warned if one.level in {"blue", "yellow"}), None):
        resets.reset_warning(warning, by=world.users["center"], at=world.at - timedelta(minutes=50),
                             reason=RESET_REASON, until=world.today + timedelta(days=10))


class Writer:
    """Writes who screened what when. Draws of its own, so that the rest of the county stays as it is."""

    def __init__(self, world: World):
        self.world, self.random = world, Random(f"{SEED} screening")  # noqa: S311 - no secrets here
        self.home = accounts.home(world)[Level.COMMUNITY]
        self.lazy = set(self.random.sample(range(105), 8))
        self.kinds = {kind.pk: kind for kind in DisputeCategory.objects.all()}
        self.by_code = {kind.code: kind for kind in self.kinds.values()}

    def write(self) -> None:
        cases = self._cases()
        screenings = [one for n, plan in enumerate(ScreeningPlan.objects.select_related("point__area", "point__org")
                                                   .order_by("pk")) for one in self._of(plan, n in self.lazy)]
        found = {}
        taken = set()
        for one in screenings:
            if not one.is_done:
                continue
            mine = [case for case in cases[one.area_key] if case.pk not in taken
                    and one.starts_on <= localdate(case.registered_at) and case.registered_at > one.done_at
                    and case.registered_at - one.done_at < timedelta(days=5)]
            taken |= {case.pk for case in mine}
            found[one.point_id, one.starts_on] = mine
            one.found = len(mine)
        fresh = [one for one in screenings if one.is_done and not one.found and one.ends_on >= self.world.today]
        waiting = dict(zip([one.point_id for one in fresh[:: max(1, len(fresh) // len(UNREGISTERED))]], UNREGISTERED,
                           strict=False))
        for one in fresh:
            one.found = int(one.point_id in waiting)
        Screening.objects.bulk_create(screenings, batch_size=500)
        Finding.objects.bulk_create([
            *(Finding(screening=one, category=self._group(case), case=case)
              for one in screenings for case in found.get((one.point_id, one.starts_on), [])),
            *(Finding(screening=one, category=self.by_code[waiting[one.point_id][0]], text=waiting[one.point_id][1])
              for one in fresh if one.point_id in waiting)])
        ledger.write(self._told(screenings))

    def _cases(self) -> dict[int, list[Case]]:
        """What came from screening in these weeks, by community."""
        since = self.world.at - timedelta(weeks=WEEKS)
        cases = defaultdict(list)
        came = Case.objects.filter(source=Source.SCREENING, registered_at__gte=since)
        for case in came.order_by("registered_at", "id"):
            cases[case.community_key].append(case)
        return cases

    def _of(self, plan: ScreeningPlan, is_lazy: bool) -> Iterator[Screening]:
        for first, last in periods(plan.every, plan.since, self.world.today):
            one = Screening(point=plan.point, area_key=plan.area_key, every=plan.every, starts_on=first, ends_on=last,
                            remind_on=remind_on(plan.every, first, last))
            is_over = last < self.world.today
            chance = self.random.random()
            if plan.point.area_id == self.home.pk and not is_over:
                chance = 0  # left to do for the tour
            missed = 0.4 if is_lazy else MISSED
            if chance >= missed + LATE:
                self._done(one, first, last)
            elif is_over and chance >= missed:
                self._done(one, last + DAY, last + 2 * DAY)
            if is_over:
                one.closed_at = at_clock(last + DAY, time(0, 1))
                one.in_time = one.is_done and localdate(one.done_at) <= last
            yield one

    def _done(self, one: Screening, first: date, last: date) -> None:
        """Done on a day of these; of the running period only what lies in the past."""
        day = first + timedelta(days=min(self.random.choices(range(7), [3, 4, 4, 4, 3, 1, 1])[0], (last - first).days))
        at = at_clock(day, time(9)) + timedelta(minutes=self.random.randrange(8 * 60))
        if at < self.world.at - timedelta(hours=1):
            one.done_at, one.done_by, one.found, one.version = at, self._who(one), 0, 1

    def _who(self, one: Screening) -> User:
        """The workstation of the community, or one of its grid workers."""
        area = one.point.area
        workers = [user for grid in self.world.grids if grid.parent_id == area.pk
                   for user in self.world.staff[Role.GRID_WORKER, grid.code]]
        return self.random.choice([self.world.one(Role.WORKSTATION, area), *workers[:3]])

    def _group(self, case: Case) -> DisputeCategory:
        """The kind as it is seen on the street: the one above."""
        kind = self.kinds[case.category_id]
        return self.kinds[kind.parent_id] if kind.parent_id else kind

    def _told(self, screenings: list[Screening]) -> Iterator:
        for one in screenings:
            if one.in_time is False:
                yield entry("screening.missed", one, by=None, at=one.closed_at)
            if one.is_done:
                yield entry("screening.written", one, by=one.done_by, at=one.done_at, found=one.found)
