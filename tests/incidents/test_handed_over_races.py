"""Boundaries change while people work, on a real PostgreSQL with a connection each."""

import pytest

from grids.changes import actions as changes
from grids.models import Post
from grids.successions import actions as successions
from incidents import actions
from incidents.actions import IncidentMoved
from incidents.models import Incident
from shuangliu.accounts.models import User
from shuangliu.indicators.recompute import compare
from tests.at_once import at_once
from tests.conftest import NOW
from tests.grids import boundaries as plans
from tests.grids.boundaries import LATER, TODAY

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
THEN = NOW + (LATER - TODAY)


def test_the_job_twice_and_a_desk_at_once(story):
    cast = story.cast
    incidents = [story.report() for _ in range(8)]
    changes.plan_change(plans.move(cast, to=plans.neighbour(cast), day=LATER), by=cast.sun, at=NOW)

    def accept_all():
        for incident in incidents:
            actions.accept(Incident.objects.get(pk=incident.pk), by=cast.tang, at=THEN)

    outcomes = at_once(accept_all, lambda: changes.carry_out_due(THEN), lambda: changes.carry_out_due(THEN))
    assert not any(isinstance(outcome, Exception) for outcome in outcomes), outcomes
    changes.carry_out_due(THEN)
    for incident in Incident.objects.select_related("grid"):
        assert (incident.state, incident.grid.valid_to, incident.area_key) == ("accepted", None, incident.grid.key)
        assert incident.moves.filter(act="hand-over").count() == 1
        assert incident.former_places.count() == 1
    assert compare(at=THEN) == 0


def test_a_matter_passes_once_while_its_handler_answers(story):
    cast, hu = story.cast, User.objects.create(username="hu", name="胡接任")
    incidents = [story.tell("in_progress") for _ in range(4)]
    post = Post.objects.select_related("area", "user", "department").get(user=cast.guo)

    def answer():
        for incident in incidents:
            actions.resolve(Incident.objects.get(pk=incident.pk), by=cast.guo, at=NOW, reply="已清运")

    succession = successions.hand_over(post, by=cast.sun, at=NOW, successor=hu, first_day=LATER, reason="调离")
    outcomes = at_once(answer, *[lambda: successions.carry_out(succession, by=None, at=THEN)] * 2)
    assert not any(isinstance(outcome, Exception) and not isinstance(outcome, IncidentMoved) for outcome in outcomes)
    for incident in incidents:
        incident.refresh_from_db()
        assert incident.handler == hu
        assert incident.moves.filter(act="hand-over").count() == 1
    assert compare(at=THEN) == 0
