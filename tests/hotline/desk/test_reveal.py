"""The caller is masked until somebody states a purpose, and every look is logged."""

from datetime import timedelta

import pytest
import time_machine

from shuangliu import audit
from tests.hotline.story import PHONE

SAID = {"purpose": "other", "words": "回拨告知处理结果"}


@pytest.fixture
def ticket(calls):
    return calls.tell("received", content="路边垃圾三天没人清")


def url(ticket) -> str:
    return f"{ticket.get_absolute_url()}reveal/"


def test_a_stated_purpose_shows_the_caller_for_five_minutes_and_is_logged(ticket, calls, browser, now):
    client = browser(calls.cast.ma)
    assert PHONE not in client.get(url(ticket)).text
    asked = client.post(url(ticket), SAID, REMOTE_ADDR="10.1.2.3")
    assert asked.url == ticket.get_absolute_url()
    answer = client.get(ticket.get_absolute_url())
    assert PHONE in answer.text
    assert "刘女士" in answer.text
    assert "no-store" in answer["Cache-Control"]
    entry = audit.history(ticket).last()
    assert (entry.verb, entry.purpose, entry.actor_name, entry.address) == (
        "ticket.revealed", "回拨告知处理结果", calls.cast.ma.name, "10.1.2.3")
    assert PHONE not in str(entry.detail)
    assert PHONE not in browser(calls.cast.mu).get(ticket.get_absolute_url()).text, "it is open to Ma alone"
    with time_machine.travel(now + timedelta(minutes=5), tick=False):
        assert PHONE not in client.get(ticket.get_absolute_url()).text


@pytest.mark.parametrize("purpose", [{}, {"purpose": "curious"}, {"purpose": "other"},
                                     {"purpose": "other", "words": "看"}])
def test_without_a_purpose_nothing_is_shown_or_logged(purpose, ticket, calls, browser):
    client = browser(calls.cast.ma)
    assert client.post(url(ticket), purpose).status_code == 422
    assert PHONE not in client.get(ticket.get_absolute_url()).text
    assert audit.history(ticket).last().verb == "ticket.receive"


def test_who_calls_back_comes_back_to_the_form(calls, browser):
    ticket = calls.tell("follow_up")
    door = f"{ticket.get_absolute_url()}call-back/"
    client = browser(calls.cast.ma)
    assert f"{url(ticket)}?next={door}" in client.get(door).text
    assert client.post(f"{url(ticket)}?next={door}", SAID).url == door
    assert PHONE in client.get(door).text
    assert client.post(f"{url(ticket)}?next=https://example.cn/", SAID).url == ticket.get_absolute_url()


@pytest.mark.parametrize("person", ["tang", "zhao", "he", "zhou"])
def test_nobody_outside_the_hotline_gets_to_ask(person, ticket, calls, browser):
    assert browser(getattr(calls.cast, person)).get(url(ticket)).status_code == 403


def test_whoever_left_nothing_is_anonymous(calls, browser):
    ticket = calls.tell("received", phone="")
    client = browser(calls.cast.ma)
    client.post(url(ticket), SAID)
    assert "匿名" in client.get(ticket.get_absolute_url()).text
