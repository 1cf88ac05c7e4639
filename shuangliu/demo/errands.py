"""Visits in the pilot community: what its grid workers have still to make today, what they found, what was entered."""

import uuid
from datetime import datetime, time, timedelta

from grids.roles import Role
from residents.models import Dwelling, Residence, VisitTask
from residents.visits import actions, coverage
from residents.visits.actions import AWAY, STAYS
from residents.visits.models import Purpose, Result
from residents.visits.stalest import stalest
from shuangliu.accounts.models import User
from shuangliu.deadlines.sweep import escalate_overdue

from . import accounts
from .moments import DAY, at_clock
from .people import People
from .world import World

WEEKLY, WEEKLY_IN_TINY = 14, 4  # the registrar asks a grid for so many
FOUND = [Result.CONFIRMED, Result.CONFIRMED, Result.MOVED_AWAY, Result.SOMEBODY_NEW, Result.CONFIRMED, Result.EMPTY]
ENTERED = {Result.CONFIRMED: STAYS, Result.SOMEBODY_NEW: STAYS, Result.EMPTY: AWAY}
NOTES = {Result.SOMEBODY_NEW: "合租，上月入住，约好周六去社区登记。",
         Result.MOVED_AWAY: "邻居说已搬走，门上有招租信息。"}
OTHER_GRIDS = 3
ERRANDS = [Purpose.PERMIT, Purpose.LEASE, Purpose.AID]


def load(world: World) -> int:
    """Ask, go and enter by the acts themselves; returns how many visits."""
    home = accounts.home(world)
    grids = [grid for grid in world.grids if grid.parent_id == home["community"].pk]
    grids.sort(key=lambda grid: grid.pk != home["grid"].pk)  # the worker of the tour first
    for number, grid in enumerate(grids[:1 + OTHER_GRIDS]):
        Week(world, grid, world.one(Role.GRID_WORKER, grid)).play(is_of_the_tour=number == 0)
    escalate_overdue(at=world.at)
    coverage.count(at=world.at)
    return VisitTask.objects.count()


class Week:
    """One grid: asked for six days ago, half made since."""

    def __init__(self, world: World, grid, worker: User):
        self.world, self.grid, self.worker, self.registrar = world, grid, worker, world.users["registrar"]
        self.n = WEEKLY_IN_TINY if world.is_tiny else WEEKLY

    def play(self, *, is_of_the_tour: bool) -> None:
        asked_at = self._at(6, 9)
        tasks = actions.ask_many(stalest(self.grid, self.n), by=self.registrar, at=asked_at, purpose=Purpose.CHECK,
                                 due_on=asked_at.date() + 8 * DAY)
        made = tasks[: len(tasks) // 2]
        for number, task in enumerate(made):
            self._told(task, FOUND[number % len(FOUND)], self._at(1 + number % 4, 15, 4 * number))
            if number % 2 == 0 or not is_of_the_tour:
                self._enter(task)
        if tasks[len(made):]:
            for days in (4, 3, 1):
                self._told(tasks[len(made)], Result.NOBODY, self._at(days, 18))
        if is_of_the_tour:
            lived_in = Dwelling.objects.filter(grid_key=self.grid.key, standing=Dwelling.Standing.LIVED_IN)
            for days, purpose, dwelling in zip((1, 2, 3), ERRANDS, lived_in.order_by("-checked_at")[:3], strict=False):
                actions.ask(dwelling, by=self.registrar, at=self._at(days, 11), purpose=purpose,
                            due_on=self.world.today + (2 + days) * DAY)

    def _told(self, task: VisitTask, result: str, at: datetime) -> None:
        is_new = result == Result.SOMEBODY_NEW
        actions.report(task, by=self.worker, at=at, uuid=uuid.UUID(int=self.world.housing.getrandbits(128), version=4),
                       result=result, note=NOTES.get(result, ""), new_count=2 if is_new else 0,
                       new_name=People(self.world.housing, self.world.today).name(is_woman=False) if is_new else "")

    def _enter(self, task: VisitTask) -> None:
        """Where the result says of everybody what became of them; the rest is left for the tour."""
        task.refresh_from_db()
        homes = Residence.objects.filter(dwelling=task.dwelling_id, until=None, person__merged_into=None)
        if said := ENTERED.get(task.result):
            actions.enter(task, by=self.registrar, at=min(self.world.at, task.done_at + timedelta(hours=17)),
                          people=dict.fromkeys(homes.values_list("person", flat=True), said))

    def _at(self, days: int, hour: int, minutes: int = 0) -> datetime:
        return at_clock(self.world.today - days * DAY, time(hour)) + timedelta(minutes=minutes)
