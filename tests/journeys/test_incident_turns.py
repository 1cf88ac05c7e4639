"""Incidents that do not go straight: sent back for rework, reworked."""

from playwright.sync_api import expect

from .steps import at_once, dispatched, do, number_on, state_is, timeline_has, waits_for


def test_work_that_is_not_done_goes_back(browser_page, place, photo):
    worker, handler = browser_page("worker", "phone"), browser_page("handler", "phone")
    station, subcenter = browser_page("station"), browser_page("subcenter", "desk")
    matter = dispatched(worker, station, subcenter, place, "垃圾堆放点溢出")
    at_once(handler, f"{matter}sign/")

    # A result has to be shown: without its photo the reply stays on the page.
    handler.goto(matter)
    handler.locator("[name=reply]").fill("已清运")
    handler.get_by_role("button", name="处置回复").click()
    expect(handler.locator(".field--error")).to_contain_text("请至少添加一张照片")
    expect(handler.locator("[name=reply]")).to_have_value("已清运")
    do(handler, matter, "resolve", reply="已清运", photos=[photo()])

    do(station, matter, "rework", reason="角落还有两袋", photos=[photo(colour="brown")])
    state_is(station, "返工")
    number = number_on(station)
    waits_for(handler, number)
    handler.goto(matter)
    expect(handler.get_by_role("main")).to_contain_text("角落还有两袋")
    do(handler, matter, "resolve", reply="已全部清走", photos=[photo(colour="olive")])

    do(station, matter, "verify")
    do(subcenter, matter, "close", note="已办结")
    state_is(subcenter, "已结案")
    timeline_has(subcenter, "处置回复", "返工", "处置回复", "核查通过", "结案")
    worker.goto(matter)
    expect(worker.locator("main .photos__tile img")).to_have_count(3)
