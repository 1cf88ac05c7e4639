"""Disputes that are with the mediators now: in every state, in every phase of their limit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from grids.models import Area, Level
from grids.roles import Role
from incidents.states import Act
from mediation.models import Case, Mediator, TimeLimit
from mediation.models.limits import Kind
from mediation.states import State

from . import accounts, turns
from .acting import DISPUTES, Actor
from .course import Script, Step
from .disputes import Dispute, Disputes
from .happenings import Happenings
from .hearing import Hearing
from .moments import DAY, HOUR, between, waking
from .phases import Phase, Phases
from .play import Play
from .world import World

OTHERS = 60  # beyond the demo accounts' own
STATES = {State.REGISTERED: 14, State.ACCEPTED: 8, State.ASSIGNED: 12, State.MEDIATING: 20, State.AGREED: 6,
          State.FAILED: 2}  # fmt: skip
NEIGHBOURS = "0201"  # begins with the community's committee
CONCLUDED = (State.AGREED, State.FAILED)
PLAYED = (State.REGISTERED, State.NOT_ACCEPTED, State.ACCEPTED, State.ASSIGNED, State.MEDIATING, *CONCLUDED)


@dataclass(frozen=True)
class Wish:
    """A case that is wanted. `is_mine`: with the demo account's mediator; `from_grid`: it began as an incident;
    `is_broken`: what was agreed was not kept, and agreed anew."""

    state: State
    phase: Phase = Phase.FRESH
    where: Area | None = None
    is_mine: bool = False
    from_grid: bool = False
    turn: str = ""  # what becomes of it after the parties have met (turns.TURNS)
    to: str = ""  # offered to: here (the town of the tour), away (another town), court
    is_broken: bool = False


def load(world: World) -> int:
    """Play them; returns how many cases."""
    before = Case.objects.count()
    play, planner = Play(), Planner(world)
    for wish in wishes(world):
        planner.plan(wish, play)
    play.run(until=world.at)
    return Case.objects.count() - before


def wishes(world: World) -> Iterator[Wish]:
    """What clerk, centre and mediator of the tour have on their desks; then the rest of the county."""
    town, random = accounts.home(world)[Level.TOWN], world.random
    for state in PLAYED:
        yield Wish(state, where=town, is_mine=True, from_grid=True)
    for phase in [Phase.OVERDUE] if world.is_tiny else Phase:
        yield Wish(State.REGISTERED, phase, where=town)
        yield Wish(State.ASSIGNED, phase, where=town, is_mine=True)
        yield Wish(State.MEDIATING, phase, where=town, is_mine=True)
        yield Wish(State.MEDIATING, phase, where=town)
    for _ in range(1 if world.is_tiny else 5):
        yield Wish(State.ACCEPTED, where=town)
    away = turns.other_town(world, town)
    for turn, to in [("offered", "away"), ("returned", "away"), ("offered", "court"), ("outside", ""), ("gone", ""),
                     ("retried", ""), ("moved_up", ""), ("at_county", ""), ("joint", "")]:
        yield Wish(State.MEDIATING, where=town, turn=turn, to=to)
    if away != town:
        yield Wish(State.MEDIATING, where=away, turn="offered", to="here")
        yield Wish(State.MEDIATING, where=away, turn="taken", to="here")
        yield Wish(State.MEDIATING, where=town, turn="taken", to="away")
    for n in range(0 if world.is_tiny else OTHERS):
        yield Wish(random.choices(list(STATES), STATES.values())[0], random.choice(list(Phase)), from_grid=n % 4 == 0)
    yield Wish(State.AGREED, where=town, is_mine=True, is_broken=True)


class Planner:
    """Finds out who does what when."""

    def __init__(self, world: World):
        self.world, self.random = world, world.random
        self.disputes, self.happenings = Disputes(world), Happenings(world)
        self.script, self.phases = Script(world), Phases(world)
        self.mine = Mediator.objects.select_related("org", "user").get(user=world.users["mediator"])
        self.members = {}
        for mediator in Mediator.objects.select_related("org", "user").filter(org__kind="people").order_by("id"):
            self.members.setdefault(mediator.org.area_id, []).append(mediator)

    def plan(self, wish: Wish, play: Play) -> None:
        """Put all acts that lead to the case into the play."""
        hearing = self._hearing(wish)
        (registered_at, _), *acts = [(waking(at), act) for at, act in self._course(wish, hearing)]
        if hearing.origin:
            for step in self._reported(hearing.origin, registered_at):
                play.add(step.at, partial(hearing.origin.do, step))
        else:
            play.add(registered_at, partial(hearing.register, registered_at))
        for at, act in acts:
            play.add(at, partial(act, at))

    def _hearing(self, wish: Wish) -> Hearing:
        happening = self.happenings.draw(lambda category: category.code in DISPUTES, wish.where)
        rises = "move_up" in turns.TURNS.get(wish.turn, ())
        told = NEIGHBOURS if wish.is_broken or rises else DISPUTES[happening.category.code] if wish.from_grid else None
        dispute = self.disputes.draw(told)
        community = self.world.areas[happening.grid.code[:12]]
        near = self.random.choice([community.pk, community.parent_id])
        if rises:
            near = community.pk  # what begins at the town cannot be handed up twice
        mediator = self.mine if wish.is_mine else self.random.choice(self.members[near])
        # The county's manager sees to the home of the tour, so that one person's desk shows it all.
        office = self.world.county if wish.where else self.world.town_of(community)
        return Hearing(self.world, dispute, community, mediator, self.world.one(Role.CENTER_MANAGER, office),
                       origin=Actor(self.world, happening) if wish.from_grid else None, is_fixed=wish.is_mine)

    def _reported(self, origin: Actor, registered_at: datetime) -> list[Step]:
        """The incident of the dispute: reported, accepted, handed over to mediation."""
        desks = self.script.desks(origin.happening)
        steps = [Step(Act.REPORT, desks[1]), Step(Act.ACCEPT, desks[2]), Step(Act.MEDIATE, desks[2])]
        return self.script.dated(steps, registered_at, origin.happening)

    def _course(self, wish: Wish, hearing: Hearing) -> Iterator[tuple[datetime, Callable]]:
        """What is done when, from the registration until now."""
        random, now = self.random, self.world.at
        if wish.state == State.REGISTERED:
            yield self.phases.began(self._limit(Kind.TRIAGE, hearing.dispute), wish.phase), hearing.register
            return
        if wish.state == State.NOT_ACCEPTED:
            registered_at = now - DAY * random.uniform(1, 5)
            yield registered_at, hearing.register
            yield between(random, registered_at, registered_at + 20 * HOUR), hearing.refuse
            return
        until = now - HOUR * random.uniform(2, 120) if wish.state in CONCLUDED else now
        accepted_at = self._accepted_at(wish, hearing, until)
        yield accepted_at - HOUR * random.uniform(0.3, 3), hearing.register
        yield accepted_at, hearing.accept
        if wish.state == State.ACCEPTED:
            return
        assigned_at = between(random, accepted_at, min(accepted_at + 20 * HOUR, until))
        yield assigned_at, hearing.assign
        if wish.state == State.ASSIGNED:
            return
        met_until = assigned_at + (until - assigned_at) / 2 if wish.turn else until
        if wish.is_broken:
            met_until = until - 8 * DAY
        for at in sorted(between(random, assigned_at, met_until) for _ in range(random.choice([1, 1, 2]))):
            yield at, hearing.meet
        if wish.turn:
            steps = turns.Turns(self.world, hearing, self._offered_to(wish)).acts(wish.turn)
            for n, act in enumerate(steps, 1):
                yield met_until + (until - met_until) * n / (len(steps) + 1), act
        if wish.state in CONCLUDED:
            yield from self._ends(wish, hearing, until)

    def _ends(self, wish: Wish, hearing: Hearing, until: datetime) -> Iterator[tuple[datetime, Callable]]:
        if wish.state == State.FAILED:
            yield until, hearing.fail
        elif wish.is_broken:
            yield until - 8 * DAY, hearing.agree_orally
            yield until - 3 * DAY, hearing.breach
            yield until - 3 * DAY + HOUR, hearing.reopen
            yield until - 2 * DAY, hearing.assign
            yield until - 1 * DAY, hearing.meet
            yield until, hearing.agree_and_pay
            yield until + HOUR, hearing.sign
        else:
            yield until, hearing.agree
            if until + DAY < self.world.at:
                yield until + DAY, hearing.sign

    def _offered_to(self, wish: Wish):
        town = accounts.home(self.world)[Level.TOWN]
        match wish.to:
            case "court":
                return turns.court_room(self.world)
            case "here":
                return turns.committee_of(town)
            case "away":
                return turns.committee_of(turns.other_town(self.world, town))
        return None

    def _accepted_at(self, wish: Wish, hearing: Hearing, until: datetime) -> datetime:
        if wish.state in CONCLUDED:
            return until - DAY * self.random.uniform(3, 9) - (8 * DAY if wish.is_broken else 0 * DAY)
        if wish.state == State.ACCEPTED:
            return until - HOUR * self.random.uniform(0.2, 40)  # nobody lets a case wait for a mediator for weeks
        return self.phases.began(self._limit(Kind.MEDIATE, hearing.dispute), wish.phase)

    def _limit(self, kind: str, dispute: Dispute):
        return TimeLimit.objects.of(kind, dispute.category).limit
