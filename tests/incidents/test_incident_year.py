"""A year of incidents through the clock: people who act late, early, wrongly or not at all, and the sweep between."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import pairwise
from random import Random

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings, strategies

from grids import locate
from incidents.deeds import DEEDS, offered
from incidents.models import Demand, Incident
from incidents.states import CLOCK, OPEN
from mediation.signals import case_closed
from shuangliu.deadlines.models import Deadline, DeadlineStep, Step
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.pages.conflict import Conflict
from tests.cast import Cast, assemble
from tests.conftest import NOW
from tests.mediation.story import network

from .story import DISPUTE, PIPE, RUBBISH, Story, answers, make_kinds

PEOPLE = ["wang", "li", "zhao", "sun", "tang", "zhou", "guo", "min"]
# What the page cannot foresee: into what is merged, who is called already, what part of the work is still open.
MAY_CONFLICT = {"merge", "resolve", "supervise", "whistle", "give-task"}
INCIDENTS = 15
LOOK_EVERY = 7  # events: to look at all that is open costs more than to act
YEAR = timedelta(days=365)
DELAYS = [timedelta(minutes=7), timedelta(hours=2), timedelta(hours=20), timedelta(days=4), timedelta(days=40)]


@dataclass
class Year:
    """`INCIDENTS` reports over a year. `story.at` is the present moment; it only goes on."""

    cast: Cast
    kinds: dict
    chance: Random

    def live(self) -> None:
        begin, events = NOW, []
        for number in range(INCIDENTS):
            heappush(events, (begin + YEAR * self.chance.random(), number, None))
        for number in range(INCIDENTS * 14):
            if not events:
                break
            at, _, pk = heappop(events)
            sweep_until(at)
            with time_machine.travel(at, tick=False):
                pk = self.report(at) if pk is None else self.go_on(pk, at)
            if not number % LOOK_EVERY:
                self.keeps_its_promises(at)
            if pk:
                heappush(events, (at + self.chance.choice(DELAYS) * (0.5 + self.chance.random()), 1000 + number, pk))
        sweep_until(begin + 2 * YEAR)
        self.keeps_its_promises(begin + 2 * YEAR)

    def report(self, at: datetime) -> int:
        story = Story(self.cast, self.kinds, at=at - timedelta(minutes=1))
        return story.report(kind=self.chance.choice([RUBBISH, RUBBISH, PIPE, DISPUTE])).pk

    def go_on(self, pk: int, at: datetime) -> int | None:
        """Somebody who may does something, mostly what the page offers first."""
        incident = Incident.objects.select_related("category", "case").get(pk=pk)
        if incident.case_id and incident.state == "in_progress":
            incident.case.outcome = self.chance.choice(["settled", "failed"])
            case_closed.send(type(incident.case), case=incident.case, at=at)
            return pk
        offers = [(deed.act, by, n) for by in map(self.cast.__getattr__, PEOPLE)
                  for n, deed in enumerate(offered(incident, by))]
        if not offers:
            return pk if incident.due_at else None
        first = [offer for offer in offers if offer[2] == 0]
        act, by, _ = self.chance.choice(first if self.chance.random() < 0.8 else offers)
        said = answers(act, self.cast, self.kinds, choice=self.chance.randrange(60), at=at,
                       into=Incident.objects.order_by("?").first())
        try:
            DEEDS[act].do(incident, by=by, at=at, **said)
        except Conflict:
            assert act in MAY_CONFLICT
        return pk

    def keeps_its_promises(self, at: datetime) -> None:
        late = Deadline.objects.running().filter(next_check_at__lte=at)
        assert not late.exists(), "a step that was due was not taken"
        for incident in Incident.objects.filter(state__in=OPEN):
            clock = Deadline.objects.of(incident).running().get(kind=CLOCK[incident.state])
            assert clock.due_at == incident.due_at
            if incident.state == "self_handled" and not incident.is_sampled:
                continue  # waits for nobody but the clock
            assert clock.step == incident.alert
            waits = Incident.objects.filter(pk=incident.pk)
            is_somebodys = any(waits.waiting_for(getattr(self.cast, who)).exists() for who in PEOPLE)
            assert incident.case_id or is_somebodys, f"{incident.state} of tier {incident.tier} waits for nobody: " + \
                " → ".join(f"{move.act} {move.by or ''}" for move in incident.line)
        assert not Incident.objects.exclude(state__in=[*OPEN, "closed"]).filter(due_at__isnull=False).exists()
        assert not Demand.objects.alive().exclude(incident__state__in=OPEN).exists()


def sweep_until(until: datetime) -> None:
    """Every step at its moment, twice, as two workers would."""
    while moment := Deadline.objects.to_check(until).values_list("next_check_at", flat=True).first():
        for _ in range(2):
            assert not escalate_overdue(moment)["failed"]


def each_step_once_in_order_and_at_its_moment() -> None:
    taken = Counter(DeadlineStep.objects.values_list("deadline", "step", "extensions"))
    assert set(taken.values()) <= {1}
    for clock in Deadline.objects.prefetch_related("steps"):
        steps = list(clock.steps.order_by("id"))
        order = [Step.values.index(step.step) for step in steps]
        assert all(before < after for before, after in pairwise(order)) or clock.extensions
        assert all(step.at >= clock.started_at for step in steps)


def every_step_of_a_clock_is_told_once() -> None:
    """The timeline says which clock it was."""
    for incident in Incident.objects.all():
        struck = incident.moves.filter(act__in=["warn", "expire", "raise"])
        steps = DeadlineStep.objects.filter(deadline__in=Deadline.objects.of(incident)).exclude(
            deadline__kind="evaluation")
        told = Counter((move.act, move.note) for move in struck)
        acts = {"warned": "warn", "overdue": "expire", "raised": "raise"}
        took = Counter((acts[step.step], step.deadline.kind) for step in steps.select_related("deadline"))
        assert not told - took, f"{incident}: told and never taken"
        assert all(move.note.partition("-")[0] for move in struck)
        # What was settled on the spot and spared is closed by its clock instead of being late.
        assert not took - told or incident.moves.filter(act__in=["clear", "self-handle"]).exists()


@pytest.mark.slow
@pytest.mark.django_db
@settings(max_examples=3, deadline=None, phases=[Phase.explicit, Phase.generate],
          suppress_health_check=list(HealthCheck))
@given(seed=strategies.integers(0, 2**32))
def test_a_year(seed):
    before = transaction.savepoint()
    try:
        locate.forget()  # the areas of the example before are gone
        year = Year(assemble(), make_kinds(), Random(seed))
        network(year.cast)
        year.live()
        each_step_once_in_order_and_at_its_moment()
        every_step_of_a_clock_is_told_once()
        assert Incident.objects.filter(state__in=["closed", "evaluated"]).exists()
        assert DeadlineStep.objects.filter(step="raised").exists()
    finally:
        transaction.savepoint_rollback(before)
