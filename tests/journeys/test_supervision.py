"""督办: the county orders an answer of whoever has the matter, and is content or not."""

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
    only_reads,
    refused,
    request,
    rings,
    timeline_has,
)


def test_an_order_is_answered_twice_and_concluded(browser_page, place, photo):
    worker, station, subcenter = browser_page("worker", "phone"), browser_page("station"), browser_page("subcenter")
    handler, county = browser_page("handler", "phone"), browser_page("county", "desk")
    matter = dispatched(worker, station, subcenter, place, "督办，河岸垃圾反复堆积")
    at_once(handler, f"{matter}sign/")
    is_closed_to(station, f"{matter}supervise/", "403")

    # A day that is over is said at its field; what shall be done is not typed twice.
    begin(county, matter, "supervise", sort="leader", text="三日内查清源头并答复", reply_by=in_days(county, -1))
    number = number_on(county)
    refused(county, "supervise", "reply_by", "请选择今天之后")
    expect(county.locator("[name=text]")).to_have_value("三日内查清源头并答复")
    county.fill("[name=reply_by]", in_days(county, 3))
    finish(county, "supervise")
    is_done(county, matter)
    expect(request(county, "督办单")).to_contain_text("待答复")

    rings(handler, number, "有协办督办事项待您答复")
    is_asked(handler, number)
    do(handler, matter, "take")
    handler.goto(matter)
    begin(handler, matter, "progress")
    refused(handler, "progress", "note", "必填")
    handler.fill("[name=note]", "已调取沿岸监控点位清单")
    finish(handler, "progress")
    is_done(handler, matter)
    do(handler, matter, "answer", reply="源头为夜市商户", photos=[photo()])
    is_asked(handler, number, present=False)

    # Not enough: again, until a new day.
    is_asked(county, number)
    begin(county, matter, "send-back", reason="未说明整改措施")
    refused(county, "send-back", "reply_by", "必填")
    expect(county.locator("[name=reason]")).to_have_value("未说明整改措施")
    county.fill("[name=reply_by]", in_days(county, 5))
    finish(county, "send-back")
    is_done(county, matter)
    rings(handler, number, "答复被退回")
    is_asked(handler, number)
    handler.goto(matter)
    expect(request(handler, "督办单")).to_contain_text("未说明整改措施")
    do(handler, matter, "answer", reply="已与商户签订清运协议，每晚巡查")

    do(county, matter, "conclude", note="措施可行")
    expect(request(county, "督办单")).to_contain_text("已办结")
    rings(handler, number, "您的答复已办结")
    timeline_has(county, "督办", "签收承办", "填报进展", "答复结果", "退回重报", "答复结果", "办结")
    worker.goto(matter)
    expect(request(worker, "督办单")).to_contain_text("已与商户签订清运协议")
    only_reads(worker, matter)
