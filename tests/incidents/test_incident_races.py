"""Two people at once, on a real PostgreSQL with a connection each."""

from uuid import uuid4

import pytest

from incidents import actions
from incidents.actions import IncidentMoved
from incidents.models import Incident, Move
from shuangliu.deadlines import running
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.indicators.models import Delta
from shuangliu.pages.conflict import Conflict
from tests.at_once import at_once
from tests.cast import HERE

from .story import RUBBISH

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_two_desks_accept_at_once(story):
    incident = story.report()
    at = story.later()
    outcomes = at_once(*(
        lambda by=by: actions.accept(Incident.objects.get(pk=incident.pk), by=by, at=at)
        for by in (story.cast.zhao, story.cast.sun, story.cast.tang)))
    assert sum(isinstance(outcome, IncidentMoved) for outcome in outcomes) == 2, outcomes
    assert Move.objects.filter(act="accept").count() == 1
    assert running(incident).get().kind == "dispatch"
    assert sum(Delta.objects.filter(measure="incident.state:accepted").values_list("amount", flat=True)) == 1


def test_one_form_sent_twice_at_once(story):
    uuid, at = uuid4(), story.later()

    def send():
        return actions.report(by=story.cast.wang, at=at, uuid=uuid, category=story.kinds[RUBBISH], description="垃圾",
                              longitude=HERE.longitude, latitude=HERE.latitude)

    outcomes = at_once(*[send] * 4)
    assert {incident.pk for incident, _ in outcomes} == {Incident.objects.get().pk}
    assert sorted(is_new for _, is_new in outcomes) == [False, False, False, True]
    assert Move.objects.count() == 1


def test_the_sweep_and_a_person_at_once(story):
    incidents = [story.report() for _ in range(12)]
    at = running(incidents[-1]).get().raise_at

    def accept_all():
        return [actions.accept(Incident.objects.get(pk=incident.pk), by=story.cast.tang, at=at)
                for incident in incidents]

    outcomes = at_once(accept_all, lambda: escalate_overdue(at=at), lambda: escalate_overdue(at=at))
    assert not any(isinstance(outcome, Exception) for outcome in outcomes), outcomes
    for incident in Incident.objects.all():
        assert (incident.state, running(incident).get().kind) == ("accepted", "dispatch")
        assert incident.moves.filter(act="raise").count() <= 1


def test_two_desks_merge_the_same_two_each_its_own_way(story):
    pairs, at = [(story.report(), story.report()) for _ in range(6)], story.later()

    def merge_all(by, first, second):
        refused = 0
        for pair in pairs:
            try:
                actions.merge(Incident.objects.get(pk=pair[first].pk), by=by, at=at, into=pair[second])
            except Conflict:
                refused += 1
        return refused

    outcomes = at_once(lambda: merge_all(story.cast.zhao, 0, 1), lambda: merge_all(story.cast.sun, 1, 0))
    assert not any(isinstance(outcome, Exception) for outcome in outcomes), outcomes
    assert sum(outcomes) == len(pairs)
    for pair in pairs:
        assert sorted(Incident.objects.get(pk=one.pk).state for one in pair) == ["merged", "reported"]
