"""A registrar writes down a need and sends it with consent, civil affairs helps by a grid worker who learns nothing of
it, and ends it; another one ends as consent is taken back."""

import re

from playwright.sync_api import Page, expect

from .steps import fill

NEED = "一个人住，爬楼吃力，想请人帮忙填高龄补贴的表。"


def test_a_need_is_told_helped_at_a_door_and_ended(browser_page):
    registrar, agency = browser_page("registrar", "desk"), browser_page("civil", "desk")
    worker = browser_page("worker", "phone")
    referral, number = write(registrar)
    send(registrar, referral)
    expect(registrar.locator(".badge").first).to_contain_text("待部门答复")

    agency.goto("/residents/care/")
    agency.get_by_role("link", name=re.compile("补贴")).and_(agency.locator(f"[href='{referral}']")).click()
    expect(agency.locator("main")).to_contain_text(NEED)
    expect(agency.locator("main")).not_to_contain_text("佟佳佳")
    act(agency, referral, "accept")
    fill_and_send(agency, f"{referral}assign/", errand="deliver")

    worker.goto("/residents/care/tasks/")
    worker.locator("a.notice", has_text="送达表格").last.click()
    page = worker.locator("main")
    expect(page).to_contain_text("紫荆苑30栋1单元102")
    expect(page).to_contain_text("佟**")
    for secret in (NEED, "补贴", "民政", "佟佳佳", number):
        expect(page).not_to_contain_text(secret)
    form = worker.locator("main form.form")
    fill(form, done="done")
    form.locator("button.button--primary").click()
    worker.wait_for_url("/residents/care/tasks/")
    worker.goto(referral)
    expect(worker.locator("main")).not_to_contain_text(NEED)

    act(agency, referral, "begin")
    fill_and_send(agency, f"{referral}end/", outcome="helped", note="补贴已申报")
    registrar.goto(referral)
    expect(registrar.locator(".badge").first).to_contain_text("帮扶已结束")
    expect(registrar.locator("main")).to_contain_text("补贴已申报")


def test_consent_taken_back_locks_it_for_everybody(browser_page):
    registrar, agency = browser_page("registrar", "desk"), browser_page("civil", "phone", java_script_enabled=False)
    referral, _number = write(registrar)
    send(registrar, referral)
    act(agency, referral, "accept")
    fill_and_send(registrar, f"{referral}withdraw/", how="oral")
    registrar.wait_for_url("/residents/care/")
    expect(registrar.locator(".message--success")).to_be_visible()
    for page in (registrar, agency):
        assert page.goto(referral).status == 404


def write(page: Page) -> tuple[str, str]:
    """For somebody in no register; words of a diagnosis are refused, and nothing typed is lost."""
    page.goto("/residents/care/new/")
    form = page.locator("main form.form")
    fill(form, name="佟佳佳", phone="13800138000", address="紫荆苑30栋1单元102", service="subsidy",
         need="医院诊断为癌症")
    form.locator("select[name=area]").select_option(index=1)
    form.locator("button.button--primary").click()
    expect(page.locator("main")).to_contain_text("不得记录在此")
    form = page.locator("main form.form")
    expect(form.locator("[name=name]")).to_have_value("佟佳佳")
    fill(form, need=NEED)
    form.locator("button.button--primary").click()
    page.wait_for_url(re.compile(r"/residents/care/\d+/$"))
    return re.search(r"/residents/care/\d+/$", page.url)[0], page.locator("main").get_by_text(
        re.compile(r"ZJ\d{8}")).first.inner_text()


def send(page: Page, referral: str) -> None:
    """Without a tick nothing goes; with it, it does."""
    page.goto(f"{referral}send/")
    form = page.locator("main form.form")
    office = form.locator("[name=agency] option", has_text="双流区民政局").get_attribute("value")
    fill(form, agency=office)
    form.locator("button.button--primary").click()
    expect(page.locator("main")).to_contain_text("未取得同意")
    form = page.locator("main form.form")
    form.locator("[name=agreed]").check()
    form.locator("button.button--primary").click()
    page.wait_for_url(referral)


def act(page: Page, referral: str, name: str) -> None:
    fill_and_send(page, f"{referral}{name}/")
    page.wait_for_url(referral)


def fill_and_send(page: Page, address: str, **answers) -> None:
    page.goto(address)
    form = page.locator("main form.form")
    fill(form, **answers)
    form.locator(".action-bar button").first.click()
    page.wait_for_load_state()
