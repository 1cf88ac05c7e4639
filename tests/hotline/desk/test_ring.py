"""The telephone system tells of a call, and the agent's page hears of it (docs/howto/connect-a-telephone-system.md)."""

import json
from datetime import timedelta

import pytest
import time_machine

from hotline.desk import actions
from hotline.desk.models import Call
from hotline.desk.phones import normal
from shuangliu.audit.models import Entry
from tests.hotline.story import PHONE

from .story import NEW, Pbx

RINGING = "/hotline/calls/ringing/"


def on_shift(calls, *people):
    for person in people or ("ma",):
        actions.begin_shift(by=getattr(calls.cast, person), at=calls.later())


def ringing(browser, calls, person="ma") -> list:
    return browser(getattr(calls.cast, person)).get(RINGING).json()["calls"]


def test_a_call_rings_once_and_opens_the_form_with_its_number(pbx, line, calls, browser):
    on_shift(calls)
    assert pbx("ring", to="8577 0110", agent="ma").status_code == 201
    assert pbx("ring", to="85770110", agent="ma").status_code == 200
    (shown,) = ringing(browser, calls)
    assert shown["text"] == "138****8000 来电，拨打 85770110 供水热线"
    call = Call.objects.get()
    assert (call.phone, call.line, call.agent) == (PHONE, line, calls.cast.ma)
    form = browser(calls.cast.ma).get(shown["url"]).context["form"]
    assert (form["phone"].value(), form["line"].value(), form["category"].value()) == (PHONE, line.pk, "E01-01")


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Token " + "secret"}])
def test_without_the_secret_nothing_is_heard(pbx, headers):
    assert pbx.send('{"event": "ring"}', **(headers or {"X-None": "1"})).status_code == 403


def test_without_a_secret_in_the_settings_the_door_is_shut(pbx, settings):
    settings.PBX_TOKEN = ""
    assert Pbx("")("ring", agent="ma").status_code == 403


@pytest.mark.parametrize(("more", "field"), [
    ({"call_id": ""}, "call_id"), ({"call_id": "x" * 65}, "call_id"), ({"agent": "nobody"}, "agent"),
    ({"agent": "wang"}, "agent"), ({"to": ""}, "to"), ({"event": "explode"}, "event"), ({"to": ["1"]}, "to")])
def test_what_is_no_message_is_refused_by_field(pbx, more, field):
    answer = pbx.send(json.dumps({"event": "ring", "call_id": "a1", "from": PHONE, "to": "83721000"} | more))
    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])
    assert not Call.objects.exists()


@pytest.mark.parametrize("body", ["", "[]", "null", "{", '"ring"', "\udcff".encode("utf-8", "surrogatepass")])
def test_what_is_no_json_is_refused(pbx, body):
    assert pbx.send(body).status_code == 422


def test_of_a_call_that_never_rang_nothing_is_known(pbx):
    assert list(pbx("answer").json()["errors"]) == ["call_id"]


def test_answered_and_ended(pbx, calls, browser):
    on_shift(calls)
    pbx("ring")
    assert len(ringing(browser, calls)) == 1
    pbx("answer", agent="ma")
    (shown,) = ringing(browser, calls)
    assert shown["state"] == "answered"
    assert pbx("end").json()["state"] == "ended"
    assert ringing(browser, calls) == []
    assert pbx("miss").json()["state"] == "ended"  # a message that comes late changes nothing


@pytest.mark.parametrize("event", ["miss", "end"])
def test_missed(pbx, event):
    pbx("ring")
    assert pbx(event).json()["state"] == "missed"
    assert pbx("answer").json()["state"] == "missed"


def test_it_rings_at_whom_it_is_given_to(pbx, calls, browser):
    on_shift(calls, "ma", "mu")
    pbx("ring")
    assert len(ringing(browser, calls, "ma")) == len(ringing(browser, calls, "mu")) == 1
    pbx("ring", agent="mu")
    assert (len(ringing(browser, calls, "ma")), len(ringing(browser, calls, "mu"))) == (0, 1)
    call = Call.objects.get()
    assert browser(calls.cast.ma).get(f"{NEW}?call={call.pk}").status_code == 404
    assert browser(calls.cast.ma).get(f"{NEW}?call=abc").status_code == 404


def test_in_a_pause_and_off_shift_nothing_rings(pbx, calls, browser):
    pbx("ring", agent="ma")
    assert ringing(browser, calls) == []
    on_shift(calls)
    actions.pause_shift(by=calls.cast.ma, at=calls.later())
    assert ringing(browser, calls) == []
    actions.resume_shift(by=calls.cast.ma, at=calls.later())
    assert len(ringing(browser, calls)) == 1


def test_a_call_whose_end_got_lost_does_not_ring_for_ever(pbx, calls, browser, now):
    with time_machine.travel(now + timedelta(seconds=30), tick=False):
        on_shift(calls)
        pbx("ring", agent="ma")
    with time_machine.travel(now + timedelta(minutes=11), tick=False):
        assert ringing(browser, calls) == []


@pytest.mark.parametrize(("said", "meant"), [
    ("+86 138 0013 8000", PHONE), ("013800138000", PHONE), ("１３８００１３８０００", PHONE), ("138-0013-8000", PHONE),
    ("028 8372 1000", "02883721000"), ("anonymous", ""), ("", ""), ("110", "110"), ("1" * 21, "")])
def test_one_way_of_writing_a_number(said, meant):
    assert normal(said) == meant


def test_the_number_of_a_call_is_in_no_log(pbx):
    pbx("ring")
    assert Call.objects.filter(phone_hash="").count() == 0
    assert not any(PHONE in str(entry.detail) for entry in Entry.objects.all())
