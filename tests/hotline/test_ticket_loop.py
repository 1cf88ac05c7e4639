"""A ticket rides on its incident, from the call to the call-back (domain.md §5.3)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from hotline import actions
from hotline.models import CallBack, Ticket
from incidents import actions as incidents
from incidents.models import Incident
from shuangliu import deadlines
from shuangliu.audit.models import Entry
from shuangliu.pages.conflict import Conflict
from tests.cast import HERE
from tests.conftest import NOW

REACHED, UNREACHABLE = CallBack.Result.REACHED, CallBack.Result.UNREACHABLE


def test_from_call_to_call_back(calls):
    ticket = calls.tell("closed")
    assert [move.act for move in ticket.moves.all()] == [
        "receive", "dispatch", "reply", "review", "call-back"]
    assert (ticket.state, ticket.satisfaction, ticket.due_at) != ("closed", "", None)
    assert ticket.incident.state == "evaluated"
    assert ticket.incident.satisfaction == "satisfied"
    assert [clock.kind for clock in deadlines.running(ticket)] == ["keep"]


def test_the_office_never_learns_who_called(calls):
    ticket = calls.tell("dispatched", is_secret=True)
    incident = ticket.incident
    assert incident.reporter is None
    assert incident.channel == "hotline"
    assert "13800138000" not in incident.description
    assert not any("13800138000" in str(entry.detail) or "刘女士" in str(entry.detail) for entry in Entry.objects.all())


def test_the_same_form_makes_one_ticket_and_one_caller(calls):
    uuid = uuid4()
    first, second = calls.receive(uuid=uuid), calls.receive(uuid=uuid)
    assert first == second
    calls.receive()
    assert Ticket.objects.count() == 2
    assert first.caller.tickets.count() == 2


@pytest.mark.parametrize(("kind", "days"), [("question", 3), ("help", 7), ("complaint", 15)])
def test_the_reply_is_due_by_the_kind(calls, kind, days):
    ticket = calls.receive(kind=kind)
    clock = deadlines.running(ticket, "handle").get()
    assert (clock.amount, clock.unit, ticket.reply_due_at) == (days, "working_days", clock.due_at)
    assert ticket.due_at == deadlines.running(ticket, "triage").get().due_at


def test_what_comes_back_keeps_its_clock_and_the_third_time_is_the_supervisors(calls):
    ticket = calls.receive()
    due = ticket.reply_due_at
    for times in (1, 2, 3):
        calls.returned(ticket)
        assert (ticket.state, ticket.returned_count, ticket.is_with_lead) == ("returned", times, times == 3)
        assert ticket.incident is None
    assert ticket.reply_due_at == due
    assert Incident.objects.count() == 3


def test_not_satisfied_is_done_again_once_in_half_the_time(calls):
    ticket = calls.tell("rework")
    assert (ticket.state, ticket.rework_count, ticket.incident.state) == ("rework", 1, "accepted")
    assert deadlines.running(ticket, "handle").get().amount == 4  # of seven
    calls.settle(ticket)
    actions.review(ticket, by=calls.cast.mu, at=calls.later())
    actions.call_back(ticket, by=calls.cast.ma, at=calls.later(), result=REACHED, satisfaction="unsatisfied")
    assert ticket.state == "closed"


def test_three_calls_that_nobody_answers_close_it(calls):
    ticket = calls.tell("follow_up")
    for day, state in enumerate(("follow_up", "follow_up", "closed")):
        at = NOW + timedelta(days=day)
        actions.call_back(ticket, by=calls.cast.ma, at=at, result=UNREACHABLE)
        assert ticket.state == state
        if state == "follow_up":
            assert ticket.call_after == at + timedelta(hours=4)  # 9:30, and three hours of work
            with pytest.raises(Conflict):
                actions.call_back(ticket, by=calls.cast.mu, at=at + timedelta(hours=1), result=UNREACHABLE)
    assert ticket.call_backs.count() == 3
    assert ticket.satisfaction == ""


def test_whoever_left_no_number_judges_by_code(calls):
    ticket = calls.tell("replied", phone="")
    actions.review(ticket, by=calls.cast.mu, at=calls.later())
    assert ticket.state == "closed"
    actions.judge(ticket, at=calls.later(), satisfaction="satisfied")
    assert ticket.incident.satisfaction == "satisfied"


def test_more_time_for_the_office_is_told_to_the_caller(calls):
    ticket = calls.tell("dispatched")
    for step in ("accepted", "assigned", "in_progress"):
        getattr(calls.story, step)(ticket.incident)
    due = ticket.reply_due_at
    incidents.suspend(ticket.incident, by=calls.cast.tang, at=calls.later(), reason="等管网图",
                      review_on=(NOW + timedelta(days=9)).date())
    ticket.refresh_from_db()
    assert ticket.to_be_told
    actions.tell(ticket, by=calls.cast.ma, at=calls.later())
    assert not ticket.to_be_told
    incidents.resume(ticket.incident, by=calls.cast.tang, at=NOW + timedelta(days=3))
    ticket.refresh_from_db()
    assert ticket.due_at > due


def test_what_people_write_goes_to_the_office_at_once(calls):
    ticket, is_new = actions.submit(
        at=calls.later(), uuid=uuid4(), channel="portal", kind="complaint", content="井盖坏了", area=calls.cast.county,
        category=calls.story.kinds["E01-01"], longitude=HERE.longitude, latitude=HERE.latitude)
    assert is_new
    assert (ticket.state, ticket.incident.channel, ticket.incident.grid) == ("dispatched", "portal", calls.cast.grid)


def test_a_merged_incident_answers_its_ticket_too(calls):
    ticket, main = calls.tell("dispatched"), calls.story.tell("verified")
    incidents.merge(ticket.incident, by=calls.cast.zhao, at=calls.later(), into=main)
    incidents.close(main, by=calls.cast.sun, at=calls.later())
    ticket.refresh_from_db()
    assert (ticket.state, ticket.answer) == ("replied", main.reply)


def test_asking_again_reminds_the_office(calls):
    ticket, again = calls.tell("dispatched"), calls.receive()
    actions.join(again, by=calls.cast.ma, at=calls.later(), into=ticket)
    assert (again.state, again.joined_to) == ("duplicate", ticket)
    assert [move.act for move in ticket.moves.all()][-1] == "remind"


def test_who_was_faster_wins(calls):
    ticket = calls.receive()
    stale = Ticket.objects.get(pk=ticket.pk)
    calls.answered(ticket)
    with pytest.raises(actions.TicketMoved):
        actions.answer(stale, by=calls.cast.mu, at=calls.later(), answer="再答")
    assert ticket.moves.count() == 2
