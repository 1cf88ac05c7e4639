"""More time: an extension is asked for before the limit, a suspension with its day; the desk one tier up decides."""

from playwright.sync_api import expect

from .steps import (
    at_once,
    begin,
    dispatched,
    do,
    finish,
    in_days,
    is_asked,
    is_closed_to,
    is_done,
    number_on,
    offers,
    refused,
    reported,
    request,
    rings,
    state_is,
    timeline_has,
    waits_for,
)


def test_a_handler_asks_the_county_for_time(browser_page, place):
    worker, station, subcenter = browser_page("worker", "phone"), browser_page("station"), browser_page("subcenter")
    handler, county = browser_page("handler", "phone"), browser_page("county", "desk")
    matter = dispatched(worker, station, subcenter, place, "延期，垃圾堆放点需重建")
    at_once(handler, f"{matter}sign/")
    handler.goto(matter)
    number, first = number_on(handler), limit(handler)
    expect(handler.locator("main")).to_contain_text("2 个工作日")

    # At most as long as the limit was at first; the reason is not typed twice.
    begin(handler, matter, "ask-extension", amount="99", reason="需等待构件到货")
    refused(handler, "ask-extension", "amount", "最多延长原时限的长度：2")
    expect(handler.locator("[name=reason]")).to_have_value("需等待构件到货")
    handler.fill("[name=amount]", "1")
    finish(handler, "ask-extension")
    is_done(handler, matter)
    expect(request(handler, "延期申请")).to_contain_text("待答复")
    assert limit(handler) == first, "the limit runs on until somebody decides"
    assert not offers(handler, matter, "ask-extension")

    # The owner is the sub-centre, so the county decides.
    is_asked(subcenter, number, present=False)
    is_asked(county, number)
    rings(county, number, "有协办督办事项待您答复")
    do(county, matter, "grant", note="同意延期一天")
    rings(handler, number, "事件时限已延长")
    handler.goto(matter)
    assert limit(handler) > first
    expect(request(handler, "延期申请")).to_contain_text("已同意")
    is_closed_to(handler, f"{matter}ask-extension/", "409")  # once is all
    expect(handler.locator("main")).to_contain_text("请申请挂账")

    # It shall rest: until a day that lies ahead.
    begin(handler, matter, "ask-suspension", review_on=in_days(handler, -1), reason="构件停产，待招标")
    refused(handler, "ask-suspension", "review_on", "请选择今天之后")
    expect(handler.locator("[name=reason]")).to_have_value("构件停产，待招标")
    handler.fill("[name=review_on]", in_days(handler, 30))
    finish(handler, "ask-suspension")
    is_done(handler, matter)
    is_asked(county, number)
    do(county, matter, "grant", review_on=in_days(county, 20))
    state_is(county, "挂账")
    waits_for(county, number)
    handler.goto(matter)
    state_is(handler, "挂账")
    expect(handler.locator("main")).to_contain_text(in_days(handler, 20))
    assert not offers(handler, matter, "resolve")

    do(county, matter, "resume", note="构件已到")
    waits_for(handler, number)
    handler.goto(matter)
    state_is(handler, "处置中")
    timeline_has(handler, "签收", "申请延期", "同意延期一天", "申请挂账", "挂账", "解除挂账", "构件已到")


def test_a_station_asks_its_sub_centre(browser_page, place):
    worker, station = browser_page("worker", "phone"), browser_page("station", "desk")
    subcenter = browser_page("subcenter", "desk")
    matter = reported(worker, place, "站内处置，楼道堆物", category="E05-07")
    at_once(station, f"{matter}accept/")
    at_once(station, f"{matter}assign/", department="self")
    do(station, matter, "sign")
    number = number_on(station)
    do(station, matter, "ask-extension", amount="2", reason="住户出差")
    is_asked(station, number, present=False)

    # No is said with a reason.
    is_asked(subcenter, number)
    begin(subcenter, matter, "refuse")
    refused(subcenter, "refuse", "reason", "必填")
    subcenter.fill("[name=reason]", "可先联系物业")
    finish(subcenter, "refuse")
    is_done(subcenter, matter)
    rings(station, number, "您的申请未获同意")
    station.goto(matter)
    expect(request(station, "延期申请")).to_contain_text("未同意")
    expect(request(station, "延期申请")).to_contain_text("可先联系物业")

    do(station, matter, "ask-suspension", review_on=in_days(station, 10), reason="住户下周才回")
    do(subcenter, matter, "grant")
    waits_for(station, number, present=False)
    is_closed_to(station, f"{matter}resume/", "403")  # whoever suspends it owns it
    waits_for(subcenter, number)
    do(subcenter, matter, "resume")
    do(station, matter, "resolve", reply="住户已清走")
    timeline_has(station, "申请延期", "不同意", "申请挂账", "挂账", "解除挂账", "处置回复")


def limit(page) -> str:
    """When the running limit of the page ends."""
    return page.locator("aside .clock").first.get_attribute("datetime")
