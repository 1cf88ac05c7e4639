"""Incidents that do not go straight: returned, sent back for rework, reworked."""

from playwright.sync_api import expect

from .steps import at_once, do, number_on, offers, reported, state_is, timeline_has, waits_for

TOWN_OFFICE, COUNTY_OFFICE = "dongsheng-urban-management", "urban-management"


def accepted_by_the_town(worker, station, subcenter, place, words) -> str:
    matter = reported(worker, place, words)
    at_once(station, f"{matter}accept/")
    at_once(station, f"{matter}escalate/", reason="需街道处置")
    at_once(subcenter, f"{matter}assign/", department=TOWN_OFFICE)
    return matter


def test_a_handler_returns_what_is_not_theirs(browser_page, place):
    worker, station, handler = browser_page("worker"), browser_page("station"), browser_page("handler", "phone")
    subcenter, county = browser_page("subcenter", "desk"), browser_page("county", "desk")
    matter = accepted_by_the_town(worker, station, subcenter, place, "路灯线杆倾斜")

    # Without a reason nothing moves.
    handler.goto(f"{matter}return/")
    handler.get_by_role("button", name="退回").click()
    expect(handler.locator(".field--error")).to_contain_text("理由")
    do(handler, matter, "return", reason="属供电公司职责，请改派")
    number = number_on(handler)
    waits_for(handler, number, present=False)

    # Back at the desk that dispatched it, with the reason; its dispatch limit begins anew.
    waits_for(subcenter, number)
    subcenter.goto(matter)
    state_is(subcenter, "已受理")
    timeline_has(subcenter, "派遣至", "退回", "属供电公司职责")
    do(subcenter, matter, "assign", department=TOWN_OFFICE, note="请再核实")
    do(handler, matter, "return", reason="再次核实，仍不属本队职责")

    # The second bounce goes up: the sub-centre has it no longer, the county has.
    waits_for(subcenter, number, present=False)
    assert not offers(subcenter, matter, "assign")
    waits_for(county, number)
    do(county, matter, "assign", department=COUNTY_OFFICE)
    waits_for(handler, number)


def test_work_that_is_not_done_goes_back(browser_page, place, photo):
    worker, handler = browser_page("worker", "phone"), browser_page("handler", "phone")
    station, subcenter = browser_page("station"), browser_page("subcenter", "desk")
    matter = accepted_by_the_town(worker, station, subcenter, place, "垃圾堆放点溢出")
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
