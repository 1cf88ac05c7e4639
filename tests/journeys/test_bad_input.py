"""What goes wrong in real life is said clearly, and nothing typed is lost."""

import re

import pytest
from playwright.sync_api import expect

from shuangliu.demo.accounts import password
from tests.attachments import images

from .steps import RARE, at_once, begin, choose_kind, fill, finish, reported, send_report, state_is

BEIJING = {"longitude": 116.397, "latitude": 39.908}
RETIRED = ("市容环境", "道路不洁")


def filled_in(page, words=RARE, kind=("市容环境", "暴露垃圾"), **more):
    """The report form with everything on it; not yet sent."""
    page.goto("/incidents/new/")
    choose_kind(page, *kind)
    form = page.locator("form[data-draft=incident-new]")
    fill(form, description=words, **more)
    return form


def sent_in_vain(page, status: int) -> None:
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        page.get_by_role("button", name="提交上报").click()
    assert answer.value.status == status
    page.wait_for_load_state()


@pytest.mark.parametrize(("name", "content", "status", "says"), [
    ("现场.jpg", images.HTML, 422, "不是"), ("现场.jpg", bytes(20 * 1024 * 1024), 413, "20.0"),
], ids=["html called jpg", "20 MB"])
def test_a_file_that_is_no_photo_is_refused_at_its_field(browser_page, tmp_path, name, content, status, says):
    worker = browser_page("worker", "phone")
    good, wrong = tmp_path / "好的.jpg", tmp_path / name
    good.write_bytes(images.photo().read())
    wrong.write_bytes(content)
    form = filled_in(worker, photos=[good, wrong])
    expect(worker.locator("[data-place-said]")).to_contain_text("网格")
    sent_in_vain(worker, status)
    expect(worker.locator(".field--error", has=worker.locator("[name=photos]"))).to_contain_text(says)
    expect(form.locator("[name=description]")).to_have_value(RARE)
    expect(form.locator("[name=category]:checked")).to_have_count(1)
    expect(form.locator(".photos__tile")).to_have_count(1)  # the good one has arrived and stays
    send_report(worker)
    expect(worker.locator("main .photos__tile img")).to_have_count(1)


def test_a_place_in_beijing_is_refused_and_may_be_told_in_words(browser_page):
    worker = browser_page("worker", "phone", geolocation=BEIJING)
    form = filled_in(worker)
    expect(worker.locator("[data-place-said]")).to_contain_text("不在任何网格内")
    sent_in_vain(worker, 422)
    expect(worker.locator(".field--error", has=worker.locator("[name=place]"))).to_contain_text("远在本")
    expect(form.locator("[name=description]")).to_have_value(RARE)
    worker.get_by_role("button", name="清除标点").click()
    form.locator("[name=place]").fill("社区活动中心门口")
    send_report(worker)
    expect(worker.get_by_role("main")).to_contain_text("待定位")


def test_a_category_is_retired_while_somebody_reports(browser_page):
    admin, worker = browser_page("admin", "desk"), browser_page("worker", "phone")
    form = filled_in(worker, kind=RETIRED)
    set_in_use(admin, RETIRED[1], False)
    try:
        sent_in_vain(worker, 422)
    finally:
        set_in_use(admin, RETIRED[1], True)
    expect(worker.locator(".field--error").first).to_contain_text(f"“{RETIRED[1]}”已停用")
    expect(form.locator("[name=description]")).to_have_value(RARE)
    worker.locator(".chip__text", has_text="暴露垃圾").click()  # its group is still open
    send_report(worker)


def set_in_use(admin, category: str, is_active: bool) -> None:
    """By the administrator, in the catalogue."""
    admin.goto(f"/admin/incidents/category/?q={category}")
    admin.locator("#result_list tbody th a").first.click()
    admin.locator("[name=is_active]").set_checked(is_active)
    admin.locator("[name=_save]").click()
    admin.wait_for_url(re.compile("/category/"))


def test_a_session_ends_in_the_middle_of_a_long_form(browser_page, photo):
    worker = browser_page("worker", "phone")
    filled_in(worker, photos=[photo()])
    expect(worker.locator("[data-place-said]")).to_contain_text("网格")
    worker.context.clear_cookies(name="sessionid")
    worker.get_by_role("button", name="提交上报").click()
    worker.wait_for_url(re.compile("/accounts/login/"))
    expect(worker.get_by_text("重新登录后，待发内容会自动发送")).to_be_visible()
    worker.fill("[name=username]", "worker")
    worker.fill("[name=password]", password())
    worker.click("main form button[type=submit]")
    worker.wait_for_url(re.compile("/patrol/outbox/$"))
    expect(worker.locator(".entry .badge")).to_have_text("已送达")
    worker.locator(".entry a").first.click()
    expect(worker.get_by_role("main")).to_contain_text(RARE)
    expect(worker.locator("main .photos__tile img")).to_have_count(1)


def test_two_desks_reach_for_the_same_incident(browser_page, place):
    worker, station, subcenter = browser_page("worker"), browser_page("station"), browser_page("subcenter")
    matter = reported(worker, place, "两个人同时受理")
    begin(subcenter, matter, "accept", note="分中心直接受理")
    begin(station, matter, "accept")
    finish(station, "accept")
    expect(station.locator(".message--success")).to_be_visible()
    with subcenter.expect_response(lambda answer: answer.request.method == "POST") as answer:
        finish(subcenter, "accept")
    assert answer.value.status == 409
    expect(subcenter.get_by_role("main")).to_contain_text("赵晓敏")
    expect(subcenter.locator("textarea")).to_have_value("分中心直接受理")
    subcenter.get_by_role("link", name="查看该事项").click()
    state_is(subcenter, "已受理")


def test_what_is_not_mine_is_not_there(browser_page, place):
    """A stranger finds nothing, a reader may not act."""
    worker, station, clerk, handler = (browser_page(name) for name in ("worker", "station", "clerk", "handler"))
    matter = reported(worker, place, "与调解窗口无关")
    for person, path, code in [(clerk, matter, "404"), (handler, matter, "404"), (worker, f"{matter}accept/", "403")]:
        person.goto(path)
        expect(person.locator(".alone__code")).to_have_text(code)
        expect(person.get_by_role("link", name="回到工作台")).to_be_visible()
    at_once(station, f"{matter}reject/", reason="经核实不存在")
    worker.goto(matter)
    state_is(worker, "不予受理")
    expect(worker.get_by_role("main")).to_contain_text("经核实不存在")
