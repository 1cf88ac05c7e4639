"""What people do to tickets in the browser: once, by whom it is, in the state that allows it."""

import pytest
from django.urls import reverse

from hotline.models import CallBack, Ticket
from tests.incidents.story import RUBBISH

from .samples import STATE_FOR

SENT = {
    "answer": {"answer": "每天早晚各清运一次。"}, "dispatch": {"category": RUBBISH, "asked": RUBBISH},
    "invalidate": {"reason": "无声电话"}, "restore": {"reason": "确有其事"}, "remind": {"note": "再次来电"},
    "tell": {"note": "已说明"}, "review": {"answer": "已清运干净。"}, "send-back": {"reason": "答非所问"},
    "call-back": {"result": "reached", "satisfaction": "satisfied"}, "reopen": {"reason": "又有了"},
    "correct": {"kind": "complaint", "content": "改正", "area": "510116001", "place": "路口"},
}
EMPTY = {"answer": "answer", "dispatch": "category", "invalidate": "reason", "restore": "reason", "review": "answer",
         "send-back": "reason", "call-back": "result", "reopen": "reason", "correct": "content", "join": "into",
         "mediate": "title"}
LEADS_ONLY = {"review", "send-back"}


def page(act: str, ticket: Ticket) -> str:
    return reverse(f"hotline:ticket-{act}", args=[ticket.pk])


def who_does(calls, act: str):
    return calls.cast.mu if act in LEADS_ONLY else calls.cast.ma


@pytest.mark.parametrize("act", SENT)
def test_it_is_asked_and_done_once(act, calls, browser):
    ticket = calls.tell(STATE_FOR[act])
    client = browser(who_does(calls, act))
    assert client.get(page(act, ticket)).status_code == 200
    answer = client.post(page(act, ticket), SENT[act])
    assert answer.status_code == 302, answer.content.decode()
    assert answer["Location"] == ticket.get_absolute_url()
    moves = ticket.moves.count()
    assert ticket.moves.filter(act=act).exists()
    assert client.get(ticket.get_absolute_url()).status_code == 200
    again = client.post(page(act, ticket), SENT[act])
    # The second click of the same hand is done already; what stays in its state says so.
    assert again.status_code in ({200, 302, 409} if act in {"correct", "remind", "tell"} else {302})
    if act != "correct":
        assert ticket.moves.count() == moves


@pytest.mark.parametrize("act", EMPTY)
def test_what_is_missing_is_said_at_its_field(act, calls, browser):
    ticket = calls.tell(STATE_FOR[act])
    answer = browser(who_does(calls, act)).post(page(act, ticket), {"note": "写了一半", "content": "", "answer": ""})
    assert answer.status_code == 422
    assert EMPTY[act] in answer.context["form"].errors
    assert Ticket.objects.get(pk=ticket.pk).state == ticket.state


@pytest.mark.parametrize("act", [act for act in STATE_FOR if act not in {"detail", "restore", "invalidate"}])
def test_in_another_state_it_is_refused(act, calls, browser):
    ticket = calls.tell("invalid")
    assert browser(who_does(calls, act)).post(page(act, ticket), SENT.get(act, {})).status_code == 409


@pytest.mark.parametrize("act", sorted(LEADS_ONLY))
def test_agents_do_not_review(act, calls, browser):
    ticket = calls.tell("replied")
    assert browser(calls.cast.ma).post(page(act, ticket), SENT[act]).status_code == 403


def test_offices_see_no_ticket(calls, browser):
    ticket = calls.tell("dispatched")
    for name in ("zhao", "sun", "chen", "guo"):
        assert browser(getattr(calls.cast, name)).get(ticket.get_absolute_url()).status_code == 403


def test_the_caller_is_masked_and_the_way_to_the_office_is_shown(calls, browser):
    ticket = calls.tell("dispatched")
    shown = browser(calls.cast.ma).get(ticket.get_absolute_url()).content.decode()
    assert "138****8000" in shown
    assert "刘女士" not in shown
    assert ticket.incident.number in shown
    assert ticket.incident.get_absolute_url() not in shown


def test_joining_finds_the_ticket_that_goes_on(calls, browser):
    first, again = calls.tell("dispatched"), calls.receive()
    client = browser(calls.cast.ma)
    assert client.post(page("join", again), {"into": "RX99"}).status_code == 422
    assert client.post(page("join", again), {"into": again.number}).status_code == 422
    assert client.post(page("join", again), {"into": first.number}).status_code == 302
    assert Ticket.objects.get(pk=again.pk).joined_to == first


def test_sending_on_may_join_what_others_have_reported(calls, browser):
    kind = calls.story.kinds[RUBBISH]
    kind.nearby = 100  # metres: a matter that everybody sees in the street
    kind.save()
    incident, ticket = calls.story.tell("accepted"), calls.receive()
    client = browser(calls.cast.ma)
    assert "name=\"joins\"" in client.get(page("dispatch", ticket)).content.decode()
    refused = client.post(page("dispatch", ticket), {**SENT["dispatch"], "joins": 987654})
    assert refused.status_code == 422
    assert client.post(page("dispatch", ticket), {**SENT["dispatch"], "joins": incident.pk}).status_code == 302
    assert Ticket.objects.get(pk=ticket.pk).incident == incident


@pytest.mark.parametrize(("sent", "field"), [
    ({"result": "reached"}, "satisfaction"), ({"result": "unreachable", "satisfaction": "satisfied"}, "satisfaction"),
    ({"result": "reached", "satisfaction": "unsatisfied"}, "note")])
def test_a_call_back_is_whole(sent, field, calls, browser):
    ticket = calls.tell("follow_up")
    answer = browser(calls.cast.ma).post(page("call-back", ticket), sent)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not CallBack.objects.exists()


def test_one_call_after_another(calls, browser):
    """Save and next leads on, due first; who did not answer waits below."""
    first, second = calls.tell("follow_up"), calls.tell("follow_up")
    client = browser(calls.cast.ma)
    queue = reverse("hotline:call-backs")
    assert [row.number for row in client.get(queue).context["rows"]] == [first.number, second.number]
    answer = client.post(page("call-back", first), {"result": "unreachable", "next": "1"})
    assert answer["Location"] == page("call-back", second)
    shown = client.get(queue)
    assert [row.number for row in shown.context["rows"]] == [second.number]
    assert [ticket.pk for ticket in shown.context["later"]] == [first.pk]
    assert client.post(page("call-back", second), {"result": "refuses", "next": "1"})["Location"] == queue
