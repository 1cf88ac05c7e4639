"""A call rings, and the agent takes it down with the keyboard alone (hotline: ring to dispatch in 12 keystrokes)."""

import re

from playwright.sync_api import expect

from .steps import draft_is_kept, fill
from .telephone import DESK, NEW, Keys, focus_is_on

MOST = 12
TICKET = re.compile(r"RX\d{8}")


def test_from_ring_to_dispatch_by_the_keyboard(agent, pbx):
    pbx("ring", "j1", **{"from": "013800138001", "to": "12319"})
    expect(agent.locator(".ringing__call")).to_contain_text("138****8001 来电")
    expect(agent.locator(".ringing__call")).to_contain_text("城管热线")
    keys = Keys(agent)
    keys.press("t")
    agent.wait_for_url(f"**{NEW}?call=*")
    focus_is_on(agent, "content")
    expect(agent.locator("[name=phone]")).to_have_value("13800138001")
    expect(agent.locator("[name=category]")).to_have_value("E01-01")  # of the line
    keys.type("菜市场门口的井盖不见了，怕有人掉下去")
    keys.press("Tab")
    focus_is_on(agent, "place")
    keys.type("东升街道菜市场正门")
    expect(agent.locator("[name=area] option:checked")).to_contain_text("东升街道")
    keys.press("Tab", "Tab")
    keys.type("井盖")
    keys.press("1")
    expect(agent.locator("[name=category] option:checked")).to_contain_text("井盖")
    questions = agent.locator("[data-questions]:not([hidden]) .chip__text")
    if questions.count():
        questions.first.click()
    keys.press("F4")
    agent.wait_for_url(f"**{DESK}")
    expect(agent.get_by_role("status").first).to_contain_text(re.compile(r"RX\d{8}：派单。请告知来电人查询码：\d{6}"))
    assert keys.count <= MOST, keys.count
    assert pbx("end", "j1")["state"] == "ended"
    agent.goto(f"{DESK}?tab=mine")
    expect(agent.locator(".table--queue tbody tr").first).to_contain_text("菜市场门口的井盖不见了")


def test_answered_at_once_and_who_picks_up_gets_the_form(agent, pbx):
    pbx("ring", "j2", **{"from": "13800138001", "to": "83721000"})
    expect(agent.locator(".ringing__call")).to_be_visible()
    pbx("answer", "j2")
    agent.wait_for_url(f"**{NEW}?call=*")
    agent.keyboard.insert_text("想问社保卡丢了到哪里补办")
    keys = Keys(agent)
    keys.press("F2")  # asks for what is missing
    focus_is_on(agent, "answer")
    keys.type("请带身份证到就近的便民服务中心办理。")
    keys.press("F2")
    agent.wait_for_url(f"**{DESK}")
    expect(agent.get_by_role("status").first).to_contain_text("直接答复")
    pbx("end", "j2")

    # The same caller again: the earlier tickets stand beside the form as soon as there is a number.
    agent.keyboard.press("n")
    agent.wait_for_url(f"**{NEW}")
    focus_is_on(agent, "phone")
    agent.keyboard.insert_text("138 0013 8001")
    expect(agent.locator("[data-panel=caller]")).to_contain_text(TICKET)
    expect(agent.locator("[data-panel=caller]")).to_contain_text("想问社保卡丢了")


def test_what_is_wrong_is_said_and_nothing_is_lost(agent):
    agent.goto(NEW)
    agent.locator("[name=content]").fill("楼下油烟很大")
    agent.keyboard.press("F4")
    error = agent.locator(".message--error")
    expect(error).to_contain_text("请选择事件类别")
    expect(agent.locator("[name=content]")).to_have_value("楼下油烟很大")
    agent.keyboard.press("F10")
    agent.keyboard.press("Space")
    agent.keyboard.press("F10")
    agent.wait_for_url(f"**{DESK}")
    expect(agent.get_by_role("status").first).to_contain_text("无效来电")
    # Stored is stored: no draft of it comes back.
    agent.goto(NEW)
    expect(agent.locator("[name=content]")).to_have_value("")


def test_a_draft_survives_a_reload(agent):
    agent.goto(NEW)
    agent.locator("[name=content]").fill("说到一半断电了")
    draft_is_kept(agent)
    agent.reload()
    expect(agent.locator("[name=content]")).to_have_value("说到一半断电了")
    agent.locator(".message--warning .button").first.click()
    expect(agent.locator("[name=content]")).to_have_value("")


def test_without_script_a_call_is_taken_down_too(browser_page):
    page = browser_page("hotline", "desk", java_script_enabled=False)
    page.goto(NEW)
    fill(page.locator("form.call"), phone="13900139000", content="路灯不亮", place="文昌路口", category="E01-01")
    page.locator("button[name=look]").click()
    expect(page.locator("[data-panel=caller]")).to_contain_text("首次来电")
    page.locator("button[name=end][value=keep]").click()
    expect(page).to_have_url(re.compile(r"/hotline/$"))
    expect(page.get_by_role("status").first).to_contain_text("稍后处理")
