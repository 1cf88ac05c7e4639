"""Incidents on which somebody is at work now: in every state, in every phase of its clock, at every desk."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from grids.models import Area, Level
from incidents.models import Incident
from incidents.states import CLOCK, Act, State

from . import accounts
from .acting import Actor
from .course import NOT_OURS, Script, Step
from .happenings import Happening, Happenings
from .moments import DAY, HOUR, between, waking
from .phases import Phase, Phases
from .play import Play
from .world import World

OTHERS = 230  # beyond the demo accounts' own
AGAIN = "现场又出现同样问题，申请重新处置。"
NO_MONEY = "需专项资金，已列入下月改造计划。"
ON_THE_SPOT = "已与商户沟通并当场清理完毕。"
OUT_OF_SCOPE = "该事项已由其他渠道受理，不再重复立案，已告知反映人。"
# The act after which an incident is in a state.
LAST = {State.REPORTED: Act.REPORT, State.ASSIGNED: Act.ASSIGN, State.IN_PROGRESS: Act.SIGN,
        State.RESOLVED: Act.RESOLVE, State.REWORK: Act.REWORK, State.VERIFIED: Act.VERIFY, State.CLOSED: Act.CLOSE,
        State.EVALUATED: Act.JUDGE}  # fmt: skip
# States beside the straight way.
ASIDE = (State.SELF_HANDLED, State.MERGED, State.CANCELLED, State.SUSPENDED, State.REJECTED)
WAITING = [state for state in State if state in CLOCK and state not in ASIDE]
STATES = {State.REPORTED: 18, State.ACCEPTED: 18, State.ASSIGNED: 14, State.IN_PROGRESS: 24, State.RESOLVED: 12,
          State.REWORK: 5, State.VERIFIED: 8, State.CLOSED: 16, State.SELF_HANDLED: 6, State.MERGED: 3,
          State.SUSPENDED: 3}  # fmt: skip
PHASES = {Phase.FRESH: 50, Phase.TODAY: 20, Phase.WARNED: 12, Phase.OVERDUE: 12, Phase.RAISED: 6}


@dataclass(frozen=True)
class Wish:
    """An incident that is wanted. None: as it comes. `after` is an act that brought it there: two returns, or a
    reopening."""

    state: State
    phase: Phase = Phase.FRESH
    where: Area | None = None
    tier: int | None = None
    department: str | None = None
    is_urgent: bool = False
    is_pictured: bool = False
    is_placed: bool = True
    after: Act | None = None


def load(world: World) -> int:
    """Play them; returns how many incidents."""
    before = Incident.objects.count()
    fulfil(world, wishes(world))
    return Incident.objects.count() - before


def fulfil(world: World, wanted: Iterable[Wish]) -> None:
    play, planner = Play(), Planner(world)
    for wish in wanted:
        planner.plan(wish, play)
    play.run(until=world.at)


def wishes(world: World) -> Iterator[Wish]:
    """What each demo account's desk needs; then whatever the rest of the county has."""
    home, random, much = accounts.home(world), world.random, not world.is_tiny
    grid, community, town = home[Level.GRID], home[Level.COMMUNITY], home[Level.TOWN]
    for state in State:
        yield Wish(state, where=grid, is_pictured=much or state == State.RESOLVED)
    yield Wish(State.REPORTED, where=grid, is_placed=False)
    for after in (Act.RETURN, Act.REOPEN):
        yield Wish(State.ACCEPTED, where=town, tier=3, after=after)
    for _ in range(5 if much else 2):
        yield Wish(State.SELF_HANDLED, where=community, is_pictured=True)
    for state in (State.RESOLVED, State.CLOSED):
        for phase in Phase if much else [Phase.TODAY]:
            yield Wish(state, phase, where=grid, is_pictured=much)
    yield Wish(State.REPORTED, Phase.OVERDUE, where=community, is_urgent=True)
    for state, phase in _in_phases(world, WAITING, [Phase.TODAY, Phase.OVERDUE]):
        yield Wish(state, phase, where=community, tier=2, is_pictured=much)
    for state, phase in _in_phases(world, [State.ACCEPTED, State.ASSIGNED, State.RESOLVED, State.VERIFIED]):
        yield Wish(state, phase, where=town, tier=3, is_pictured=much)
    for state, phase in _in_phases(world, [State.ACCEPTED, State.VERIFIED]):
        yield Wish(state, phase, tier=4)
    for state, phase in _in_phases(world, [State.ASSIGNED, State.IN_PROGRESS, State.REWORK]):
        yield Wish(state, phase, tier=4, department=accounts.URBAN_MANAGEMENT, is_pictured=much)
    for _ in range(OTHERS if much else 0):
        yield Wish(random.choices(list(STATES), STATES.values())[0], random.choices(list(PHASES), PHASES.values())[0],
                   is_pictured=random.random() < 0.15)


