"""Five minutes in clear: once, for a purpose, not too often, never of the restricted; and who hears of too much."""

from datetime import timedelta

from shuangliu import audit
from shuangliu.notices.models import Notice
from shuangliu.privacy import guards
from shuangliu.protection import reveals
from shuangliu.protection.models import Reveal

MINUTE = timedelta(minutes=1)


def look(matter, by, at, **more):
    return reveals.reveal(matter, by=by, at=at, purpose="reach", **more)


def test_it_is_open_for_five_minutes_to_one_person(ticket, cast, now):
    shown = look(ticket, cast.ma, now)
    assert (shown.fields, shown.until) == (["name", "phone"], now + 5 * MINUTE)
    assert reveals.open_for(cast.ma, ticket, now + 4 * MINUTE) == shown
    assert reveals.open_for(cast.ma, ticket, now + 5 * MINUTE) is None
    assert reveals.open_for(cast.mu, ticket, now) is None
    assert reveals.open_among(cast.ma, [ticket], now) == {ticket.pk: shown}


def test_a_second_click_changes_nothing(ticket, cast, now):
    assert look(ticket, cast.ma, now) == look(ticket, cast.ma, now + MINUTE)
    assert audit.history(ticket).filter(verb="ticket.revealed").count() == 1


def test_the_log_has_the_purpose_in_the_words_of_the_county(ticket, cast, now):
    look(ticket, cast.ma, now, words="告知结果")
    entry = audit.history(ticket).get(verb="ticket.revealed")
    assert (entry.purpose, entry.detail) == ("联系本人（电话、信函、上门） · 告知结果", {"fields": ["name", "phone"]})


def test_hidden_before_its_time_by_nobody_else(ticket, cast, now, browser):
    shown = look(ticket, cast.ma, now)
    door = f"/protection/reveals/{shown.pk}/hide/"
    assert browser(cast.mu).post(door).status_code == 404
    assert browser(cast.ma).get(door).status_code == 405
    assert browser(cast.ma).post(door, {"back": ticket.get_absolute_url()}).url == ticket.get_absolute_url()
    assert reveals.open_for(cast.ma, ticket, now) is None
    assert browser(cast.ma).post(door, {"back": "https://example.cn/"}).url == "/"


def test_the_restricted_are_revealed_to_nobody(ticket, cast, now, browser, monkeypatch):
    monkeypatch.setattr(guards, "_checks", [lambda one: "限制处理" if one == ticket.caller else ""])
    answer = browser(cast.ma).post(f"{ticket.get_absolute_url()}reveal/", {"purpose": "reach"})
    assert answer.status_code == 403
    assert not Reveal.objects.exists()


def test_too_much_in_ten_minutes_is_refused_and_what_was_typed_stays(calls, cast, now, browser, settings):
    settings.REVEALS_MOST = 2
    first, second, third = calls.receive(), calls.receive(phone="13800138001"), calls.receive(phone="13800138002")
    look(first, cast.ma, now - 2 * MINUTE)
    look(second, cast.ma, now - MINUTE)
    said = {"purpose": "reach", "words": "告知进展"}
    answer = browser(cast.ma).post(f"{third.get_absolute_url()}reveal/", said)
    assert answer.status_code == 429
    assert "告知进展" in answer.text
    assert look(third, cast.mu, now), "each has a measure of their own"
    assert look(third, cast.ma, now + 9 * MINUTE)


def test_unusually_much_is_told_to_those_who_watch(calls, cast, now, settings):
    settings.REVEALS_UNUSUAL = 2
    for number in range(4):
        look(calls.receive(phone=f"1380013800{number}"), cast.ma, now + number * MINUTE)
    told = Notice.objects.filter(kind="reveal.unusual")
    assert sorted(told.values_list("user__username", flat=True)) == ["an", "an", "he", "he"]
    assert set(told.values_list("text", flat=True)) == {"马坐席：今日已查看 2 件", "马坐席：今日已查看 4 件"}
    assert told.first().url == f"/protection/reveals/?by={cast.ma.pk}"


def test_who_watches_reads_who_looked_at_what(ticket, cast, now, browser):
    look(ticket, cast.ma, now)
    for user in (cast.he, cast.an):
        text = browser(user).get(f"/protection/reveals/?by={cast.ma.pk}").text
        assert "马坐席" in text
        assert "联系本人" in text
        assert "13800138000" not in text
    assert "马坐席" not in browser(cast.he).get(f"/protection/reveals/?by={cast.mu.pk}").text
    assert browser(cast.ma).get("/protection/reveals/").status_code == 403
