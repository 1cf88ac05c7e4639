"""/api/v1/my-shifts/ and /api/v1/check-ins/."""

from uuid import uuid4

import pytest

from patrol.models import CheckIn
from patrol.points import signs
from tests.patrol import patrols

SHIFTS, CHECK_INS = "/api/v1/my-shifts/", "/api/v1/check-ins/"


@pytest.fixture
def hong(browser, cast, now):
    return browser(cast.hong)


def test_my_shifts_with_their_points(hong, cast, browser):
    shift = patrols.shift(cast)
    (row,) = hong.get(SHIFTS).json()
    assert (row["number"], row["route"]) == (shift.number, "棠湖线")
    assert [stop["position"] for stop in row["stops"]] == [1, 2]
    assert browser(cast.wang).get(SHIFTS).json() == []
    assert browser(cast.zhao).get(SHIFTS).status_code == 403


def test_a_check_in_sent_twice_is_one(hong, cast):
    shift = patrols.shift(cast)
    told = {"uuid": str(uuid4()), "point": shift.stops.get(position=1).point_id}
    first = hong.post(CHECK_INS, told, content_type="application/json")
    second = hong.post(CHECK_INS, told, content_type="application/json")
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert (first.json()["way"], first.json()["is_unseen"]) == ("hand", True)
    assert CheckIn.objects.count() == 1


def test_a_sign_is_verified(hong, cast):
    shift = patrols.shift(cast)
    token = signs.token(shift.stops.get(position=1).point)
    forged = hong.post(CHECK_INS, {"token": token + "x"}, content_type="application/json")
    assert (forged.status_code, list(forged.json())) == (400, ["token"])
    assert hong.post(CHECK_INS, {"token": token}, content_type="application/json").json()["way"] == "sign"
