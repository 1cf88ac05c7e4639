"""Nothing gets stuck: whatever waits is on somebody's desk."""

import pytest

from grids.jurisdiction import may
from grids.models import Post
from grids.roles import Role
from incidents import actions
from incidents.models import Incident, LoopRule
from incidents.states import OPEN
from shuangliu.accounts.models import User
from shuangliu.deadlines.models import Deadline
from shuangliu.deadlines.sweep import escalate_overdue
from tests.cast import SINCE

DESKS = ["wang", "zhao", "sun", "tang", "guo", "zhou"]


def desks_of(incident, cast) -> set[str]:
    """Who of the cast finds the incident among what waits for them."""
    waiting = Incident.objects.filter(pk=incident.pk)
    return {name for name in DESKS if waiting.waiting_for(getattr(cast, name)).exists()}


def let_time_pass(incident) -> None:
    """The running clock goes through all its steps."""
    clock = Deadline.objects.of(incident).running().get(paused_at=None)
    escalate_overdue(clock.raise_at)


@pytest.fixture
def self_handled(story):
    """A report without a place, signed for by the station itself."""
    incident = story.report(point=None)
    actions.accept(incident, by=story.cast.zhao, at=story.later())
    actions.assign(incident, by=story.cast.zhao, at=story.later())
    actions.sign(incident, by=story.cast.zhao, at=story.later())
    return incident


@pytest.mark.parametrize("state", sorted(OPEN))
def test_every_open_state_waits_for_somebody(story, state):
    LoopRule.objects.create(pk=1, sample_percent=100)
    incident = story.tell(state)
    assert incident.state == state
    assert desks_of(incident, story.cast)
    let_time_pass(incident)
    assert desks_of(incident, story.cast)


def test_who_has_signed_finishes_though_the_clock_raised_it(story, self_handled):
    let_time_pass(self_handled)
    self_handled.refresh_from_db()
    assert self_handled.tier == 3
    assert desks_of(self_handled, story.cast) == {"zhao", "sun"}
    assert may(story.cast.zhao, "incident.resolve", self_handled)


def test_a_check_that_the_only_clerk_may_not_do_is_the_next_desks(story, self_handled):
    cast = story.cast
    actions.resolve(self_handled, by=cast.zhao, at=story.later(), reply="已清运")
    assert not may(cast.zhao, "incident.verify", self_handled)
    assert desks_of(self_handled, cast) == {"sun"}


def test_a_check_that_nobody_does_goes_up_when_it_is_late(story):
    incident = story.tell("resolved")
    assert "sun" not in desks_of(incident, story.cast)
    clock = Deadline.objects.of(incident).running().get()
    escalate_overdue(clock.due_at)
    assert {"wang", "zhao", "sun"} <= desks_of(incident, story.cast)


def test_a_colleague_does_not_finish_what_another_signed_for_below_the_owner(story, self_handled):
    colleague = User.objects.create(username="zhao2", name="赵同事", must_change_password=False)
    Post.objects.create(user=colleague, role=Role.WORKSTATION, area=story.cast.community, valid_from=SINCE)
    let_time_pass(self_handled)
    self_handled.refresh_from_db()
    assert not may(colleague, "incident.resolve", self_handled)


def test_a_desk_above_sends_up_from_where_it_stands(story):
    incident = story.tell("accepted")
    assert incident.tier == 2
    actions.escalate(incident, by=story.cast.sun, at=story.later(), reason="需要县级协调")
    assert incident.tier == 4
