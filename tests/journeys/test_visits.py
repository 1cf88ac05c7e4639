"""A visit without a network: the registrar asks, the worker tells at the door, the registrar enters it with one tap."""

import re

from playwright.sync_api import expect

from .field import OUTBOX

REPORT, VISITS = "/residents/visits/report/", "/residents/visits/"


def test_a_visit_made_without_a_network_is_entered_with_one_tap(phone, browser_page):
    phone.open(REPORT)
    cards = phone.page.locator(".visit")
    before = cards.count()
    with_people = cards.filter(has_text="*").first
    where = with_people.locator("[data-about]").inner_text()
    phone.is_ready()
    phone.line.cut()

    phone.open(REPORT)
    phone.page.locator(".visit__card", has_text=where).click()
    phone.page.get_by_text("与登记一致", exact=True).click()
    phone.page.get_by_role("button", name="提交走访结果").click()
    expect(phone.page.get_by_text("已保存在本机")).to_be_visible()
    expect(phone.page.locator(".visit", has_text=where)).to_contain_text("已填报，等待网络")
    phone.line.mend()
    phone.open(OUTBOX)
    phone.all_sent()
    entry = phone.page.locator(".entry", has_text=where)
    expect(entry.locator(".badge")).to_have_text("已送达")  # by then the link leads to what the server has
    entry.locator("a").first.click()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(where)
    phone.open(REPORT)
    expect(cards).to_have_count(before - 1)

    desk = browser_page("registrar")
    desk.goto(f"{VISITS}?tab=enter")
    desk.get_by_role("link", name=where, exact=True).first.click()
    desk.get_by_role("button", name="录入走访结果").click()
    desk.wait_for_url(re.compile(VISITS))
    expect(desk.get_by_text("已录入登记册。")).to_be_visible()
    desk.goto(f"{VISITS}?tab=all")
    expect(desk.locator("tr", has_text=where).first).to_contain_text("已录入登记册")
