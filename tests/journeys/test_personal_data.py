"""Personal data in clear: for five minutes on a page, and in a file when a second person agrees."""

import re

from playwright.sync_api import expect

from tests.journeys.steps import fill

PHONE = re.compile(r"1\d{10}")


def test_a_caller_is_shown_for_five_minutes(browser_page):
    agent = browser_page("hotline")
    agent.clock.install()
    agent.goto("/hotline/tickets/?tab=all")
    caller = agent.locator("main dd").filter(has_text=re.compile(r"1\d\d\*{4}\d{4}"))
    for url in [row.get_attribute("href") for row in agent.locator("main a[href*='/tickets/']").all()
                if re.search(r"/tickets/\d+/$", row.get_attribute("href"))]:
        agent.goto(url)
        if caller.count():
            break
    expect(caller).to_be_visible()
    agent.get_by_role("link", name="查看个人信息").click()
    agent.locator("main form.form button.button--primary").click()
    expect(agent.locator("main")).to_contain_text("必填")
    fill(agent.locator("main form.form"), purpose="reach", words="告知结果")
    agent.locator("main form.form button.button--primary").click()
    shown = agent.locator("[data-masked]").filter(has_text=PHONE)
    expect(shown).to_be_visible()
    agent.clock.fast_forward("05:05")
    expect(caller).to_be_visible()
    expect(shown).to_have_count(0)
    expect(agent.get_by_role("link", name="查看个人信息")).to_be_visible()


def test_a_file_in_clear_takes_two_people(browser_page, product):
    center, security = browser_page("center"), browser_page("security", "phone")
    center.goto("/protection/exports/")
    center.get_by_role("link", name="申请导出").click()
    center.get_by_role("link", name="调解案件当事人").click()
    fill(center.locator("main form.form"), start="2012-01-01", end="2026-12-31", fields_in_clear="phone",
         purpose="reach", words="回访满意度", recipient="回访组")
    center.locator("main form.form button.button--primary").click()
    expect(center.locator("main")).to_contain_text("待审批")
    asked = center.url
    security.goto("/")
    security.get_by_role("link", name="回访满意度").click()
    expect(security.locator("main")).to_contain_text("回访组")
    fill(security.locator("main form.form"), verdict="approve")
    security.locator("main form.form button.button--primary").click()
    expect(security.locator("main")).to_contain_text("已同意")
    product.manage("sweep")
    center.goto(asked)
    with center.expect_download() as file:
        center.get_by_role("button", name="领取文件").click()
    assert file.value.suggested_filename.endswith(".xlsx")
    center.reload()
    expect(center.locator("main")).to_contain_text("已领取")
