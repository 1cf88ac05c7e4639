"""Agents sit down, pause and get up; a shift that nobody ended ends by itself."""

from datetime import timedelta

import pytest

from hotline.desk import actions
from hotline.desk.models import AgentShift
from hotline.tasks import end_forgotten_shifts
from shuangliu import audit


@pytest.fixture
def ma(calls, browser):
    return browser(calls.cast.ma)


def do(client, act: str) -> int:
    return client.post(f"/hotline/shifts/{act}/").status_code


def test_a_shift_with_a_pause(ma, calls, now):
    assert do(ma, "begin") == 302
    assert do(ma, "begin") == 302
    shift = AgentShift.objects.get()
    AgentShift.objects.update(began_at=now - timedelta(hours=2))
    assert do(ma, "pause") == do(ma, "pause") == 302
    AgentShift.objects.update(paused_at=now - timedelta(minutes=20))
    assert do(ma, "resume") == do(ma, "resume") == 302
    assert do(ma, "end") == 302
    shift.refresh_from_db()
    assert (shift.rested, shift.ended_at, shift.paused_at) == (timedelta(minutes=20), now, None)
    assert [entry.verb for entry in audit.history(shift)] == [
        "shift.began", "shift.paused", "shift.resumed", "shift.ended"]


@pytest.mark.parametrize("act", ["pause", "resume", "end"])
def test_who_is_not_on_shift_is_told_so(ma, act):
    answer = ma.post(f"/hotline/shifts/{act}/")
    assert answer.status_code == 409
    assert "不在班" in answer.text


def test_nobody_leaves_during_a_call(ma, pbx):
    do(ma, "begin")
    pbx("ring", agent="ma")
    pbx("answer")
    assert do(ma, "end") == 409
    pbx("end")
    assert do(ma, "end") == 302


@pytest.mark.parametrize("path", ["begin", "pause", "resume", "end"])
def test_a_link_changes_nothing(ma, path):
    assert ma.get(f"/hotline/shifts/{path}/").status_code == 405


def test_a_forgotten_shift_ends_when_it_should_have(calls, now):
    shift = actions.begin_shift(by=calls.cast.ma, at=now - timedelta(hours=13))
    actions.pause_shift(by=calls.cast.ma, at=now - timedelta(hours=2))
    actions.begin_shift(by=calls.cast.mu, at=now - timedelta(hours=11))
    assert end_forgotten_shifts() == 1
    assert end_forgotten_shifts() == 0
    shift.refresh_from_db()
    assert (shift.ended_at, shift.rested, shift.is_forgotten) == (
        now - timedelta(hours=1), timedelta(hours=1), True)
