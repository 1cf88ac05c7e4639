"""The list of tickets, its search, its file and the API: all without a caller."""

import csv
import io
import json

import pytest
from django.urls import reverse

from shuangliu.audit.models import Entry
from tests.cast import OTHER_TOWN

from .story import PHONE

LIST, EXPORT, SEARCH, API = (reverse(name) for name in (
    "hotline:ticket-list", "hotline:ticket-export", "hotline:ticket-search", "api:ticket-list"))
TABS = {"decide": {"received", "returned"}, "office": {"dispatched", "rework", "suspended"}, "tell": {"suspended"},
        "review": {"replied"}, "calls": {"follow_up"}, "done": {"closed", "answered", "invalid"}}


def numbers(client, **query) -> set[str]:
    return {row.number for row in client.get(LIST, query).context["rows"]}


@pytest.fixture
def several(calls) -> dict:
    states = sorted(set.union(*TABS.values()))
    return {state: calls.tell(state) for state in states}


def test_each_tab_shows_its_own(several, calls, browser):
    client = browser(calls.cast.ma)
    for tab, states in TABS.items():
        assert numbers(client, tab=tab) == {several[state].number for state in states}, tab
    assert numbers(client, tab="all") == {ticket.number for ticket in several.values()}
    assert numbers(client) == numbers(client, tab="decide")


def test_filters(calls, browser):
    here = calls.receive(kind="complaint", is_urgent=True)
    there = calls.receive(kind="question", point=OTHER_TOWN, channel="visit")
    client = browser(calls.cast.ma)
    for query in ({"kind": "complaint"}, {"area": "510116001"}, {"channel": "phone"}, {"is_urgent": "on"}):
        assert numbers(client, **query) == {here.number}, query
    assert numbers(client, category="E01") == {here.number, there.number}
    assert client.get(LIST, {"area": "999999"}).status_code == 422
    assert client.get(LIST, {"tab": "x"}).status_code == 400


def test_words_number_and_phone_find_it(calls, browser):
    ticket = calls.receive(content="井盖松动，夜里有响声")
    calls.receive(phone="13800138001")
    client = browser(calls.cast.ma)
    assert numbers(client, q="井盖") == {ticket.number}
    assert client.post(SEARCH, {"q": ticket.number})["Location"] == ticket.get_absolute_url()
    found = client.post(SEARCH, {"q": "138 0013 8000"})["Location"]
    assert PHONE not in found
    assert {row.number for row in client.get(found).context["rows"]} == {ticket.number}
    entry = Entry.objects.filter(verb="ticket.caller_looked_up").get()
    assert PHONE not in json.dumps(entry.detail)
    assert client.get(LIST, {"q": PHONE}).status_code == 422


def test_a_page_leads_to_the_next(calls, browser):
    for _number in range(3):
        calls.receive()
    page = browser(calls.cast.ma).get(API, {"limit": 2}).json()
    assert len(page["results"]) in (2, 3)


def test_no_file_no_answer_and_no_page_of_an_office_names_the_caller(several, calls, browser):
    said = calls.receive(content=f"我是刘女士，电话{PHONE}，垃圾没人清", place="刘女士家门口")
    calls.dispatched(said)
    calls.settle(said)
    assert browser(calls.cast.ma).get(EXPORT).status_code == 403
    lead, agent = browser(calls.cast.mu), browser(calls.cast.ma)
    file = b"".join(lead.get(EXPORT, {"format": "csv", "tab": "all"}).streaming_content).decode("utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(file)))) == len(several) + 1
    answers = [file, agent.get(API).content.decode(),
               agent.get(reverse("api:ticket-detail", args=[said.pk])).content.decode()]
    for name, incident in [("sun", said.incident), ("guo", said.incident), ("zhao", several["rework"].incident)]:
        client = browser(getattr(calls.cast, name))
        answers += [client.get(incident.get_absolute_url()).content.decode(),
                    client.get(reverse("api:incident-detail", args=[incident.pk])).content.decode(),
                    client.get(reverse("notices:notice-list")).content.decode()]
    for answer in answers:
        assert answer
        assert "刘女士" not in answer
        assert PHONE not in answer
    assert not any("刘女士" in json.dumps(entry.detail) or PHONE in json.dumps(entry.detail)
                   for entry in Entry.objects.all())


def test_an_incident_says_from_where_it_came_and_until_when_they_wait(calls, browser):
    ticket = calls.tell("dispatched")
    client = browser(calls.cast.zhao)
    page = client.get(ticket.incident.get_absolute_url())
    assert page.context["besides"]
    assert "马坐席" not in page.content.decode().split("timeline")[0]
    shown = client.get(reverse("incidents:incident-list"), {"tab": "all", "channel": "hotline"})
    assert [row.pk for row in shown.context["rows"]] == [ticket.incident.pk]
    assert not client.get(reverse("incidents:incident-list"), {"tab": "all", "channel": "portal"}).context["rows"]
