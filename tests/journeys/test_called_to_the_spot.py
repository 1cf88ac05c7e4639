"""吹哨 and 协同: departments are called to the spot, or do a part of the work."""

import re

from playwright.sync_api import expect

from .steps import (
    TOWN_OFFICE,
    at_once,
    begin,
    dispatched,
    do,
    finish,
    is_asked,
    is_closed_to,
    is_done,
    number_on,
    offers,
    refused,
    reported,
    request,
    rings,
    sent,
    state_is,
    timeline_has,
    waits_for,
)

HELPER_OFFICE, HELPER = "dongsheng-environment", "handler-dongsheng-environment"


def test_a_station_blows_the_whistle(browser_page, place):
    worker, station = browser_page("worker", "phone"), browser_page("station", "desk")
    subcenter, handler = browser_page("subcenter", "desk"), browser_page("handler", "phone")
    matter = reported(worker, place, "吹哨，夜市占道，商贩不听劝")
    at_once(station, f"{matter}accept/")

    begin(station, matter, "whistle", sort="joint", text="请到夜市口联合整治")
    number = number_on(station)
    refused(station, "whistle", "departments", "必填")
    expect(station.locator("[name=text]")).to_have_value("请到夜市口联合整治")
    begin(station, matter, "whistle", departments=TOWN_OFFICE, sort="joint", text="请到夜市口联合整治")
    finish(station, "whistle")
    is_done(station, matter)
    state_is(station, "已受理")  # a call moves nothing
    expect(request(station, "吹哨单")).to_contain_text("待转发")
    is_closed_to(handler, matter, "404")  # it has not reached the department

    is_asked(subcenter, number)
    do(subcenter, matter, "pass-on", note="请速到场")
    rings(handler, number, "有协办督办事项待您答复")
    is_asked(handler, number)
    begin(handler, matter, "take")
    expect(handler.get_by_role("heading", level=1)).to_contain_text("马上到场")
    finish(handler, "take")
    is_done(handler, matter)
    do(handler, matter, "arrive", note="两车四人")
    rings(station, number, "吹哨部门已到场报到")
    assert not offers(handler, matter, "arrive")
    begin(handler, matter, "answer")
    refused(handler, "answer", "reply", "必填")
    handler.fill("[name=reply]", "已劝离七家，暂扣两车")
    finish(handler, "answer")
    is_done(handler, matter)

    is_asked(station, number)
    begin(station, matter, "rate", comment="来得快")
    refused(station, "rate", "rating", "必填")
    expect(station.locator("[name=comment]")).to_have_value("来得快")
    do(station, matter, "rate", rating="3", comment="来得快")
    expect(request(station, "吹哨单")).to_contain_text("3 / 3")
    timeline_has(station, "吹哨", "转发部门", "签收承办", "到场报到", "答复结果", "评价部门")
    is_asked(station, number, present=False)


def test_the_lead_waits_for_the_helper(browser_page, place, photo, hired):
    worker, station, subcenter = browser_page("worker", "phone"), browser_page("station"), browser_page("subcenter")
    handler, helper = browser_page("handler", "phone"), browser_page(hired(HELPER), "phone")
    matter = dispatched(worker, station, subcenter, place, "协同，河边垃圾与污水", helper_1=HELPER_OFFICE,
                        part_1="查污水来源")
    do(handler, matter, "sign")
    number = number_on(handler)

    # The reply waits for the helper, and is not typed twice.
    begin(handler, matter, "resolve", reply="垃圾已清走", photos=[photo()])
    assert sent(handler, "resolve") == 422
    expect(handler.get_by_role("main")).to_contain_text(re.compile("暂不能回复：.*生态环境办公室 尚未反馈"))
    expect(handler.locator("[name=reply]")).to_have_value("垃圾已清走")
    expect(handler.locator(".photos__tile")).to_have_count(1)

    is_asked(helper, number)
    do(helper, matter, "take")
    assert not offers(helper, matter, "resolve"), "the lead replies for all"
    do(helper, matter, "answer", reply="暗管已封堵", photos=[photo(colour="olive")])
    is_asked(helper, number, present=False)
    expect(request(helper, "协同任务")).to_have_count(0)
    helper.goto(matter)
    expect(request(helper, "协同任务")).to_contain_text("已办结")

    do(handler, matter, "resolve", reply="垃圾已清走，暗管已封堵", photos=[photo(colour="brown")])
    state_is(handler, "待核查")
    waits_for(station, number)
    do(station, matter, "verify", note="两处都看过")
    do(subcenter, matter, "close")
    timeline_has(subcenter, "派遣至", "交办协同", "签收", "协同任务 · 签收承办", "协同任务 · 答复结果", "处置回复",
                 "核查通过", "结案")
