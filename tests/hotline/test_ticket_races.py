"""Two at once on a ticket, on real PostgreSQL connections: one is done, the other hears who was faster."""

from datetime import timedelta

import pytest

from hotline import actions
from hotline.actions import quality
from hotline.models import Caller, QualityCheck, Ticket
from incidents import actions as incidents
from incidents.models import Incident
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.pages.conflict import Conflict
from tests.at_once import at_once
from tests.cast import assemble
from tests.conftest import NOW
from tests.incidents.story import Story, make_kinds

from .story import Calls

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def calls(transactional_db, now) -> Calls:
    return Calls(Story(assemble(), make_kinds()))


def fresh(ticket: Ticket) -> Ticket:
    return Ticket.objects.get(pk=ticket.pk)


def refused(results) -> list:
    unexpected = [one for one in results if isinstance(one, Exception) and not isinstance(one, Conflict)]
    assert not unexpected, unexpected
    return [one for one in results if isinstance(one, Conflict)]


def test_two_agents_send_the_same_ticket_on(calls):
    ticket, at = calls.receive(), calls.later()
    results = at_once(*(lambda by=by: actions.dispatch(fresh(ticket), by=by, at=at, category=ticket.category)
                        for by in (calls.cast.ma, calls.cast.mu)))
    assert len(refused(results)) == 1
    assert Incident.objects.count() == 1


def test_two_try_the_same_caller_in_vain(calls):
    ticket, at = calls.tell("follow_up"), calls.later()
    results = at_once(*(lambda by=by: actions.call_back(fresh(ticket), by=by, at=at, result="unreachable")
                        for by in (calls.cast.ma, calls.cast.mu)))
    assert len(refused(results)) == 1
    assert ticket.call_backs.count() == 1


def test_the_same_caller_twice_at_once_is_one(calls):
    assert not refused(at_once(calls.receive, calls.receive))
    assert (Caller.objects.count(), Ticket.objects.count()) == (1, 2)


def test_a_ticket_joins_while_the_incident_closes(calls):
    """Either it hears of the end, or it is told that it comes too late."""
    incident, ticket, at = calls.story.tell("verified"), calls.receive(), calls.later()
    results = at_once(
        lambda: actions.dispatch(fresh(ticket), by=calls.cast.ma, at=at, category=ticket.category, joins=incident),
        lambda: incidents.close(Incident.objects.get(pk=incident.pk), by=calls.cast.sun, at=at))
    ticket.refresh_from_db()
    assert ticket.state == ("received" if refused(results) else "replied")


def test_the_clock_reminds_once_under_two_workers_while_the_office_closes(calls):
    ticket = calls.tell("dispatched", kind="question")
    for step in calls.story.steps[1:calls.story.steps.index("verified") + 1]:
        getattr(calls.story, step)(ticket.incident)
    at = NOW + timedelta(days=6)
    escalate_overdue(at=NOW + timedelta(days=5, hours=15))
    later = at + timedelta(hours=3)
    results = at_once(
        lambda: escalate_overdue(at=later), lambda: escalate_overdue(at=later),
        lambda: incidents.close(Incident.objects.get(pk=ticket.incident_id), by=calls.cast.sun, at=later))
    refused(results)
    escalate_overdue(at=later + timedelta(minutes=10))
    assert ticket.moves.filter(act="urge").count() <= 1
    assert ticket.moves.filter(act="expire").count() == 1
    assert fresh(ticket).state == "replied"


def test_two_workers_draw_the_same(calls):
    for _number in range(4):
        calls.tell("answered")
    refused(at_once(lambda: quality.draw(NOW.date()), lambda: quality.draw(NOW.date())))
    assert QualityCheck.objects.count() == 2
