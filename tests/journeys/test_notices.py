"""The bell: what one person does, another is told of."""

import re

from playwright.sync_api import Page, expect

from .steps import choose_kind, do, number_on, send_report


def test_a_report_rings_and_its_answer_rings_back(browser_page, photo):
    worker, station = browser_page("worker", "phone"), browser_page("station", "desk")
    station.goto("/notices/")
    read_all(station)  # the bell stops counting at a hundred, and other stories have rung it
    before = unread(station)
    worker.goto("/incidents/new/")
    worker.locator("[name=photos]").set_input_files([photo()])
    worker.fill("[name=description]", "人行道上堆着垃圾")
    choose_kind(worker, "市容环境", "暴露垃圾")
    expect(worker.locator("[data-place-said]")).to_contain_text("网格")
    matter = send_report(worker)
    number = number_on(worker)

    station.goto("/")
    assert unread(station) == before + 1
    station.locator(".nav .bell").click()
    station.locator(".notice--unread", has_text=number).click()
    expect(station).to_have_url(matter)
    assert unread(station) == before
    do(station, matter, "accept", note="属实")
    assert unread(station) == before  # one's own act

    worker.goto("/notices/")
    expect(worker.locator(".notice--unread", has_text=number)).to_contain_text("您上报的事件已受理")
    read_all(worker)
    assert unread(worker) == 0
    worker.get_by_role("link", name="全部", exact=True).click()
    expect(worker.locator(".notice", has_text=number).first).not_to_have_class(re.compile("notice--unread"))


def read_all(page: Page):
    button = page.get_by_role("button", name="全部标为已读")
    if button.is_visible():
        button.click()
    expect(page.get_by_role("main")).to_contain_text("没有未读消息")


def unread(page: Page) -> int:
    said = page.locator(".bell:visible").get_attribute("aria-label")
    found = re.search(r"\d+", said)
    return int(found[0]) if found else 0
