"""A resident without an account: tells the county by phone, follows, judges, is not content, is answered again."""

import re

from playwright.sync_api import Page, expect

from .steps import TOWN_OFFICE, choose_kind, do, fill

WORDS = "菜市场门口的垃圾三天没人收了"
REVIEW = """
from django.utils.timezone import now
from hotline import actions
from hotline.models import Ticket
from shuangliu.accounts.models import User
ticket = Ticket.objects.numbered({number!r}).get()
actions.review(ticket, by=User.objects.get(username="hotline"), at=now())
"""
WHERE = "from hotline.models import Ticket; print(Ticket.objects.numbered({number!r}).get().incident_id)"


def test_a_resident_reports_follows_judges_and_has_it_done_again(browser_page, photo, product):
    resident = browser_page(None, "phone")
    resident.goto("/public/")
    resident.get_by_role("link", name="我要反映").click()
    tell(resident, photos=[photo(), photo("b.jpg", "olive")], phone="13800138000", name="刘女士")
    number, code = receipt(resident)

    resident.get_by_role("link", name="查询进度").first.click()
    look_up(resident, number, code)
    expect(resident.locator("main")).to_contain_text("等待承办单位受理")
    for secret in ("13800138000", "刘女士", WORDS):
        expect(resident.locator("main")).not_to_contain_text(secret)
    remark = resident.locator("form[action$='/remark/']")
    fill(remark, text="今天更多了", photos=[photo("c.jpg", "navy")])
    remark.get_by_role("button", name="提交给热线").click()
    expect(resident.locator(".message--success")).to_be_visible()

    settle(product, browser_page, photo, number)
    resident.reload()
    expect(resident.locator("main")).to_contain_text("已清运并消毒。")
    judge = resident.locator("form[action$='/judge/']")
    fill(judge, satisfaction="unsatisfied", comment="还有一半没清")
    judge.get_by_role("button", name="提交评价").click()
    expect(resident.locator(".message--success")).to_be_visible()
    expect(resident.locator("form[action$='/judge/']")).to_have_count(0)

    resident.get_by_role("button", name="退出").click()
    resident.goto("/public/follow/ticket/")
    expect(resident).to_have_url(re.compile(r"/public/follow/$"))


def test_large_type_and_two_taps(browser_page, photo):
    """The second tap finds the form on its way; the way back and once more opens the same receipt."""
    resident = browser_page(None, "phone")
    resident.goto("/public/report/")
    resident.get_by_role("link", name="大字").click()
    assert resident.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 20
    write(resident)
    resident.get_by_role("button", name="提交", exact=True).dblclick()
    first = receipt(resident)
    resident.go_back()
    resident.goto("/public/report/done/")
    assert receipt(resident) == first


def test_without_script(browser_page, photo):
    """An old browser: no map, no work for the form, but a sum in words."""
    resident = browser_page(None, "phone", java_script_enabled=False)
    resident.goto("/public/report/")
    question = resident.locator("[data-sum] label").inner_text()
    write(resident, place="菜市场东门", photos=[photo()], sum=answer_to(question))
    resident.get_by_role("button", name="提交", exact=True).click()
    number, code = receipt(resident)
    resident.goto("/public/follow/")
    look_up(resident, number, code)
    expect(resident.locator("main")).to_contain_text(number)


def write(page: Page, **more) -> None:
    choose_kind(page, "市容环境", "暴露垃圾")
    fill(page.locator("form[enctype]"), kind="report", content=WORDS, **{"place": "菜市场东门", **more})
    page.locator("label[for=id_consent]").click()


def tell(page: Page, **more) -> None:
    page.get_by_role("button", name="使用我的位置").click()
    expect(page.locator("[data-where-said]")).to_have_text("位置已标记。")
    write(page, **more)
    page.get_by_role("button", name="提交", exact=True).click()
    page.wait_for_load_state()
    # Other journeys report in the same grid: theirs are offered, and this one is another.
    if page.url.endswith("/public/report/"):
        page.get_by_role("button", name="提交", exact=True).click()


def receipt(page: Page) -> tuple[str, str]:
    """What the resident writes down."""
    expect(page.locator(".receipt")).to_be_visible()
    number, code = page.locator(".receipt__big").all_inner_texts()
    assert re.fullmatch(r"RX\d{8}", number)
    assert re.fullmatch(r"\d{6}", code)
    return number, code


def look_up(page: Page, number: str, code: str) -> None:
    fill(page.locator("main form"), number=number, code=code)
    page.get_by_role("button", name="查询", exact=True).click()
    page.wait_for_url(re.compile(r"/follow/ticket/$"))


def answer_to(question: str) -> str:
    one, other = re.search(r"([一二三四五六七八九])加([一二三四五六七八九])", question).groups()
    return str("零一二三四五六七八九".index(one) + "零一二三四五六七八九".index(other))


def settle(product, browser_page, photo, number: str) -> None:
    """The offices do their work, and the hotline reads the reply."""
    found = product.manage("shell", "--no-imports", "-c", WHERE.format(number=number)).strip()
    matter = f"{product.url}/incidents/{found}/"
    station, subcenter, handler = (browser_page(name, "desk") for name in ("station", "subcenter", "handler"))
    do(station, matter, "accept", note="属实")
    do(station, matter, "escalate", reason="需综合执法队处置")
    do(subcenter, matter, "assign", department=TOWN_OFFICE, note="请今日处理")
    do(handler, matter, "sign")
    do(handler, matter, "resolve", reply="已清运并消毒。", photos=[photo(colour="olive")])
    do(station, matter, "verify", note="现场已干净")
    do(subcenter, matter, "close")
    product.manage("shell", "--no-imports", "-c", REVIEW.format(number=number))
