"""Putting a ticket right: its point on the map, and what becomes of it when the area is put right."""

import pytest

from hotline.models import Ticket
from tests.cast import HERE, OTHER_TOWN


@pytest.fixture
def correct(calls, browser):
    """`correct(ticket, latitude=…)` sends the form as the page shows it, but for what is given."""

    def send(ticket: Ticket, code: int = 302, **given) -> Ticket:
        client, page = browser(calls.cast.ma), f"/hotline/tickets/{ticket.pk}/correct/"
        form = client.get(page).context["form"]
        typed = {name: form[name].value() for name in form.fields}
        sent = {name: value for name, value in (typed | given).items() if value not in (None, False)}
        answer = client.post(page, sent)
        assert answer.status_code == code
        return answer if code == 422 else Ticket.objects.get(pk=ticket.pk)

    return send


def point(ticket: Ticket) -> tuple:
    return ticket.longitude, ticket.latitude


def test_nothing_put_right_leaves_the_place_alone(calls, correct):
    ticket = calls.receive()
    now = correct(ticket)
    assert (point(now), now.area) == ((HERE.longitude, HERE.latitude), ticket.area)


def test_another_point_says_the_area_too(calls, correct):
    ticket = calls.receive()
    now = correct(ticket, longitude=OTHER_TOWN.longitude, latitude=OTHER_TOWN.latitude)
    assert point(now) == (OTHER_TOWN.longitude, OTHER_TOWN.latitude)
    assert now.area != ticket.area
    assert now.area.level == "grid"


def test_another_area_takes_a_point_away_that_was_left_alone(calls, correct):
    now = correct(calls.receive(), area="510116001")
    assert (point(now), now.area.code) == ((None, None), "510116001")


def test_the_point_is_taken_away(calls, correct):
    now = correct(calls.receive(), longitude="", latitude="")
    assert point(now) == (None, None)


@pytest.mark.parametrize("wrong", [{"longitude": ""}, {"longitude": "0", "latitude": "0"}])
def test_what_is_no_point_here_is_said_at_the_place(wrong, calls, correct):
    assert "place" in correct(calls.receive(), 422, **wrong).context["form"].errors
