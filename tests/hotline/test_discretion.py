"""One rule for how much of a caller's words is shown where: lists mask the numbers in them, and what leaves the hotline
is without the name too."""

import json

import pytest
from django.urls import reverse

from tests.incidents.story import HERE

from .story import PHONE

SAID = f"刘女士说垃圾没人清，回电{PHONE}，身份证510122199001011239"
LISTS = {"list": "/hotline/tickets/?tab=all", "search": "/hotline/tickets/?tab=all&q=垃圾没人",
         "desk": "/hotline/?tab=mine", "front desk": "/"}


@pytest.fixture
def ticket(calls):
    return calls.receive(content=SAID, place=f"棠湖西路，打{PHONE}", point=HERE)


@pytest.mark.parametrize("where", LISTS)
def test_no_list_shows_a_number_that_was_said(where, ticket, calls, browser):
    page = browser(calls.cast.ma).get(LISTS[where]).text
    assert ticket.number in page
    assert PHONE not in page
    assert "510122199001011239" not in page
    assert "138****8000" in page


def test_the_panel_of_the_call_form_masks_it_too(ticket, calls, browser):
    calls.dispatched(ticket)
    client = browser(calls.cast.ma)
    caller = client.post("/hotline/calls/caller/", {"phone": PHONE}).text
    hints = client.post("/hotline/calls/hints/", {"content": "垃圾没人清，回电", "place": ticket.place}).text
    for panel in (caller, hints):
        assert "138****8000" in panel
        assert PHONE not in panel


@pytest.mark.parametrize("door", ["export", "api"])
def test_what_leaves_the_hotline_names_nobody(door, ticket, calls, browser):
    if door == "export":
        answer = browser(calls.cast.mu).get(reverse("hotline:ticket-export"), {"tab": "all", "format": "csv"})
        text = b"".join(answer.streaming_content).decode("utf-8-sig")
    else:
        text = json.dumps(browser(calls.cast.ma).get(reverse("api:ticket-list")).json(), ensure_ascii=False)
    assert ticket.number in text
    assert not any(said in text for said in (PHONE, "刘女士", "510122199001011239"))


def test_whoever_opens_it_reads_it_whole(ticket, calls, browser):
    assert SAID in browser(calls.cast.ma).get(ticket.get_absolute_url()).text


def test_what_is_proposed_for_the_public_is_without_the_name(calls, browser):
    ticket = calls.receive(content=SAID, channel="portal")
    proposed = browser(calls.cast.mu).get(f"/hotline/tickets/{ticket.pk}/publish/").context["form"].initial
    assert "刘女士" not in proposed["description"]
    assert PHONE not in proposed["description"]
