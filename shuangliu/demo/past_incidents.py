"""Incidents of the last twelve months that are over, written as rows with their timeline and audit entries."""

from datetime import timedelta

from grids.roles import Role
from incidents.models import Incident, Move
from incidents.states import Act

from . import ledger
from .course import Script, Step
from .happenings import Happenings
from .moments import office_moment
from .tale import Tale
from .world import World

HOW_MANY, HOW_MANY_IN_TINY = 4000, 40
DAYS = 365
STILL_OPEN_TO_JUDGE = 20  # days: five working days and the longest holidays
FILLED_BY_THE_PLAY = 24  # days of which most incidents are still open and written by current_incidents
BY_PHONE, BY_FORM = 0.4, 0.08  # of those that are long over; tickets of the hotline tell of them (calls.py)
REJECTED, LATE, REWORKED, RETURNED, SILENT = 0.03, 0.07, 0.05, 0.03, 0.35  # shares of all


def load(world: World) -> int:
    """Write them; returns how many incidents."""
    happenings, script = Happenings(world), Script(world)
    told = [_tell(world, happenings, script) for _ in range(HOW_MANY_IN_TINY if world.is_tiny else HOW_MANY)]
    told.sort(key=lambda tale: tale.incident.reported_at)
    Incident.objects.bulk_create([tale.incident for tale in told], batch_size=1000)
    Move.objects.bulk_create([move for tale in told for move in tale.moves], batch_size=2000)
    ledger.write(entry for tale in told for entry in tale.entries())
    return len(told)


def _tell(world: World, happenings: Happenings, script: Script) -> Tale:
    random = world.random
    happening = happenings.draw(lambda category: not category.is_dispute)
    steps = script.whole(happening, script.tier_of(happening), reworked=random.random() < REWORKED,
                         returned=random.random() < RETURNED)
    youngest = 1
    if random.random() < REJECTED:
        steps = [steps[0], Step(Act.REJECT, steps[1].by, "不属于受理范围，已告知反映人相应办理渠道。")]
    elif random.random() < SILENT:
        steps, youngest = steps[:-1], STILL_OPEN_TO_JUDGE
    age = youngest + (DAYS - youngest) * random.random()
    if age < FILLED_BY_THE_PLAY and random.random() < 0.6:
        age = random.uniform(FILLED_BY_THE_PLAY, DAYS)
    last = office_moment(random, world.today - timedelta(days=age))
    tale = Tale(world, script, happening)
    for step in script.dated(steps, last, happening, late=random.random() < LATE):
        tale.do(step)
    tale.lapse()
    if age > FILLED_BY_THE_PLAY:
        _came_from_outside(world, tale)
    return tale


def _came_from_outside(world: World, tale: Tale) -> None:
    """Some were told by people themselves, on the telephone or the pages for the public."""
    drawn = world.hotline.random()
    if drawn < BY_PHONE:
        agents = world.staff[Role.HOTLINE_AGENT, world.county.code]
        tale.came_by(Incident.Channel.HOTLINE, world.hotline.choice(agents))
    elif drawn < BY_PHONE + BY_FORM:
        tale.came_by(Incident.Channel.PORTAL)
