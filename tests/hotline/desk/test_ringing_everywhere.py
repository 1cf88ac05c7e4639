"""A call rings on every page of an agent on shift; nobody else's page asks."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hotline.desk import actions

PAGES = ["/", "/hotline/", "/hotline/tickets/", "/hotline/knowledge/", "/notices/"]
ASKS = 'data-behaviour="ringing"'


@pytest.mark.parametrize("page", PAGES)
def test_it_rings_wherever_the_agent_is(page, calls, browser):
    actions.begin_shift(by=calls.cast.ma, at=calls.later())
    text = browser(calls.cast.ma).get(page).text
    assert text.count(ASKS) == 1
    assert ("data-opens" in text) == (page == "/hotline/")


@pytest.mark.parametrize("state", ["off", "paused", "over"])
def test_off_shift_no_page_asks(state, calls, browser):
    if state != "off":
        actions.begin_shift(by=calls.cast.ma, at=calls.later())
        (actions.pause_shift if state == "paused" else actions.end_shift)(by=calls.cast.ma, at=calls.later())
    assert ASKS not in browser(calls.cast.ma).get("/").text


def test_of_others_no_page_asks_nor_looks_for_a_shift(calls, browser):
    client = browser(calls.cast.zhao)
    with CaptureQueriesContext(connection) as asked:
        assert ASKS not in client.get("/incidents/").text
    assert not any("agentshift" in query["sql"] for query in asked)


def test_the_board_on_the_wall_names_no_caller(calls, browser):
    actions.begin_shift(by=calls.cast.mu, at=calls.later())
    assert ASKS not in browser(calls.cast.mu).get("/hotline/wall/").text
