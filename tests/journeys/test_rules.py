"""Questions of a category, standard texts and the dispatch of a rule, as they are met in the browser."""

import re

from playwright.sync_api import expect

from .steps import begin, choose_kind, do, draft_is_kept, fill, send_report


def test_a_category_asks_as_soon_as_it_is_chosen(browser_page):
    worker = browser_page("worker", "phone")
    worker.goto("/incidents/new/")
    trapped = worker.locator("[data-questions='E12-03']")
    expect(trapped).to_be_hidden()
    choose_kind(worker, "物业与院落", "电梯故障")
    expect(trapped).to_be_visible()
    form = worker.locator("form[enctype]")
    fill(form, **{"answer-E12-03-trapped": "no", "answer-E12-03-floor": "7"})
    fill(form, description="电梯停在七楼", place="三栋")
    draft_is_kept(worker)
    worker.reload()
    expect(worker.locator("[name='answer-E12-03-floor']")).to_have_value("7")
    send_report(worker)
    expect(worker.locator("main dl.facts").first).to_contain_text("停在第几层？")


def test_without_script_the_form_comes_back_asking(browser_page):
    worker = browser_page("worker", "phone", java_script_enabled=False)
    worker.goto("/incidents/new/")
    choose_kind(worker, "公用设施部件", "井盖缺失破损")
    fill(worker.locator("form[enctype]"), description="井盖没了", place="菜市场东门")
    worker.get_by_role("button", name="提交上报").click()
    expect(worker.locator("[data-questions='E06-01']")).to_be_visible()
    expect(worker.locator("[data-questions='E12-03']")).to_be_hidden()
    fill(worker.locator("form[enctype]"), **{"answer-E06-01-road": "yes"})
    send_report(worker)
    expect(worker.locator("main dl.facts").first).to_contain_text("是否在车行道上？")


def test_the_rule_is_named_and_a_standard_text_fills_the_reply(browser_page, photo):
    worker, station = browser_page("worker", "phone"), browser_page("station", "desk")
    subcenter, handler = browser_page("subcenter", "desk"), browser_page("handler", "desk")
    worker.goto("/incidents/new/")
    choose_kind(worker, "市容环境", "暴露垃圾")
    fill(worker.locator("form[enctype]"), description="垃圾成堆", photos=[photo()])
    worker.locator("[data-place-here]").click()
    expect(worker.locator("[data-place-none]")).to_be_visible()
    matter = send_report(worker)
    do(station, matter, "accept")
    do(station, matter, "escalate", reason="需要执法队处置")
    begin(subcenter, matter, "assign")
    expect(subcenter.locator("main")).to_contain_text("依据规则 市容环境 × 东升街道")
    expect(subcenter.locator("[name=department]:checked")).to_have_value("dongsheng-urban-management")
    do(subcenter, matter, "assign")
    do(handler, matter, "sign")
    begin(handler, matter, "resolve", reply="已通知保洁。")
    handler.locator("[data-behaviour=texts] summary").click()
    handler.get_by_role("link", name="已清运冲洗").click()
    expect(handler.locator("[name=reply]")).to_have_value(
        re.compile(r"^已通知保洁。\n五洞桥社区第\d网格的暴露垃圾已清运干净"))
