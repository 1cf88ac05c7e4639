"""A settled case on its way into the archive: printed, signed, filed, put away, taken out again, put away anew."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from .look import FAULTS
from .steps import do, fill, form_of, sent, state_is, timeline_has
from .test_after_agreement import appointed, card, met, registered, taken_on

LYING = 2  # pages in the paper folder


@pytest.fixture
def settled(browser_page):
    """The address of a case that was agreed in writing and signed; by its title nobody mistakes it."""
    clerk, center, mediator = browser_page("clerk"), browser_page("center"), browser_page("mediator", "phone")
    case = registered(clerk, "用水排水通行通风采光", f"排水沟疏通 {uuid4().hex[:6]}", "排水沟淤塞，雨水倒灌。")
    taken_on(clerk, case)
    appointed(center, case, "冯桂芳")
    met(mediator, case, "双方同意各清一半。")
    do(mediator, case, "agree", agreement_form="written", agreement="双方各清一半，三日内完成。", plan="none")
    do(mediator, case, "sign")
    return case


def printed(page: Page, door: str, form) -> None:
    """The button opens a PDF in another window."""
    with (page.context.expect_event("response", lambda answer: door in answer.url) as answer,
          page.expect_popup() as window):
        form.locator("button[type=submit]").click()
    assert (answer.value.status, answer.value.headers["content-type"]) == (200, "application/pdf")
    window.value.close()


def sound(page: Page, device: str) -> None:
    assert page.evaluate(FAULTS, device == "phone") == [], page.url


@pytest.mark.parametrize("device", ["desk", "phone"])
def test_a_case_is_put_away_and_taken_out(browser_page, settled, photo, device):
    clerk, center = browser_page("clerk", device), browser_page("center", device)

    # The gate says what is missing, and loses nothing that was typed.
    clerk.goto(settled)
    expect(card(clerk, "dossier")).to_contain_text("权利义务告知书")
    clerk.goto(f"{settled}archive/")
    fill(form_of(clerk, "archive"), retention="long", statement="身份证为复印件。")
    assert sent(clerk, "archive") == 422
    expect(clerk.locator("main")).to_contain_text("卷宗不齐全，缺少签署件：")
    expect(clerk.locator("main")).to_contain_text("人民调解协议书")
    expect(clerk.locator("[name=statement]")).to_have_value("身份证为复印件。")

    # All that must be there is ticked already: one purpose prints it, and the dossier has its number.
    papers = f"{settled}papers/"
    clerk.goto(papers)
    sound(clerk, device)
    paper = clerk.locator("form[action$='/papers/print/']")
    expect(paper.locator("[name=papers]:checked")).to_have_count(5)
    paper.locator("[name=purpose]").fill("交当事人签署")
    printed(clerk, "/papers/print/", paper)
    clerk.goto(papers)
    expect(clerk.locator("main")).to_contain_text(re.compile(r"〔\d{4}〕.+人调字第\d+号"))

    # What came back signed: a photo of the agreement, the rest lies in the folder.
    agreement = clerk.locator("tr", has_text="人民调解协议书")
    agreement.get_by_role("link", name="签署件入卷").click()
    sound(clerk, device)
    form = clerk.locator("main form[method=post]")
    form.locator("input[type=file]").first.set_input_files([photo("第一页.jpg"), photo("第二页.jpg", "navy")])
    form.locator("button.button--primary").click()
    expect(clerk.locator(".message--success")).to_contain_text("已入卷")
    expect(agreement).to_contain_text("2页")
    missing = clerk.locator("tr", has=clerk.locator("strong", has_text="缺少"))
    for left in range(4, 0, -1):
        expect(missing).to_have_count(left)
        missing.first.get_by_role("link", name="签署件入卷").click()
        fill(clerk.locator("main form[method=post]"), pages=str(LYING))
        clerk.locator("main form[method=post] button.button--primary").click()
        expect(clerk.locator(".message--success")).to_contain_text("已入卷")
    expect(missing).to_have_count(0)

    # Put away: nothing can be filed with it any more, and who reads it says what for.
    do(clerk, settled, "archive", retention="long", statement="身份证为复印件。")
    state_is(clerk, "已归档")
    clerk.goto(papers)
    sound(clerk, device)
    expect(clerk.get_by_role("link", name="签署件入卷")).to_have_count(0)
    dossier = clerk.locator("form[action*='/papers/dossier/']")
    dossier.locator("[name=purpose]").fill("法院调阅")
    printed(clerk, "/papers/dossier/", dossier)

    # The manager takes it out, a paper is added, and the second dossier stands beside the first.
    do(center, settled, "take-out", reason="补充收条。")
    state_is(center, "达成协议")
    clerk.goto(papers)
    clerk.locator("tr", has_text="收条").get_by_role("link", name="签署件入卷").click()
    fill(clerk.locator("main form[method=post]"), pages="1", note="当事人补交")
    clerk.locator("main form[method=post] button.button--primary").click()
    expect(clerk.locator(".message--success")).to_contain_text("已入卷")
    do(clerk, settled, "archive", retention="permanent")
    timeline_has(clerk, "卷宗归档", "卷宗调出", "卷宗归档")
    clerk.goto(papers)
    expect(clerk.locator("form[action*='/papers/dossier/']")).to_have_count(2)
    expect(clerk.locator("main")).to_contain_text("补充收条。")
    expect(clerk.locator("main")).to_contain_text("永久")
