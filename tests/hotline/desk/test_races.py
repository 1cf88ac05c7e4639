"""Two at once, on a real PostgreSQL with a connection each."""

import pytest

from hotline import actions as tickets
from hotline.desk import actions
from hotline.desk.models import AgentShift, Call
from hotline.models import Caller, Ticket
from incidents.models import Incident
from tests.at_once import at_once
from tests.conftest import NOW
from tests.hotline.story import PHONE

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_a_message_that_comes_twice_at_once_is_one_call(calls):
    def ring():
        return actions.ring(at=NOW, call_id="a1", dialled="83721000", phone=PHONE, area=calls.cast.county)

    outcomes = at_once(ring, ring)
    assert sorted(is_new for _call, is_new in outcomes) == [False, True]
    assert Call.objects.count() == 1


def test_a_form_that_is_sent_twice_at_once_is_one_ticket(calls):
    given = {"kind": "help", "content": "路边垃圾三天没人清", "area": calls.cast.county, "place": "棠湖西路",
             "uuid": "2f6d0f35-7f0c-4f6a-9f8e-3d8c1f0b7a11", "caller": tickets.CallerGiven(PHONE)}
    category = calls.story.kinds["E01-01"]

    def take_down():
        return actions.take_down(by=calls.cast.ma, at=NOW, end="dispatch", given=given,
                                 details={"category": category})

    outcomes = at_once(take_down, take_down)
    assert sorted(is_new for _ticket, is_new in outcomes) == [False, True], outcomes
    assert (Ticket.objects.count(), Incident.objects.count(), Caller.objects.count()) == (1, 1, 1)


def test_two_clicks_at_once_are_one_shift(calls):
    def begin():
        return actions.begin_shift(by=calls.cast.ma, at=NOW)

    assert at_once(begin, begin)[0] == AgentShift.objects.get()


def test_a_call_is_answered_or_missed_not_both(calls):
    call, _is_new = actions.ring(at=NOW, call_id="a1", dialled="83721000", phone=PHONE,
                                 area=calls.cast.county)
    at_once(lambda: actions.answer_call(Call.objects.get(), at=NOW, agent=calls.cast.ma),
            lambda: actions.miss_call(Call.objects.get(), at=NOW))
    call.refresh_from_db()
    assert (call.state, call.agent) in {("answered", calls.cast.ma), ("missed", None)}
