"""Updates: what happened since, and what people add (the extension of FixMyStreet)."""

from datetime import timedelta

import pytest
import time_machine

from hotline import actions
from hotline.models import TicketMove

from .program import FORMATS, make_key

PATH = "servicerequestupdates"


@pytest.fixture
def closed(program, sent):
    ticket = program.send(sent)
    program.calls.settle(ticket)
    actions.review(ticket, by=program.calls.cast.mu, at=program.calls.later(), answer="已清运")
    return ticket


@pytest.mark.parametrize("form", FORMATS)
def test_what_happened_is_told_oldest_first(program, closed, form, now):
    with time_machine.travel(now + timedelta(hours=1), tick=False):
        told = program.get(f"{PATH}.{form}")
        assert [update["status"] for update in told] == ["open", "open", "open", "closed"]
        assert {update["service_request_id"] for update in told} == {closed.number}
        assert "已清运" not in str(told)  # nobody has published it
        own = program.get(f"{PATH}.{form}", api_key=program.key)
        assert own[-1]["description"] == "已清运"
        since = program.get(f"{PATH}.{form}", start_date=told[-1]["updated_datetime"])
        assert since == told[-1:]
        assert program.get(f"{PATH}.{form}", page_size="1", page="2") == told[1:2]


def test_calls_by_phone_are_not_told(program):
    program.calls.tell("closed")
    assert program.get(f"{PATH}.json") == []


@pytest.mark.parametrize("form", FORMATS)
def test_what_people_add_reminds_the_office_once(program, sent, form):
    ticket = program.send(sent)
    given = {"service_request_id": ticket.number, "description": "还在发臭", "status": "OPEN", "update_id": "7"}
    first, second = (program.post(f"{PATH}.{form}", given) for _ in range(2))
    move = TicketMove.objects.get(ticket=ticket, act="remind")
    assert first == second == [{"update_id": str(move.pk)}]
    assert (move.note, move.by) == ("还在发臭", None)
    assert "还在发臭" in str(program.get(f"{PATH}.{form}", api_key=program.key))
    assert "还在发臭" not in str(program.get(f"{PATH}.{form}"))


def test_said_to_be_open_again_it_is_opened_again(program, closed, now):
    given = {"service_request_id": closed.number, "description": "又堆上了"}
    with time_machine.travel(now + timedelta(days=2), tick=False):
        (error,) = program.post(f"{PATH}.json", given, 400)
        assert "status=open" in error["description"]
        program.post(f"{PATH}.json", given | {"status": "open"})
    closed.refresh_from_db()
    assert (closed.state, closed.rework_count) == ("rework", 1)


@pytest.mark.parametrize(("change", "status"), [
    ({"service_request_id": ""}, 400), ({"description": ""}, 400), ({"description": "长" * 2001}, 400),
    ({"service_request_id": "RX99999999"}, 404),
])
def test_what_is_wrong_is_said(program, sent, change, status):
    ticket = program.send(sent)
    given = {"service_request_id": ticket.number, "description": "还在"} | change
    for form in FORMATS:
        (error,) = program.post(f"{PATH}.{form}", given, status)
        assert error["code"] == status


def test_nobody_adds_to_what_another_program_sent(program, sent):
    ticket = program.send(sent)
    given = {"service_request_id": ticket.number, "description": "还在"}
    program.post(f"{PATH}.json", given, 404, key=make_key()[1])
    program.post(f"{PATH}.json", given, 403, key="")
    assert not ticket.moves.filter(act="remind").exists()
