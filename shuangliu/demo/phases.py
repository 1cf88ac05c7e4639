"""When must a clock have begun, to look today as is wanted?"""

from datetime import datetime, timedelta
from enum import Enum

from django.utils.timezone import localdate, localtime

from shuangliu.deadlines import Limit, Unit
from shuangliu.deadlines.calendars import current
from shuangliu.deadlines.moments import moments

from .moments import HOUR, RESTS, WAKES
from .world import World

MARGIN = timedelta(days=14)


class Phase(Enum):
    """How far a running clock has gone."""

    FRESH = "fresh"
    WARNED = "warned"
    TODAY = "due today"
    OVERDUE = "overdue"
    RAISED = "raised"


class Phases:
    """For each limit, the moments of the last weeks sorted by how a clock begun then looks now."""

    def __init__(self, world: World):
        self.world = world
        self.found: dict[Limit, dict[Phase, list[datetime]]] = {}

    def began(self, limit: Limit, phase: Phase) -> datetime:
        """Some moment at which a clock of this limit began that is in `phase` now, or in the next phase there is:
        at night, on a day off, nothing is due today."""
        if limit not in self.found:
            self.found[limit] = self._sorted(limit)
        by_phase = self.found[limit]
        order = list(Phase)
        chosen = next(p for p in [*order[order.index(phase):], *reversed(order)] if by_phase[p])
        return self.world.random.choice(by_phase[chosen])

    def _sorted(self, limit: Limit) -> dict[Phase, list[datetime]]:
        by_phase = {phase: [] for phase in Phase}
        for moment in self._candidates(limit):
            by_phase[self._phase(limit, moment)].append(moment)
        return by_phase

    def _candidates(self, limit: Limit) -> list[datetime]:
        at, random = self.world.at, self.world.random
        if limit.unit == Unit.NATURAL_HOURS:
            return [at - limit.span * n / 20 for n in range(1, 41)]
        hours = int((limit.span * 2 + MARGIN) / HOUR)
        begun = (at - n * HOUR - timedelta(seconds=random.randrange(3600)) for n in range(hours))
        return [moment for moment in begun if WAKES <= localtime(moment).hour < RESTS]

    def _phase(self, limit: Limit, began: datetime) -> Phase:
        at, clock = self.world.at, moments(began, limit.span, limit, current())
        if clock.raise_at <= at:
            return Phase.RAISED
        if clock.due_at <= at:
            return Phase.OVERDUE
        if localdate(clock.due_at) == self.world.today:
            return Phase.TODAY
        return Phase.WARNED if clock.warn_at <= at else Phase.FRESH
