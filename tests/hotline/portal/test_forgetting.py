"""Half a year after it is over nobody knows who called; the matter stays."""

from datetime import timedelta

from hotline import actions
from hotline.models import Caller, Ticket
from shuangliu.retention import forgetting
from tests.conftest import NOW

LATER = NOW + timedelta(days=181)


def forget(at):
    """How many tickets lost their caller."""
    return forgetting.forget(at=at)["ticket.contact"]


def test_the_caller_goes_and_the_matter_stays(calls, now):
    ticket = calls.tell("closed", is_secret=True)
    assert forget(NOW + timedelta(days=179)) == 0
    assert forget(LATER) == 1
    ticket = Ticket.objects.get()
    assert (ticket.caller, ticket.is_secret, ticket.state) == (None, False, "closed")
    assert "13800138000" not in ticket.content
    assert "垃圾没人清" in ticket.content
    assert not Caller.objects.exists()
    assert forget(LATER) == 0


def test_who_waits_for_an_answer_is_kept(calls, now):
    over, waiting = calls.tell("closed"), calls.receive()
    forget(LATER)
    assert Ticket.objects.get(pk=waiting.pk).caller is not None
    assert Ticket.objects.get(pk=over.pk).caller is None


def test_a_number_in_a_remark_is_masked(calls, now):
    ticket = calls.tell("dispatched")
    actions.remark(ticket, at=calls.later(), words="打我13800138000")
    calls.settle(ticket)
    actions.review(ticket, by=calls.cast.mu, at=calls.later())
    actions.judge(ticket, at=calls.later(), satisfaction="satisfied")
    forget(LATER)
    assert ticket.moves.get(act="remark").note == "打我138****8000"
