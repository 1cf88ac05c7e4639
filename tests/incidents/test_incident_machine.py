"""Random acts by random people: whatever happens, what an incident promises stays true."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise
from random import Random
from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from hypothesis import HealthCheck, Phase, settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from grids import locate
from grids.jurisdiction import may
from incidents import actions
from incidents.actions import IncidentMoved
from incidents.deeds import DEEDS, offered, possible
from incidents.demands import deeds as demands
from incidents.demands.answering import DemandMoved
from incidents.measures import counted
from incidents.models import Demand, Incident
from incidents.states import ASKED_IN, CLOCK, FOLLOWS, OPEN, Stage, State
from mediation.signals import case_closed
from shuangliu import audit
from shuangliu.deadlines import running
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.indicators.models import Delta, Rollup
from shuangliu.pages.conflict import Conflict
from tests.cast import HERE, NEXT_DOOR, OTHER_TOWN, assemble
from tests.conftest import NOW
from tests.mediation.story import network

from .story import DISPUTE, PIPE, RUBBISH, answers, make_kinds

PEOPLE = ["wang", "li", "zhao", "sun", "tang", "chen", "zhou", "guo", "min", "qian", "lu"]
ACTS = list(DEEDS)
ANSWERS = list(demands.DEEDS)
# What the state alone does not tell: asked for too late, called already, parts of the work that are still open.
MAY_CONFLICT = {"merge", "resolve", *ASKED_IN}


class Incidents(RuleBasedStateMachine):
    """Five incidents at most, eight people, time that only goes on."""

    @initialize(seed=strategies.integers(0, 2**32))
    def begin(self, seed):
        self.savepoint = transaction.savepoint()
        locate.forget()  # the areas of the example before are gone
        self.cast, self.kinds, self.at = assemble(), make_kinds(), NOW
        network(self.cast)
        for number, kind in enumerate([RUBBISH, PIPE, DISPUTE], start=1):
            self.report("wang", number, kind, HERE)
            self.go_on(number - 1, seed + number)

    def teardown(self):
        transaction.savepoint_rollback(self.savepoint)

    def later(self, minutes=1):
        self.at += timedelta(minutes=minutes)
        return self.at

    def pick(self, number) -> Incident:
        found = list(Incident.objects.order_by("id"))
        return found[number % len(found)]

    @rule(who=strategies.sampled_from(["wang", "li", "zhao", "sun"]), number=strategies.integers(3, 5),
          kind=strategies.sampled_from([RUBBISH, PIPE, DISPUTE]),
          point=strategies.sampled_from([HERE, NEXT_DOOR, OTHER_TOWN, None]))
    def report(self, who, number, kind, point):
        by, uuid = getattr(self.cast, who), UUID(int=number)
        known = Incident.objects.filter(uuid=uuid).first()
        place = {"longitude": point.longitude, "latitude": point.latitude} if point else {}
        if known and known.reporter != by:
            return
        incident, is_new = actions.report(by=by, at=self.later(), uuid=uuid, category=self.kinds[kind],
                                          description="路边", place="路口", **place)
        assert is_new == (known is None)
        assert known is None or incident == known

    @rule(number=strategies.integers(0, 4), act=strategies.sampled_from(ACTS), who=strategies.sampled_from(PEOPLE),
          choice=strategies.integers(0, 5))
    def act(self, number, act, who, choice):
        self._do(self.pick(number), act, getattr(self.cast, who), choice)

    @rule(number=strategies.integers(0, 4), seed=strategies.integers(0, 2**32))
    def go_on(self, number, seed):
        """What a page offers to somebody must work: a dozen times in a row, so that ends are reached."""
        chance = Random(seed)
        for _ in range(12):
            choice, incident = chance.randrange(100), self.pick(number)
            people = [getattr(self.cast, who) for who in PEOPLE]
            offers = [(deed.act, by) for by in people for deed in offered(incident, by)]
            if offers:
                act, by = offers[choice % len(offers)]
                self._do(incident, act, by, choice, must=True)

    def _do(self, incident, act, by, choice, *, must=False):
        if not (must or may(by, f"incident.{act}", incident)):
            return
        before, moves = Incident.objects.filter(pk=incident.pk).values().get(), self._acts_of(incident)
        expected = possible(incident, act)
        given = answers(act, self.cast, self.kinds, choice=choice, at=self.at, into=self.pick(choice))
        try:
            with transaction.atomic():
                DEEDS[act].do(incident, by=by, at=self.later(), **given)
        except IncidentMoved:
            assert not expected or act in MAY_CONFLICT
            assert Incident.objects.filter(pk=incident.pk).values().get() == before
            assert self._acts_of(incident) == moves
        except Conflict:
            assert act in MAY_CONFLICT
        except (PermissionDenied, ValidationError):
            assert not must
        else:
            unchanged = act == "correct" and before["category_id"] == given["category"].pk
            assert expected or unchanged
            assert self._acts_of(incident) == moves + (not unchanged)

    @staticmethod
    def _acts_of(incident) -> int:
        """Without what follows of itself: requests that fall, orders of the clock."""
        return incident.moves.exclude(act__in=FOLLOWS).count()

    @rule(number=strategies.integers(0, 9), act=strategies.sampled_from(ANSWERS), who=strategies.sampled_from(PEOPLE),
          choice=strategies.integers(0, 5))
    def answer(self, number, act, who, choice):
        if demand := self._pick_demand(number):
            by = getattr(self.cast, who)
            if may(by, f"demand.{act}", demand):
                self._answer(demand, act, by, choice)

    @rule(number=strategies.integers(0, 9), seed=strategies.integers(0, 2**32))
    def go_on_asking(self, number, seed):
        """What a card offers to somebody must work, until nobody waits for this one."""
        chance, demand = Random(seed), self._pick_demand(number)
        for _ in range(6 if demand else 0):
            demand = Demand.objects.get(pk=demand.pk)
            people = [getattr(self.cast, who) for who in PEOPLE]
            offers = [(deed.act, by) for by in people for deed in demands.offered(demand, by)]
            if offers:
                self._answer(demand, *offers[chance.randrange(len(offers))], chance.randrange(6), must=True)

    def _pick_demand(self, number) -> Demand | None:
        found = list(Demand.objects.alive().order_by("id")) or list(Demand.objects.order_by("id"))
        return found[number % len(found)] if found else None

    def _answer(self, demand, act, by, choice, *, must=False):
        before, expected = Demand.objects.filter(pk=demand.pk).values().get(), demands.possible(demand, act)
        day = localdate(self.at) + timedelta(days=1 + choice)
        given = {
            "refuse": {"reason": "不行"}, "decline": {"reason": "不是"}, "progress": {"note": f"第{choice}次"},
            "answer": {"reply": "好了"}, "send-back": {"reason": "不够", "reply_by": day},
            "rate": {"rating": 1 + choice % 3}, "take-back": {"reason": "不用了"},
        }.get(act, {"review_on": day} if act == "grant" and demand.kind == "suspension" else {})
        try:
            with transaction.atomic():
                demands.DEEDS[act].do(demand, by=by, at=self.later(), **given)
        except DemandMoved:
            assert not expected
            assert Demand.objects.filter(pk=demand.pk).values().get() == before
        except ValidationError:
            assert act == "grant"  # it would take too long in all
            assert Demand.objects.filter(pk=demand.pk).values().get() == before
        else:
            assert expected

    @rule(minutes=strategies.sampled_from([5, 40, 300, 1500, 6000]))
    def time_passes(self, minutes):
        escalate_overdue(at=self.later(minutes))

    @rule(number=strategies.integers(0, 4), outcome=strategies.sampled_from(["settled", "failed"]))
    def mediators_conclude(self, number, outcome):
        incident = self.pick(number)
        if incident.case:
            incident.case.outcome = outcome
            case_closed.send(type(incident.case), case=incident.case, at=self.later())

    @invariant()
    def promises(self):
        figures = Counter()
        for incident in Incident.objects.all():
            clocks = list(running(incident))
            self._has_its_clocks(incident, clocks)
            if incident.verified_by_id:
                assert incident.verified_by_id not in (incident.handler_id, incident.resolved_by_id)
            moves = list(incident.moves.values_list("from_state", "to_state"))
            assert all(before[1] == after[0] for before, after in pairwise(moves))
            assert moves[-1][1] == incident.state
            assert audit.history(incident).count() == len(moves)
            figures.update(self._by_community(counted(incident)))
        assert self._ledger() == +figures
        for demand in Demand.objects.select_related("incident"):
            self._waits_for_somebody(demand)

    def _waits_for_somebody(self, demand):
        """While it is alive: it is in somebody's list, they can do something about it, and its clock runs."""
        clocks = list(running(demand))
        if not demand.is_alive:
            assert not clocks
            return
        (clock,) = clocks
        assert (clock.due_at, clock.step, clock.area_key) == (demand.due_at, demand.alert, demand.incident.area_key)
        assert demand.area_key == demand.incident.area_key
        assert demand.incident.state in OPEN
        people = [getattr(self.cast, who) for who in PEOPLE]
        waiting = [who for who in people if Demand.objects.waiting_for(who).filter(pk=demand.pk).exists()]
        assert any(demands.offered(demand, who) for who in waiting), demand.__dict__

    @staticmethod
    def _has_its_clocks(incident, clocks):
        """That of the stage, on the row; that of the tier when the stage was raised; a resting one when suspended."""
        by_kind = {clock.kind: clock for clock in clocks}
        stage = CLOCK.get(incident.state) if incident.due_at else None
        expected = {stage} - {None}
        if incident.state in OPEN:
            assert by_kind[stage].due_at == incident.due_at
            is_spared = incident.state == State.SELF_HANDLED and not incident.is_sampled
            assert is_spared or by_kind[stage].step == incident.alert
        if incident.state == State.SUSPENDED:
            assert by_kind[Stage.HANDLE].paused_at
            expected |= {Stage.HANDLE}
        tiers = {kind for kind in by_kind if "-" in kind}
        assert set(by_kind) - tiers == expected
        assert bool(tiers) == (incident.alert == "raised")
        assert all(kind.startswith(f"{stage}-") for kind in tiers)

    @staticmethod
    def _by_community(places: Counter) -> Counter:
        short = Counter()
        for (name, key, day, item), amount in places.items():
            short[name, key - key % 10**6, day, item] += amount
        return short

    @staticmethod
    def _ledger() -> Counter:
        ledger = Counter()
        for row in [*Delta.objects.filter(measure__startswith="incident."), *Rollup.objects.all()]:
            ledger[row.measure, row.area_key, row.day, row.item] += row.amount
        assert not any(amount < 0 for amount in ledger.values())
        return +ledger


@pytest.mark.django_db
def test_whatever_happens(now):
    run_state_machine_as_test(Incidents, settings=settings(
        max_examples=12, stateful_step_count=12, deadline=None, derandomize=True,
        # To shrink a story of twelve rules takes longer than to read it.
        phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)))
