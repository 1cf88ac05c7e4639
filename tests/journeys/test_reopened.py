"""The reporter is not content: the matter begins again, and its history tells both rounds."""

from playwright.sync_api import expect

from .steps import (
    at_once,
    begin,
    do,
    finish,
    is_closed_to,
    is_done,
    number_on,
    offers,
    refused,
    reported,
    rings,
    state_is,
    timeline_has,
    waits_for,
)


def test_a_second_round(browser_page, place):
    worker, station = browser_page("worker", "phone"), browser_page("station", "desk")
    handler = browser_page("handler", "phone")
    matter = reported(worker, place, "广场喇叭每晚扰民", category="E05-07")
    closed_by_the_station(worker, station, matter, "已劝导")

    # 评价 asks for a choice, and keeps the words.
    worker.goto(matter)
    number = number_on(worker)
    rings(worker, number, "请评价")
    waits_for(worker, number)
    begin(worker, matter, "judge", comment="第二晚又响了")
    refused(worker, "judge", "satisfaction", "必填")
    expect(worker.locator("[name=comment]")).to_have_value("第二晚又响了")
    do(worker, matter, "judge", satisfaction="unsatisfied", comment="第二晚又响了")
    state_is(worker, "已评价")
    begin(worker, matter, "reopen")
    refused(worker, "reopen", "reason", "必填")
    worker.fill("[name=reason]", "劝导无效，请约谈")
    finish(worker, "reopen")
    is_done(worker, matter)
    state_is(worker, "已受理")
    is_closed_to(handler, matter, "404")

    rings(station, number, "事件已重开")
    waits_for(station, number)
    station.goto(matter)
    expect(station.get_by_role("main")).to_contain_text("劝导无效，请约谈")
    closed_by_the_station(worker, station, matter, "已约谈并签承诺书", again=True)
    worker.goto(matter)
    state_is(worker, "已结案")
    expect(worker.get_by_role("main")).to_contain_text("第二晚又响了")  # what was said of the first time stays said
    timeline_has(worker, "结案", "评价", "第二晚又响了", "重开", "劝导无效", "处置回复", "已约谈并签承诺书",
                 "核查通过", "结案")
    assert offers(worker, matter, "judge")


def closed_by_the_station(worker, station, matter, reply, again=False) -> None:
    """Handled at the station itself, checked by the worker, closed."""
    if not again:
        at_once(station, f"{matter}accept/")
    at_once(station, f"{matter}assign/", department="self")
    at_once(station, f"{matter}sign/")
    do(station, matter, "resolve", reply=reply)
    assert not offers(station, matter, "verify"), "nobody checks their own work"
    do(worker, matter, "verify")
    do(station, matter, "close")
