"""A ticket is not lost when it comes back, is sent back or is asked about again."""

from datetime import timedelta

import pytest

from grids.jurisdiction import may
from hotline import actions
from hotline.measures import TALLIES
from hotline.models import Ticket
from incidents import actions as incidents
from incidents.models import Incident
from shuangliu import attachments, deadlines
from shuangliu.attachments.models import Attachment, Role
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.indicators.models import Delta
from shuangliu.indicators.recompute import compare
from shuangliu.notices.models import Notice
from shuangliu.pages.conflict import Conflict
from tests.conftest import NOW


def again_unsatisfied(calls, ticket):
    calls.settle(ticket)
    actions.review(ticket, by=calls.cast.mu, at=calls.later())
    actions.call_back(ticket, by=calls.cast.ma, at=calls.later(), result="reached", satisfaction="unsatisfied",
                      note="还是没清")


def test_what_is_sent_anew_after_the_second_round_is_an_incident_of_its_own(calls):
    ticket = calls.tell("rework")
    again_unsatisfied(calls, ticket)
    first = ticket.incident
    actions.reopen(ticket, by=calls.cast.ma, at=calls.later(), reason="又堆起来了")
    assert (ticket.state, ticket.is_with_lead) == ("returned", True)
    for _time in range(2):
        incident = actions.dispatch(ticket, by=calls.cast.mu, at=calls.later(), category=ticket.category)
        assert incident != first
        assert incident.is_open
        first = incident
        calls.settle(ticket)
        assert ticket.state == "replied"
        actions.send_back(ticket, by=calls.cast.mu, at=calls.later(), reason="答非所问")
        assert (ticket.state, ticket.is_with_lead) == ("returned", True)


def test_what_the_supervisor_sent_back_leaves_the_caller_their_own_word(calls):
    ticket = calls.tell("replied")
    actions.send_back(ticket, by=calls.cast.mu, at=calls.later(), reason="答非所问")
    again_unsatisfied(calls, ticket)
    assert (ticket.state, ticket.is_with_lead, ticket.rework_count) == ("returned", True, 2)
    actions.dispatch(ticket, by=calls.cast.mu, at=calls.later(), category=ticket.category)
    assert ticket.state == "rework"
    again_unsatisfied(calls, ticket)
    assert ticket.state == "closed"


def test_a_ticket_joined_to_what_has_closed_would_never_be_answered(calls):
    closed, ticket = calls.story.tell("closed"), calls.receive()
    with pytest.raises(Conflict):
        actions.dispatch(ticket, by=calls.cast.ma, at=calls.later(), category=ticket.category, joins=closed)
    assert Ticket.objects.get(pk=ticket.pk).state == "received"


def test_the_photos_of_the_caller_come_back_with_the_ticket(calls):
    ticket = calls.receive()
    Attachment.objects.create(matter_type="hotline.ticket", matter_id=ticket.pk, role=Role.REPORT, name="1.jpg",
                              size=1, sha256="0" * 64, content_type="image/jpeg", uploaded_at=NOW)
    calls.dispatched(ticket)
    assert attachments.of(ticket.incident).count() == 1
    incidents.reject(ticket.incident, by=calls.cast.zhao, at=calls.later(), reason="不属本辖区")
    assert attachments.of(ticket).count() == 1


def test_what_the_caller_says_reaches_the_office_without_their_name(calls):
    ticket = calls.tell("follow_up")
    actions.call_back(ticket, by=calls.cast.ma, at=calls.later(), result="reached", satisfaction="unsatisfied",
                      note="刘女士说还有一半，电话13800138000")
    note = ticket.incident.moves.last().note
    assert "还有一半" in note
    assert "刘女士" not in note
    assert "13800138000" not in note


def test_what_staff_reported_is_theirs_to_judge(calls):
    """Callers who ask about it too say what they think to the hotline."""
    incident, ticket = calls.story.tell("accepted"), calls.receive()
    actions.dispatch(ticket, by=calls.cast.ma, at=calls.later(), category=ticket.category, joins=incident)
    for step in ("assigned", "in_progress", "resolved", "verified", "closed"):
        getattr(calls.story, step)(incident)
    ticket.refresh_from_db()
    actions.review(ticket, by=calls.cast.mu, at=calls.later())
    actions.call_back(ticket, by=calls.cast.ma, at=calls.later(), result="reached", satisfaction="basically")
    incident.refresh_from_db()
    assert (ticket.state, incident.state, incident.satisfaction) == ("closed", "closed", "")


def test_the_third_return_is_told_to_the_supervisor(calls):
    ticket = calls.receive()
    for _time in range(3):
        calls.returned(ticket)
    assert list(Notice.objects.filter(kind="ticket.with_lead", user=calls.cast.mu).values_list("kind"))
    assert not may(calls.cast.ma, "ticket.dispatch", ticket)
    assert may(calls.cast.mu, "ticket.dispatch", ticket)


def test_a_place_put_right_moves_the_ticket_and_another_kind_its_limit(calls):
    ticket = calls.receive(kind="question", point=None)
    assert ticket.area == calls.cast.county
    actions.correct(ticket, by=calls.cast.ma, at=calls.later(), kind="complaint", longitude=103.82, latitude=30.5)
    assert ticket.area == calls.cast.grid
    clock = deadlines.running(ticket, "handle").get()
    assert (clock.amount, ticket.reply_due_at, ticket.first_due_at) == (15, clock.due_at, clock.due_at)
    assert ticket.due_at == deadlines.running(ticket, "triage").get().due_at


def test_the_office_is_reminded_on_the_day_after_and_named_five_days_later(calls):
    ticket = calls.tell("dispatched", kind="question")  # three working days: until Monday night
    monday = NOW + timedelta(days=5)
    escalate_overdue(at=monday + timedelta(hours=10))
    escalate_overdue(at=monday + timedelta(days=1))
    escalate_overdue(at=monday + timedelta(days=1, hours=1))
    acts = [move.act for move in ticket.moves.all()]
    assert acts.count("expire") == acts.count("urge") == 1
    assert "criticise" not in acts
    assert ticket.incident.moves.filter(act="remind").count() == 1
    escalate_overdue(at=monday + timedelta(days=9))
    acts = [move.act for move in ticket.moves.all()]
    assert acts.count("urge") == acts.count("criticise") == 1
    assert Notice.objects.filter(kind="ticket.named", user=calls.cast.chen).count() == 1
    assert not any("刘女士" in str(notice.__dict__) or "13800138000" in str(notice.__dict__)
                   for notice in Notice.objects.all())


def test_reminding_is_written_on_the_page_of_the_incident_once_an_hour(calls):
    ticket = calls.tell("dispatched")
    actions.remind(ticket, by=calls.cast.ma, at=NOW, note="刘女士再次来电")
    with pytest.raises(Conflict):
        actions.remind(ticket, by=calls.cast.mu, at=NOW + timedelta(minutes=5))
    move = Incident.objects.get().moves.last()
    assert (move.act, move.by) == ("remind", calls.cast.ma)
    assert "刘女士" not in move.note


def test_the_figures_follow_every_act(calls):
    for state in ("received", "dispatched", "returned", "replied", "follow_up", "closed", "rework", "answered",
                  "invalid", "suspended"):
        calls.tell(state)
    ticket = calls.receive()
    actions.correct(ticket, by=calls.cast.ma, at=calls.later(), area=calls.cast.town, longitude=None, latitude=None)
    assert Delta.objects.filter(measure="ticket.received").exists()
    assert compare([tally.name for tally in TALLIES], at=NOW) == 0
