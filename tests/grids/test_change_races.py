"""Two at once, on a real PostgreSQL with a connection each."""

import pytest

from grids.changes import actions
from grids.changes.actions import ChangeMoved, Refused
from grids.changes.models import AreaChange
from grids.models import Area, Post
from shuangliu.audit.models import Entry
from tests.at_once import at_once
from tests.conftest import NOW

from . import boundaries as plans
from .boundaries import LATER, TODAY

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("now")]
THEN = NOW + (LATER - TODAY)


def test_the_job_twice_at_once_makes_one_change(cast):
    actions.plan_change(plans.split(cast, day=LATER), by=cast.sun, at=NOW)
    outcomes = at_once(*[lambda: actions.carry_out_due(THEN)] * 3)
    assert sorted(outcome["carried out"] for outcome in outcomes) == [0, 0, 1], outcomes
    assert Area.objects.filter(valid_from=LATER).count() == 2
    assert Post.objects.filter(user=cast.nobody).count() == 1
    assert Entry.objects.filter(verb="change.carried-out").count() == 1


def test_called_off_and_carried_out_at_once(cast):
    change = actions.plan_change(plans.split(cast, day=LATER), by=cast.sun, at=NOW)
    outcomes = at_once(lambda: actions.cancel_change(change, by=cast.sun, at=THEN),
                       lambda: actions.carry_out_due(THEN))
    change.refresh_from_db()
    called_off = not isinstance(outcomes[0], ChangeMoved)
    assert (change.state == "cancelled", change.state == "done") == (called_off, not called_off)
    assert Area.objects.filter(valid_from=LATER).exists() is not called_off


def test_two_plans_for_one_grid_at_once(cast):
    outcomes = at_once(
        lambda: actions.plan_change(plans.split(cast, day=LATER), by=cast.sun, at=NOW),
        lambda: actions.plan_change(plans.close(cast, day=LATER), by=cast.tang, at=NOW))
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1, outcomes
    assert AreaChange.objects.count() == 1
