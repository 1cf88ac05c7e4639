"""The hotline of the demo county: tickets, calls and checks contradict neither each other nor the acts."""

import csv
from itertools import pairwise

from django.db.models import F, Q

from hotline.desk.models import AgentShift, Call
from hotline.desk.wall import wall
from hotline.models import Ticket
from hotline.states import OPEN, TRANSITIONS
from shuangliu import deadlines
from shuangliu.accounts.models import User
from shuangliu.demo.happenings import TEXTS
from shuangliu.demo.telephones import WEEKS
from shuangliu.retention import forgetting


def by_phone(loaded):
    return Ticket.objects.filter(channel="phone", received_at__gte=loaded.at - WEEKS)


def test_trails_lead_by_the_acts_to_where_the_tickets_are(tiny):
    for ticket in Ticket.objects.prefetch_related("moves"):
        moves = list(ticket.moves.all())
        assert (moves[0].act, moves[-1].to_state) == ("receive", ticket.state)
        assert [move.at for move in moves] == sorted(move.at for move in moves)
        assert moves[-1].at <= tiny.at
        for before, after in pairwise(moves):
            assert after.from_state == before.to_state
            assert after.from_state in TRANSITIONS[after.act][0]


def test_the_category_is_that_of_the_words(tiny):
    with (TEXTS / "questions.csv").open(encoding="utf-8", newline="") as file:
        asked = {row["question"]: row["code"] for row in csv.DictReader(file)}
    tickets = Ticket.objects.select_related("category", "incident")
    sent, questions = tickets.filter(incident__isnull=False), tickets.filter(kind="question")
    assert sent.filter(~Q(category=F("incident__category"))).count() == 0
    assert all(ticket.incident.description in ticket.content for ticket in sent)
    assert questions.exclude(state="invalid").exists()
    for ticket in questions.exclude(state="invalid"):
        assert ticket.category.code == asked[ticket.content]


def test_what_waits_has_the_clock_that_it_says(tiny):
    waiting = Ticket.objects.filter(state__in=OPEN)
    assert waiting.count() >= 8
    for ticket in waiting:
        assert ticket.due_at in {clock.due_at for clock in deadlines.running(ticket)}, ticket.state


def test_every_ticket_of_the_telephone_has_its_call(tiny):
    for ticket in by_phone(tiny).exclude(calls=None).select_related("caller").prefetch_related("calls"):
        (call,) = ticket.calls.all()
        assert (call.agent_id, call.phone) == (ticket.taken_by_id, ticket.caller.phone if ticket.caller else "")
        assert call.rang_at < call.answered_at < min(call.ended_at, ticket.received_at)
    assert by_phone(tiny).filter(calls=None).count() == 0
    assert not Call.objects.filter(rang_at__gt=tiny.at).exists()


def test_agents_are_at_the_telephones_and_that_of_the_tour_begins_itself(tiny):
    board = wall(User.objects.get(username="hotline_lead"), tiny.at)
    assert (board.on, board.paused, board.talking) == (3, 1, 2)
    assert board.answered > board.missed
    assert AgentShift.objects.of(User.objects.get(username="hotline")) is None


def test_nobody_knows_any_more_who_called_long_ago(tiny):
    assert not forgetting.forget(at=tiny.at)["ticket.contact"]
