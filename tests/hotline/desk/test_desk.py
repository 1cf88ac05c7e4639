"""The desk of an agent: what waits, in which queue, and for whom."""

from datetime import date

import pytest

from hotline.models import Ticket
from incidents import actions as incidents

DESK = "/hotline/"


def shown(browser, user, tab: str) -> list[str]:
    return [row.number for row in browser(user).get(f"{DESK}?tab={tab}").context["rows"]]


@pytest.fixture
def tickets(calls):
    made = {state: calls.tell(state) for state in ("received", "returned", "replied", "follow_up", "closed")}
    waits = calls.tell("dispatched")
    for step in ("accepted", "assigned", "in_progress"):
        getattr(calls.story, step)(waits.incident)
    incidents.suspend(waits.incident, by=calls.cast.tang, at=calls.later(), reason="等管网图",
                      review_on=date(2026, 3, 20))
    return made | {"told": waits}


@pytest.mark.parametrize(("tab", "states"), [
    ("decide", ["received", "returned"]), ("tell", ["told"]), ("call-back", ["follow_up"]), ("review", ["replied"])])
def test_each_queue_holds_its_own(tab, states, tickets, calls, browser):
    assert sorted(shown(browser, calls.cast.mu, tab)) == sorted(tickets[state].number for state in states)


def test_mine_are_the_newest_first(tickets, calls, browser):
    mine = shown(browser, calls.cast.ma, "mine")
    assert mine == sorted(mine, reverse=True)
    assert len(mine) == 6
    assert shown(browser, calls.cast.mu, "mine") == []


def test_agents_have_no_tab_of_reviews(tickets, calls, browser):
    assert browser(calls.cast.ma).get(f"{DESK}?tab=review").status_code == 400
    assert "tab=review" not in browser(calls.cast.ma).get(DESK).text


def test_the_front_desk_has_a_pile_for_agents_and_another_for_the_supervisor(tickets, calls, browser):
    def pile(user):
        (one,) = [one for one in browser(user).get("/").context["piles"] if one.url == DESK]
        return {row.note.split()[0] for row in one.rows}

    of_agents = {tickets[state].number for state in ("received", "returned", "follow_up", "told")}
    assert pile(calls.cast.ma) == of_agents
    assert pile(calls.cast.mu) == {tickets["replied"].number}


def test_the_third_return_waits_for_the_supervisor(calls, browser):
    ticket = calls.receive()
    for _ in range(3):
        calls.returned(ticket)
    assert list(Ticket.objects.waiting_for(calls.cast.mu)) == [ticket]
    assert not Ticket.objects.waiting_for(calls.cast.ma).exists()


def test_what_waits_is_visible(tickets, calls):
    for person in ("ma", "mu", "tang", "zhao", "he", "nobody"):
        user = getattr(calls.cast, person)
        waiting = set(Ticket.objects.waiting_for(user).values_list("pk", flat=True))
        assert waiting <= set(Ticket.objects.visible_to(user).values_list("pk", flat=True)), person
        assert person in ("ma", "mu") or not waiting


def test_a_row_tells_of_the_matter_and_not_of_the_caller(tickets, calls, browser):
    text = browser(calls.cast.ma).get(f"{DESK}?tab=mine").text
    assert "暴露垃圾" in text
    assert "刘女士" not in text


def test_the_list_renews_itself(tickets, calls, browser):
    client = browser(calls.cast.ma)
    part = client.get(DESK, headers={"X-Fragment": "list"})
    assert client.get(DESK, headers={"X-Fragment": "list", "If-None-Match": part["ETag"]}).status_code == 304
    calls.receive()
    assert client.get(DESK, headers={"X-Fragment": "list", "If-None-Match": part["ETag"]}).status_code == 200
