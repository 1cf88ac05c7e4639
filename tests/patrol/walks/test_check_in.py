"""Checking in: by the sign, by the position, by hand; what is refused, and what is only doubted."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from patrol.models import CheckIn
from patrol.points import actions as points
from patrol.points import signs
from patrol.shifts import actions
from patrol.shifts.states import State
from shuangliu import attachments
from tests.attachments.images import photo
from tests.conftest import NOW
from tests.patrol import patrols
from tests.patrol.patrols import EAST, END, START

CHECK_IN, TODAY = reverse("patrol:check-in"), reverse("patrol:my-shifts")
JSON = {"Accept": "application/json"}


@pytest.fixture
def shift(cast):
    return patrols.shift(cast)


@pytest.fixture
def hong(browser, cast, now):
    return browser(cast.hong)


def at(shift, number: int = 1, **more) -> dict:
    """What the button of a point sends."""
    point = shift.stops.get(position=number).point
    return {"uuid": str(uuid4()), "shift": shift.pk, "point": point.pk, "way": "position",
            "longitude": point.longitude, "latitude": point.latitude, **more}


def test_one_tap_at_the_point(hong, shift):
    answer = hong.post(CHECK_IN, at(shift), follow=True)
    assert answer.redirect_chain == [(TODAY, 302)]
    made = CheckIn.objects.get()
    assert (made.way, made.distance, made.is_doubtful, made.made_at) == ("position", 0, False, NOW)
    assert "已到 09:30" in answer.content.decode()


def test_far_away_and_by_hand_are_marked_in_words(hong, shift):
    far = shift.stops.get(position=1).point.longitude + 500 * EAST
    hong.post(CHECK_IN, at(shift, longitude=far))
    hong.post(CHECK_IN, at(shift, 2, way="hand"))
    assert [(one.is_far, one.is_unseen, one.longitude is None) for one in CheckIn.objects.order_by("id")] == [
        (True, False, False), (False, True, True)]
    page = hong.get(reverse("patrol:my-shifts")).content.decode()
    assert "存疑：距离点位过远" in page
    assert "存疑：未扫码也无位置" in page


def test_a_phone_sends_its_own_time_and_gets_one_receipt(hong, shift):
    told = at(shift, made_at=(NOW - timedelta(minutes=20)).isoformat())
    first, second = hong.post(CHECK_IN, told, headers=JSON), hong.post(CHECK_IN, told, headers=JSON)
    made = CheckIn.objects.get()
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == {"uuid": told["uuid"], "number": made.number, "url": TODAY, "is_new": True, "goes_on_as": ""}
    assert (made.made_at, made.received_at) == (NOW - timedelta(minutes=20), NOW)


def test_a_sign_checks_in_on_the_shift_that_runs(hong, shift):
    point = shift.stops.get(position=2).point
    page = hong.get(signs.url(point))
    assert point.name in page.content.decode()
    assert not CheckIn.objects.exists()  # looking changes nothing
    hong.post(CHECK_IN, {"uuid": str(uuid4()), "token": signs.token(point)})
    made = CheckIn.objects.get()
    assert (made.shift, made.point, made.way, made.is_doubtful) == (shift, point, "sign", False)


def test_a_sign_told_late_belongs_to_the_shift_of_its_time(hong, shift, cast):
    """Scanned without a network at 9:10, told when the next shift runs."""
    later = patrols.shift(cast, route=patrols.route(cast, "夜线"), starts_at=END, ends_at=END + timedelta(hours=2))
    point = shift.stops.get(position=1).point
    told = {"uuid": str(uuid4()), "token": signs.token(point), "made_at": (START + timedelta(minutes=10)).isoformat()}
    assert hong.post(CHECK_IN, told, headers=JSON).status_code == 201
    assert (CheckIn.objects.get().shift, later.check_ins.count()) == (shift, 0)


def test_a_forged_sign_is_refused_and_says_so(hong, shift):
    point = shift.stops.get(position=1).point
    key, mark = signs.token(point).split(":")
    other = patrols.point(cast=type("C", (), {"grid": point.area}), name="别处")
    for token in (f"{key}:x{mark[1:]}", f"{other.pk}-1:{mark}", f"{point.pk}-2:{mark}", key, "乱写"):
        told = {"uuid": str(uuid4()), "token": token}
        answer = hong.post(CHECK_IN, told, headers=JSON)
        assert answer.status_code == 422
        assert answer.json()["errors"] == [
            {"field": "token", "label": "标牌", "messages": ["标牌无效：已更换，或不是本系统的标牌。"]}]
        page = hong.get(reverse("patrol:here", args=[token]))
        assert page.status_code == 404
        assert "标牌无效" in page.content.decode()
    assert not CheckIn.objects.exists()


def test_a_new_sign_makes_the_old_one_worthless(hong, shift, cast):
    point = shift.stops.get(position=1).point
    old = signs.token(point)
    point = points.new_sign(point, by=cast.jin, at=NOW)
    assert hong.post(CHECK_IN, {"uuid": str(uuid4()), "token": old}, headers=JSON).status_code == 422
    assert hong.post(CHECK_IN, {"uuid": str(uuid4()), "token": signs.token(point)}, headers=JSON).status_code == 201


def test_without_a_shift_the_sign_says_what_else_can_be_done(browser, cast, now):
    point = patrols.point(cast)
    page = browser(cast.wang).get(signs.url(point)).content.decode()
    assert "您当前没有班次" in page
    assert reverse("patrol:note-new") in page
    assert reverse("patrol:finding-new") in page
    told = {"uuid": str(uuid4()), "token": signs.token(point)}
    answer = browser(cast.wang).post(CHECK_IN, told, headers=JSON)
    assert "没有班次" in answer.json()["errors"][0]["messages"][0]


def test_a_stranger_who_scans_signs_in_and_comes_back(browser, cast, now):
    path = signs.url(patrols.point(cast))
    answer = browser(None).get(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/?next=/patrol/here/")


def test_nobody_checks_in_on_a_shift_of_others(browser, cast, shift, now):
    answer = browser(cast.wang).post(CHECK_IN, at(shift), headers=JSON)
    assert answer.status_code == 422
    assert not CheckIn.objects.exists()


def test_a_point_of_another_route_is_chosen_by_its_sign_alone(hong, shift, cast):
    other = patrols.point(cast, "别的点")
    answer = hong.post(CHECK_IN, at(shift, point=other.pk), headers=JSON)
    assert answer.json()["errors"][0]["field"] == "point"
    assert hong.post(CHECK_IN, {"uuid": str(uuid4()), "token": signs.token(other)}).status_code == 302
    shift.refresh_from_db()
    assert (shift.visited, shift.check_ins.count()) == (0, 1)


def test_a_cancelled_shift_says_so(hong, shift, cast):
    actions.cancel(shift, by=cast.jin, at=NOW, reason="暴雨")
    answer = hong.post(CHECK_IN, at(shift), headers=JSON)
    assert answer.status_code == 409
    assert "已取消" in answer.json()["detail"]


def test_photos_are_seen_by_whoever_sees_the_shift(hong, shift, browser, cast):
    hong.post(CHECK_IN, at(shift, photos=[photo("门.jpg")], note="门锁坏，电话13800138000"))
    made = CheckIn.objects.get()
    assert made.note == "门锁坏，电话138****8000"
    (file,) = attachments.of(made)
    for person, status in [(cast.hong, 200), (cast.jin, 200), (cast.wang, 404), (cast.lu, 404)]:
        assert browser(person).get(file.url).status_code == status


def test_the_page_says_what_is_done_late_and_next(hong, shift, cast):
    patrols.check_in(shift, at=START + timedelta(minutes=5), by=cast.hong)
    page = hong.get(TODAY)
    first, second = page.context["steps"]
    assert (first.stop.visited_at is not None, first.is_next) == (True, False)
    assert (second.stop.visited_at, second.is_next, second.is_late) == (None, True, False)
    assert page.content.decode().count("data-locate>") == 1


def test_finishing_early_leaves_points_out(hong, shift, cast):
    patrols.check_in(shift, at=START + timedelta(minutes=5), by=cast.hong)
    hong.post(reverse("patrol:shift-finish", args=[shift.pk]))
    shift.refresh_from_db()
    assert shift.state == State.PARTIAL
    assert hong.post(reverse("patrol:shift-finish", args=[shift.pk])).status_code == 409


def test_only_those_who_walk_or_lead_finish_it(browser, shift, cast, now):
    url = reverse("patrol:shift-finish", args=[shift.pk])
    assert browser(cast.wang).post(url).status_code == 404
    assert browser(cast.zhao).post(url).status_code == 403
    assert browser(cast.jin).post(url).status_code == 409  # it has not begun


def test_a_leader_checks_in_for_a_dead_phone(browser, shift, cast, now):
    jin, url = browser(cast.jin), reverse("patrol:shift-check-in", args=[shift.pk])
    point = shift.stops.get(position=1).point
    told = {"point": point.pk, "uuid": str(uuid4())}
    refused = jin.post(url, told)
    assert (refused.status_code, CheckIn.objects.count()) == (422, 0)
    for _twice in range(2):
        assert jin.post(url, {**told, "note": "对讲机确认在岗"}).status_code == 302
    made = CheckIn.objects.get()
    assert (made.by, made.way, made.is_unseen, made.note) == (cast.jin, "hand", True, "对讲机确认在岗")
