"""A clerk works through the list: by the keyboard, many at once, while it changes under their eyes."""

from playwright.sync_api import expect

from .steps import at_once, reported

LIST = "/incidents/?tab=open"
LOOK = "document.dispatchEvent(new Event('visibilitychange'))"  # a page that is looked at again


def row(page, words):
    return page.locator(".table--queue tbody tr", has_text=words)


def half_a_minute(page):
    """The page believes that half a minute has gone."""
    page.clock.fast_forward(31_000)
    page.evaluate(LOOK)


def test_many_are_accepted_by_the_keyboard(browser_page, place):
    worker, station = browser_page("worker", "phone"), browser_page("station", "desk")
    for words in ("键盘甲，井盖松动", "键盘乙，井盖松动"):
        reported(worker, place, words)
    station.goto("/incidents/?tab=waiting&state=reported")
    bar = station.locator("#bulk")
    expect(bar).to_be_hidden()
    for words in ("键盘甲", "键盘乙"):
        while not row(station, words).evaluate("row => row.contains(document.activeElement)"):
            station.keyboard.press("j")
        station.keyboard.press("x")
    expect(bar).to_contain_text("已选 2 件")
    station.keyboard.press("a")
    expect(station.get_by_role("heading", name="受理", exact=True)).to_be_visible()
    station.locator("[name=note]").fill("一并受理，a 与 j 只是文字")
    station.get_by_role("button", name="受理 (2)").click()
    expect(station.get_by_role("status").first).to_contain_text("已对 2 件事件完成“受理”")

    # Keys are keys, and in a field they are letters.
    station.get_by_role("link", name="返回列表").last.click()
    station.wait_for_url("**/incidents/?*")
    station.wait_for_load_state()
    station.keyboard.press("?")
    dialog = station.get_by_role("dialog")
    expect(dialog).to_contain_text("勾选此件")
    station.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    station.keyboard.press("/")
    station.keyboard.type("gd")
    expect(station.locator("[name=q]")).to_have_value("gd")
    station.locator("[name=q]").blur()
    station.keyboard.press("g")
    station.keyboard.press("d")
    station.wait_for_url("**/")


def test_the_list_changes_and_nothing_slips(browser_page, place):
    worker, station = browser_page("worker", "phone"), browser_page("station", "desk")
    going = reported(worker, place, "刷新甲，路灯不亮")
    reported(worker, place, "刷新乙，路灯不亮")
    station.clock.install()
    station.goto("/incidents/?tab=waiting&state=reported")
    row(station, "刷新乙").locator("input").check()
    row(station, "刷新乙").locator("a").focus()
    subcenter = browser_page("subcenter", "desk")
    at_once(subcenter, f"{going}accept/")
    reported(worker, place, "刷新丙，路灯不亮")

    half_a_minute(station)
    news = station.locator(".news")
    expect(news).to_contain_text("有 1 件新事件")
    expect(row(station, "刷新甲")).to_contain_text("已流转")
    expect(row(station, "刷新丙")).to_have_count(0)
    expect(row(station, "刷新乙").locator("a")).to_be_focused()
    news.click()
    expect(row(station, "刷新丙")).to_be_visible()
    expect(row(station, "刷新甲")).to_have_count(0)
    expect(row(station, "刷新乙").locator("input")).to_be_checked()
    expect(station.locator("#bulk")).to_contain_text("已选 1 件")


def test_who_else_is_at_it_is_said(browser_page, place):
    worker, station, subcenter = browser_page("worker"), browser_page("station"), browser_page("subcenter")
    matter = reported(worker, place, "同时处理，树枝折断")
    subcenter.goto(f"{matter}accept/")
    subcenter.wait_for_load_state("networkidle")
    station.goto(matter)
    expect(station.get_by_text("正在处理此事件")).to_be_visible()
    subcenter.goto("/")
    # That somebody has gone is told behind the page that follows: the list may be faster.
    for _ in range(30):
        station.goto(LIST)
        if "正在处理" not in row(station, "同时处理").inner_text():
            break
        station.wait_for_timeout(500)  # a busy machine takes its time
    expect(row(station, "同时处理")).not_to_contain_text("正在处理")


def test_without_script_many_are_accepted_too(browser_page, place):
    worker, station = browser_page("worker"), browser_page("station", "desk", java_script_enabled=False)
    reported(worker, place, "无脚本，护栏损坏")
    station.goto("/incidents/?tab=waiting&state=reported")
    row(station, "无脚本").locator("input").check()
    station.locator("#bulk button[value=accept]").click()
    station.get_by_role("button", name="受理 (1)").click()
    expect(station.get_by_role("status").first).to_contain_text("已对 1 件事件完成“受理”")
