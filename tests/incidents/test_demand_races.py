"""Two offices at once, on a real PostgreSQL with a connection each."""

import pytest

from incidents import actions
from incidents.actions import IncidentMoved
from incidents.demands import answering, opening
from incidents.demands.answering import DemandMoved
from incidents.models import Demand, Incident
from shuangliu.deadlines import running
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.pages.conflict import Conflict

from .demands import ask
from .test_incident_races import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def test_a_grant_and_the_reply_at_once(story):
    """Whoever is first, the other reads it: no extension of what is handled, no reply without its clock."""
    demand = ask(story, "extension")
    at = story.later()
    outcomes = at_once(
        lambda: answering.grant(fresh(demand), by=story.cast.tang, at=at),
        lambda: actions.resolve(fresh(demand.incident), by=story.cast.guo, at=at, reply="好了"))
    incident, demand = fresh(demand.incident), fresh(demand)
    assert not isinstance(outcomes[1], Exception), outcomes
    assert incident.state == "resolved"
    assert (demand.state, isinstance(outcomes[0], DemandMoved)) in {("ended", False), ("dropped", True)}
    assert not running(demand).exists()
    assert running(incident).get().kind == "check"


def test_a_task_and_the_reply_at_once(story):
    incident = story.tell("in_progress")
    at = story.later()
    outcomes = at_once(
        lambda: opening.give_task(fresh(incident), by=story.cast.tang, at=at, text="帮忙",
                                  department=story.cast.departments["police"]),
        lambda: actions.resolve(fresh(incident), by=story.cast.guo, at=at, reply="好了"))
    refused = [isinstance(outcome, Conflict) for outcome in outcomes]
    assert sum(refused) == 1, outcomes
    assert fresh(incident).state == ("resolved" if refused[0] else "in_progress")
    assert Demand.objects.alive().exists() == (not refused[0])


def test_two_decide_at_once(story):
    demand = ask(story, "suspension")
    at = story.later()
    outcomes = at_once(
        lambda: answering.grant(fresh(demand), by=story.cast.tang, at=at),
        lambda: answering.refuse(fresh(demand), by=story.cast.tang, at=at, reason="不行"))
    assert sum(isinstance(outcome, DemandMoved) for outcome in outcomes) == 1, outcomes
    assert fresh(demand.incident).state == ("suspended" if fresh(demand).is_granted else "in_progress")


def test_the_same_is_asked_twice_at_once(story):
    incident = story.tell("in_progress")
    at = story.later()
    outcomes = at_once(*[lambda: opening.ask_extension(
        fresh(incident), by=story.cast.guo, at=at, amount=1, reason="吊车")] * 3)
    assert sum(isinstance(outcome, IncidentMoved) for outcome in outcomes) == 2, outcomes
    assert Demand.objects.count() == 1


def test_two_sweeps_order_once(story):
    incidents = [story.tell("in_progress") for _ in range(4)]
    at = running(incidents[-1]).get().raise_at
    outcomes = at_once(*[lambda: escalate_overdue(at=at)] * 2)
    escalate_overdue(at=at)
    assert not any(isinstance(outcome, Exception) for outcome in outcomes), outcomes
    for incident in Incident.objects.all():
        assert incident.demands.count() == 1
        assert incident.moves.filter(act="raise").count() == 1
