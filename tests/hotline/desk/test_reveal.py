"""The caller is masked until somebody states a purpose, and every look is logged."""

import pytest

from shuangliu import audit
from tests.hotline.story import PHONE


@pytest.fixture
def ticket(calls):
    return calls.tell("received", content="路边垃圾三天没人清")


def url(ticket) -> str:
    return f"{ticket.get_absolute_url()}reveal/"


def test_a_stated_purpose_shows_the_caller_once_and_is_logged(ticket, calls, browser, now):
    client = browser(calls.cast.ma)
    assert PHONE not in client.get(url(ticket)).text
    answer = client.post(url(ticket), {"purpose": "回拨告知处理结果"}, REMOTE_ADDR="10.1.2.3")
    assert PHONE in answer.text
    assert "刘女士" in answer.text
    assert "no-store" in answer["Cache-Control"]
    entry = audit.history(ticket).last()
    assert (entry.verb, entry.purpose, entry.actor_name, entry.address) == (
        "ticket.revealed", "回拨告知处理结果", calls.cast.ma.name, "10.1.2.3")
    assert PHONE not in str(entry.detail)
    assert PHONE not in client.get(ticket.get_absolute_url()).text


@pytest.mark.parametrize("purpose", ["", "看"])
def test_without_a_purpose_nothing_is_shown_or_logged(purpose, ticket, calls, browser):
    answer = browser(calls.cast.ma).post(url(ticket), {"purpose": purpose})
    assert answer.status_code == 422
    assert PHONE not in answer.text
    assert audit.history(ticket).last().verb == "ticket.receive"


@pytest.mark.parametrize("person", ["tang", "zhao", "he", "zhou"])
def test_nobody_outside_the_hotline_gets_to_ask(person, ticket, calls, browser):
    assert browser(getattr(calls.cast, person)).get(url(ticket)).status_code == 403


def test_whoever_left_nothing_is_anonymous(calls, browser):
    ticket = calls.tell("received", phone="")
    assert "匿名" in browser(calls.cast.ma).post(url(ticket), {"purpose": "回拨告知处理结果"}).text
