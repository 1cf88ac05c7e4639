"""An old browser, a blocked script: the main job is still done."""

import re

from playwright.sync_api import expect

from .steps import do, fill, state_is


def test_report_and_accept_without_script(browser_page, photo):
    worker = browser_page("worker", "phone", java_script_enabled=False)
    station = browser_page("station", "desk", java_script_enabled=False)
    worker.goto("/")
    worker.get_by_role("link", name="上报事件").click()
    worker.locator("summary", has_text="市容环境").click()
    worker.get_by_text("暴露垃圾", exact=True).click()
    fill(worker.locator("form[enctype]"), description="没有脚本也能上报", place="菜市场东门", photos=[photo()])
    worker.get_by_role("button", name="提交上报").click()
    expect(worker).to_have_url(re.compile(r"/incidents/\d+/$"))
    expect(worker.locator("main .photos__tile img")).to_have_count(1)
    matter = worker.url
    # No map, so no point: the workstation finds the grid first, then takes it on.
    grid = worker_grid(station, matter)
    do(station, matter, "locate", grid=grid)
    do(station, matter, "accept", note="已核实")
    state_is(station, "已受理")


def worker_grid(page, matter: str) -> str:
    page.goto(f"{matter}locate/")
    return page.locator("[name=grid] option:not([value=''])").first.get_attribute("value")
