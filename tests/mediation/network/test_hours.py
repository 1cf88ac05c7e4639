"""When a window is open. The calendar is that of 2026: 10-01 to 10-07 are off, Saturday 10-10 is worked."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from mediation.models import MediationWindow, OpeningHours, WindowClosure
from mediation.network import hours

SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@pytest.fixture
def window(story):
    return story.net.window


def seen(window, day=date(2026, 3, 1)) -> MediationWindow:
    return hours.with_hours(MediationWindow.objects.all(), day).get(pk=window.pk)


@pytest.mark.parametrize(("moment", "expected"), [
    ("2026-03-11 08:59", False), ("2026-03-11 09:00", True), ("2026-03-11 11:59", True), ("2026-03-11 12:00", False),
    ("2026-03-11 13:00", True), ("2026-03-11 17:00", False), ("2026-03-14 10:00", False),
    ("2026-10-01 10:00", False),  # a Thursday, and National Day
    ("2026-10-10 10:00", True),  # a Saturday that is worked, with the hours of a Friday
])
def test_open_at_a_moment(window, moment, expected):
    assert hours.is_open(seen(window), at(moment)) is expected


def test_one_that_keeps_no_office_days_goes_by_the_week_alone(window):
    MediationWindow.objects.filter(pk=window.pk).update(keeps_office_days=False)
    assert hours.is_open(seen(window), at("2026-10-01 10:00"))
    assert not hours.is_open(seen(window), at("2026-10-10 10:00"))


def test_closed_days_close_it(window):
    WindowClosure.objects.create(window=window, first=date(2026, 3, 11), last=date(2026, 3, 12), reason="装修")
    assert not hours.is_open(seen(window), at("2026-03-12 10:00"))
    assert hours.is_open(seen(window), at("2026-03-13 10:00"))


def test_when_it_opens_next(window):
    assert hours.next_opening(seen(window), at("2026-03-11 12:30")) == at("2026-03-11 13:00")
    assert hours.next_opening(seen(window), at("2026-03-13 17:30")) == at("2026-03-16 09:00")
    window.hours.all().delete()
    assert hours.next_opening(seen(window), at("2026-03-13 17:30")) is None


def test_in_words(window):
    OpeningHours.objects.create(window=window, weekday=6, opens=time(9), closes=time(11, 30))
    OpeningHours.objects.filter(window=window, weekday=3, opens=time(13)).delete()
    assert hours.in_words(window.hours.all()) == (
        "周一至周二 9:00—12:00、13:00—17:00；周三 9:00—12:00；周四至周五 9:00—12:00、13:00—17:00；周六 9:00—11:30")


URL = "/mediation/network/windows/{}/"


def week(**changes) -> dict:
    """The usual week as the form sends it."""
    sent = {}
    for day in range(1, 6):
        sent |= {f"d{day}_0_opens": "09:00", f"d{day}_0_closes": "12:00"}
    return sent | changes


def sent(window, **changes) -> dict:
    return {"name": window.name, "area": window.area_id, "org": window.org_id, "center": "",
            "keeps_office_days": "on", "note": "", **week(**changes)}


def test_the_manager_sets_the_week(window, story, browser):
    client = browser(story.cast.zheng)
    given = sent(window, d6_0_opens="09:30", d6_0_closes="11:00")
    assert client.post(URL.format(window.pk) + "edit/", given).status_code == 302
    assert window.hours.count() == 6
    assert window.hours.get(weekday=6).opens == time(9, 30)
    assert "周六 9:30—11:00" in client.get(URL.format(window.pk)).text


@pytest.mark.parametrize(("changes", "message"), [
    ({"d1_0_closes": ""}, "周一：起止时间须同时填写"), ({"d1_0_closes": "08:00"}, "周一：结束时间早于开始时间"),
    ({"d1_1_opens": "11:00", "d1_1_closes": "14:00"}, "周一：时段重叠"), ({"name": ""}, "必填"),
    ({"org": ""}, "请在协调中心和调解组织中选择一个"),
])
def test_a_week_that_cannot_be_is_said_and_nothing_is_lost(window, story, browser, changes, message):
    response = browser(story.cast.zheng).post(URL.format(window.pk) + "edit/", sent(window, **changes))
    assert response.status_code == 422
    assert message in response.text
    assert 'value="09:00"' in response.text
    assert window.hours.count() == 10


def test_days_are_closed_and_opened_again(window, story, browser):
    client = browser(story.cast.zheng)
    given = {"first": "2026-03-12", "last": "2026-03-13", "reason": "装修"}
    client.post(URL.format(window.pk) + "close/", given)
    assert client.post(URL.format(window.pk) + "close/", given).status_code == 422  # sent twice
    closure = WindowClosure.objects.get()
    assert "装修" in client.get(URL.format(window.pk)).text
    for _ in range(2):
        assert client.post(URL.format(window.pk) + "reopen/", {"closure": closure.pk}).status_code == 302
    assert not WindowClosure.objects.exists()


@pytest.mark.parametrize(("first", "last", "message"), [
    ("2026-03-13", "2026-03-12", "不能早于|不早于"), ("2026-03-01", "2026-03-10", "该日期已过"),
    ("2026-03-12", "2028-03-12", "最多一年之内")])
def test_days_that_cannot_be_closed(window, story, browser, first, last, message):
    response = browser(story.cast.zheng).post(URL.format(window.pk) + "close/",
                                              {"first": first, "last": last, "reason": "装修"})
    assert response.status_code == 422
    assert any(part in response.text for part in message.split("|"))
    assert not WindowClosure.objects.exists()