def _in_phases(world: World, states: Iterable[State], phases: Iterable[Phase] = Phase) -> Iterator:
    """Every state in every phase; at the tiny scale in one phase each."""
    phases = list(phases)
    for n, state in enumerate(states):
        for phase in [phases[n % len(phases)]] if world.is_tiny else phases:
            yield state, phase


class Planner:
    """Finds the course that leads to what is wanted."""

    def __init__(self, world: World):
        self.world, self.script, self.phases = world, Script(world), Phases(world)
        self.happenings = Happenings(world)

    def plan(self, wish: Wish, play: Play) -> None:
        happening = self.happenings.draw(partial(fits, wish), wish.where)
        steps = self._steps(wish, happening)
        actor = Actor(self.world, happening, is_pictured=wish.is_pictured,
                      is_placed=wish.is_placed)
        for step in self.script.dated(steps, self._last_moment(wish, happening), happening):
            play.add(step.at, partial(actor.do, step))

    def _steps(self, wish: Wish, happening: Happening) -> list[Step]:
        tier = wish.tier or self.script.tier_of(happening)
        if wish.state in ASIDE or wish.after:
            return self._aside(wish, happening, tier)
        steps = self.script.whole(happening, tier, reworked=wish.state == State.REWORK)
        acts = [step.act for step in steps]
        if wish.state == State.ACCEPTED:
            return steps[: acts.index(Act.ASSIGN)]
        return steps[: acts.index(LAST[wish.state]) + 1]

    def _aside(self, wish: Wish, happening: Happening, tier: int) -> list[Step]:
        """The course to a state beside the straight way, or back from its end."""
        steps, desks = self.script.whole(happening, tier), self.script.desks(happening)
        upto = {step.act: steps[: n + 1] for n, step in enumerate(steps)}
        if wish.after == Act.REOPEN:
            return [*upto[Act.CLOSE], Step(Act.REOPEN, desks[1], AGAIN)]
        if wish.after == Act.RETURN:
            handler = next(step.by for step in steps if step.act == Act.SIGN)
            return [*upto[Act.ASSIGN], Step(Act.RETURN, handler, NOT_OURS), steps[len(upto[Act.ASSIGN]) - 1],
                    Step(Act.RETURN, handler, NOT_OURS)]
        return {
            State.SELF_HANDLED: [steps[0], Step(Act.SELF_HANDLE, desks[1], ON_THE_SPOT)],
            State.MERGED: [steps[0], Step(Act.MERGE, desks[2], "与此前上报的为同一处。")],
            State.CANCELLED: [steps[0], Step(Act.CANCEL, desks[1], "误报，现场已核实。")],
            State.REJECTED: [steps[0], Step(Act.REJECT, desks[2], OUT_OF_SCOPE)],
            State.SUSPENDED: [*upto[Act.SIGN], Step(Act.SUSPEND, desks[4], NO_MONEY)],
        }[wish.state]

    def _last_moment(self, wish: Wish, happening: Happening):
        stage = CLOCK.get(wish.state)
        if stage is None or wish.state == State.SUSPENDED:
            return waking(between(self.world.random, self.world.at - 4 * DAY, self.world.at - HOUR))
        return self.phases.began(self.script.limit(happening, stage), wish.phase)


def fits(wish: Wish, category) -> bool:
    """Can such a category become what is wanted?"""
    if category.is_dispute or category.is_urgent != wish.is_urgent:
        return False
    if wish.department:
        return category.department == wish.department
    if wish.state == State.SELF_HANDLED:
        return category.owner_tier == 2
    if wish.after == Act.RETURN or wish.state == State.SUSPENDED:
        return category.owner_tier <= 3 and category.department == accounts.URBAN_MANAGEMENT
    if wish.tier == 4:
        return category.owner_tier >= 3 and bool(category.department)
    return wish.tier is None or category.owner_tier <= wish.tier
