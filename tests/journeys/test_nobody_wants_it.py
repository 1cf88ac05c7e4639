"""What nobody wants is decided jointly; what lies with the wrong office is taken back; what is small is handed down."""

from playwright.sync_api import expect

from .steps import (
    COUNTY_OFFICE,
    TOWN_OFFICE,
    begin,
    dispatched,
    do,
    finish,
    is_closed_to,
    is_done,
    number_on,
    offers,
    refused,
    rings,
    state_is,
    timeline_has,
    waits_for,
)


def test_twice_returned_is_decided_jointly(browser_page, place):
    worker, station, handler = browser_page("worker"), browser_page("station"), browser_page("handler", "phone")
    subcenter, county = browser_page("subcenter", "desk"), browser_page("county", "desk")
    matter = dispatched(worker, station, subcenter, place, "路灯线杆倾斜")

    # Without a reason nothing moves.
    begin(handler, matter, "return")
    refused(handler, "return", "reason", "必填")
    do(handler, matter, "return", reason="属供电公司职责，请改派")
    number = number_on(handler)
    waits_for(handler, number, present=False)

    # Back at the desk that dispatched it, with the reason; its dispatch limit begins anew.
    rings(subcenter, number, "部门已退回事件")
    waits_for(subcenter, number)
    subcenter.goto(matter)
    state_is(subcenter, "已受理")
    timeline_has(subcenter, "派遣至", "退回", "属供电公司职责")
    do(subcenter, matter, "assign", department=TOWN_OFFICE, note="请再核实")
    do(handler, matter, "return", reason="再次核实，仍不属本队职责")

    # The second return goes up: the sub-centre has it no longer, the county decides with those concerned.
    waits_for(subcenter, number, present=False)
    assert not offers(subcenter, matter, "assign")
    rings(county, number, "请会商决定")
    waits_for(county, number)
    assert not offers(county, matter, "assign")
    expect(county.get_by_role("main")).to_contain_text("由所属平台会商决定")
    begin(county, matter, "decide", department=COUNTY_OFFICE)
    refused(county, "decide", "reason", "必填")
    expect(county.locator("[name=department]")).to_have_value(COUNTY_OFFICE)
    county.fill("[name=reason]", "与供电公司、执法局会商：由执法局牵头")
    finish(county, "decide")
    is_done(county, matter)

    # It is final.
    rings(handler, number, "会商决定由您处办理")
    waits_for(handler, number)
    assert not offers(handler, matter, "return")
    is_closed_to(handler, f"{matter}return/", "403")
    do(handler, matter, "sign")
    state_is(handler, "处置中")
    timeline_has(handler, "退回", "退回", "会商派遣", "由执法局牵头", "签收")


def test_a_desk_takes_back_and_the_county_hands_down_once(browser_page, place):
    worker, station, handler = browser_page("worker"), browser_page("station"), browser_page("handler", "phone")
    subcenter, county = browser_page("subcenter", "desk"), browser_page("county", "desk")
    matter = dispatched(worker, station, subcenter, place, "派错了队，树枝压线")
    do(handler, matter, "sign")
    number = number_on(handler)
    is_closed_to(station, f"{matter}recall/", "403")  # a desk below does not reach up
    do(subcenter, matter, "recall", reason="应由区级部门处置")
    state_is(subcenter, "已受理")
    waits_for(handler, number, present=False)
    rings(handler, number, "派遣到您处的事件已收回")

    do(subcenter, matter, "escalate", reason="超出街道职权")
    waits_for(county, number)
    do(county, matter, "hand-down", reason="街道可自行修剪")
    waits_for(county, number, present=False)
    rings(subcenter, number, "上级下派的事件")
    waits_for(subcenter, number)
    do(subcenter, matter, "escalate", reason="无高空车")

    # Handed down once is all: now it is for a joint decision.
    waits_for(county, number)
    assert not offers(county, matter, "hand-down")
    is_closed_to(county, f"{matter}hand-down/", "403")
    do(county, matter, "decide", department=COUNTY_OFFICE, reason="会商：由区执法局派车")
    timeline_has(county, "签收", "收回", "上报上一级", "下派", "上报上一级", "会商派遣")
    waits_for(handler, number)
