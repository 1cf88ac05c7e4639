"""The circular that names an office: a page to print, without a caller, for the supervisor."""

from datetime import timedelta

import pytest

from hotline import actions
from hotline.circular import paper
from shuangliu.audit.models import Entry
from shuangliu.typesetting.layout import parts
from shuangliu.typesetting.parts import said
from tests.conftest import NOW

from .samples import named
from .story import PHONE


def page(ticket) -> str:
    return f"/hotline/tickets/{ticket.pk}/circular/"


def test_it_names_office_ticket_and_days_and_no_caller(cast, now):
    ticket = named(cast)
    text = "\n".join(line for part in parts(paper(ticket, ticket.moves.last()).blocks) for line in said(part))
    assert ticket.number in text
    assert "暴露垃圾" in text
    assert "2026年3月11日" in text
    assert not any(word in text for word in (PHONE, "刘女士", "棠湖西路"))


def test_the_supervisor_prints_it(cast, browser, now):
    ticket = named(cast)
    answer = browser(cast.mu).get(page(ticket))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert Entry.objects.filter(verb="ticket.circular_printed", matter_id=ticket.pk).exists()
    assert page(ticket) in browser(cast.mu).get(ticket.get_absolute_url()).text
    assert page(ticket) not in browser(cast.ma).get(ticket.get_absolute_url()).text


def test_an_office_that_was_not_named_is_in_no_circular(calls, browser):
    ticket = calls.tell("dispatched")
    assert browser(calls.cast.mu).get(page(ticket)).status_code == 409


@pytest.mark.parametrize("person", ["ma", "chen", "zhao"])
def test_others_do_not_print_it(person, cast, browser, now):
    assert browser(getattr(cast, person)).get(page(named(cast))).status_code == 403


def test_it_says_when_the_office_was_reminded(cast, calls):
    ticket = calls.tell("dispatched")
    actions.remind(ticket, by=cast.ma, at=NOW)
    moved = named(cast)
    assert "已催办" not in str(paper(moved, moved.moves.last()).blocks)
    ticket.moves.create(act="urge", at=NOW + timedelta(days=9), to_state=ticket.state)
    last = ticket.moves.create(act="criticise", at=NOW + timedelta(days=14), to_state=ticket.state)
    assert "2026年3月20日已催办" in str(paper(ticket, last).blocks)
