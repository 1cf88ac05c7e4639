"""What goes wrong on the way: a refusal, an ended session, two tabs, a line that flaps, a server that dies."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from shuangliu.demo.accounts import password
from tests.served import until

from .conftest import sign_in
from .field import NEW, OUTBOX
from .stored import digests_of

BEIJING = {"longitude": 116.397, "latitude": 39.908}


def test_a_refused_report_stays_and_is_corrected(phone, photo):
    words = f"点位在北京 {uuid4()}"
    pictures = [photo("一.jpg"), photo("二.jpg", "olive")]
    phone.is_ready()
    phone.page.context.set_geolocation(BEIJING)
    phone.line.cut()
    phone.report_offline(words, pictures, said="")
    phone.line.mend()
    phone.open(OUTBOX)
    entry = phone.page.locator(".entry")
    expect(entry.locator(".badge")).to_have_text("请更正")
    expect(entry).to_contain_text("远在本")
    assert phone.stored(words) == []

    entry.get_by_role("link", name="打开更正").click()
    form = phone.page.locator("form[data-draft=incident-new]")
    expect(form.locator("[name=description]")).to_have_value(words)
    expect(form.locator("[name=category]:checked")).to_have_count(1)
    expect(form.locator(".photos__tile")).to_have_count(2)
    expect(form.locator(".field--error").first).to_contain_text("远在本")
    phone.page.get_by_role("button", name="移除这张照片").first.click()  # a photo too many
    phone.page.get_by_role("button", name="清除标点").click()
    phone.send()
    phone.page.wait_for_url(re.compile(r"/incidents/\d+/$"))
    expect(phone.page.get_by_text("已送达")).to_be_visible()
    ((_, _, photos),) = phone.stored(words)
    assert photos == digests_of(pictures[1:])
    assert phone.states() == ["stored"]


def test_a_refused_report_can_be_deleted(phone):
    phone.is_ready()
    phone.page.context.set_geolocation(BEIJING)
    phone.open(NEW)
    phone.fill_in("写错了", said="")
    phone.send()
    expect(phone.page.get_by_role("alert")).to_contain_text("远在本")
    expect(phone.page.locator(".unsent:visible")).to_contain_text("1")
    phone.open(OUTBOX)
    phone.page.get_by_role("button", name="删除").click()
    phone.page.get_by_role("dialog").get_by_role("button", name="删除").click()
    expect(phone.page.get_by_text("待发箱是空的")).to_be_visible()
    assert phone.entries() == []


def test_an_ended_session_asks_to_sign_in_and_goes_on(phone, photo):
    words = f"登录已失效 {uuid4()}"
    phone.is_ready()
    phone.open(NEW)
    phone.fill_in(words, [photo()])
    phone.page.context.clear_cookies(name="sessionid")
    phone.send()
    phone.page.wait_for_url(re.compile(OUTBOX.replace("/", ".")))
    phone.page.wait_for_url(re.compile("/accounts/login/"))
    expect(phone.page.get_by_text("重新登录后，待发内容会自动发送")).to_be_visible()
    assert phone.states() == ["waiting"]
    phone.page.fill("[name=username]", "worker")
    phone.page.fill("[name=password]", password())
    phone.page.click("main form button[type=submit]")
    phone.page.wait_for_url(re.compile("/patrol/outbox/"))
    expect(phone.page.locator(".entry .badge")).to_have_text("已送达")
    ((_, _, photos),) = phone.stored(words)
    assert len(photos) == 1


def test_nothing_goes_out_in_the_name_of_the_next_user(phone):
    words = f"别人的手机 {uuid4()}"
    page = phone.page
    phone.is_ready()
    phone.line.cut()
    phone.report_offline(words)
    phone.line.mend()
    page.context.clear_cookies()
    sign_in(page, "station")
    page.goto(OUTBOX)
    expect(page.get_by_text("待发箱是空的")).to_be_visible()
    assert phone.states() == ["waiting"]
    assert page.evaluate("caches.keys().then((names) => names.filter((name) => name.startsWith('field-')).length)") <= 1
    assert phone.stored(words) == []
    page.context.clear_cookies()
    sign_in(page, "worker")
    page.goto(OUTBOX)
    phone.all_sent()
    assert len(phone.stored(words)) == 1


def test_signing_out_with_a_full_outbox_warns(browser_page, line, product):
    from .field import Phone

    page = browser_page(None, "phone", base_url=line.url)
    sign_in(page, "worker")  # a session of its own, since it ends here
    phone = Phone(page, line, product)
    phone.is_ready()
    line.cut()
    phone.report_offline(f"退出前未发送 {uuid4()}")
    page.locator(".top summary").click()
    page.get_by_role("button", name="退出登录").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("还有 1 条未发送")
    dialog.get_by_role("button", name="返回").click()
    assert phone.states() == ["waiting"]
    page.context.route("**/patrol/outbox/token/", lambda route: route.abort())
    line.mend()
    page.locator(".top summary").click()
    page.get_by_role("button", name="退出登录").click()
    page.get_by_role("dialog").get_by_role("button", name="仍要退出").click()
    page.wait_for_url(re.compile("/accounts/login/"))
    assert phone.states() == ["waiting"]
    assert page.evaluate("caches.keys().then((names) => names.filter((name) => name.startsWith('field-')).length)") == 0


def test_two_tabs_send_once(phone):
    words = f"两个标签页 {uuid4()}"
    phone.is_ready()
    phone.line.cut()
    for letter in "甲乙丙":
        phone.report_offline(f"{words} {letter}")
    other = phone.page.context.new_page()
    posts = []
    phone.page.context.on("request", lambda request: posts.append(request.url)
                          if request.method == "POST" and request.url.endswith(NEW) else None)
    phone.line.mend()
    other.goto(OUTBOX)
    phone.open(OUTBOX)
    for page in (phone.page, other, phone.page, other):
        page.evaluate("document.querySelector('[data-outbox-send]').click()")
    phone.all_sent()
    assert len(posts) == 3
    assert [said[-1] for _, said, _ in phone.stored(words)] == ["甲", "乙", "丙"]
    for page in (phone.page, other):
        expect(page.locator(".entry .badge")).to_have_text(["已送达"] * 3)


def test_the_answer_is_lost_on_the_way_back(phone, photo):
    """The server has it and nobody knows: it is sent again, and is the same incident."""
    words = f"回执丢失 {uuid4()}"
    phone.is_ready()
    phone.open(NEW)
    phone.fill_in(words, [photo()])
    lost = []

    def lose(route):
        if route.request.method != "POST" or lost:
            return route.continue_()
        lost.append(route.fetch().status)
        return route.abort()

    phone.page.context.route("**/incidents/new/", lose)
    phone.send()
    expect(phone.page.get_by_text("已保存在本机")).to_be_visible()
    assert lost == [201]
    assert "stored" not in phone.states()
    phone.open(OUTBOX)
    phone.all_sent()
    ((_, _, photos),) = phone.stored(words)
    assert len(photos) == 1


def test_a_flapping_line(phone, photo):
    """Cut again and again in the middle of a photo, each time a little later."""
    words = f"时断时续 {uuid4()}"
    pictures = [photo("一.jpg"), photo("二.jpg", "olive")]
    phone.is_ready()
    phone.line.cut()
    phone.report_offline(words, pictures)
    phone.open(OUTBOX)
    for size in (500, 3_000, 9_000, 15_000):
        phone.line.mend()
        phone.line.cut_after(size)
        phone.page.evaluate("document.querySelector('[data-outbox-send]').click()")
        until(lambda: phone.line.is_cut, what="the line is cut again")
        until(lambda: phone.states() == ["waiting"], what="the phone has noticed")
    phone.line.mend()
    phone.page.evaluate("document.querySelector('[data-outbox-send]').click()")
    phone.all_sent()
    ((_, _, photos),) = phone.stored(words)
    assert photos == digests_of(pictures)


def test_a_slow_line_says_kept_and_then_sent(phone, photo):
    words = f"网速很慢 {uuid4()}"
    phone.is_ready()
    phone.open(NEW)
    phone.fill_in(words, [photo("一.jpg"), photo("二.jpg", "olive")])
    phone.line.slow(2_000)
    phone.send()
    expect(phone.page.get_by_role("button", name="正在")).to_be_visible()
    expect(phone.page.get_by_text("已保存在本机")).to_be_visible(timeout=20_000)
    assert phone.states() == ["sending"]
    phone.line.mend()
    phone.all_sent()
    assert len(phone.stored(words)) == 1


@pytest.fixture
def fragile(product):
    """The product, to be killed; it runs again afterwards."""
    yield product
    if product.process.poll() is not None:
        product.start()


def test_the_server_dies_in_mid_request(phone, fragile, photo):
    words = f"服务器中断 {uuid4()}"
    pictures = [photo("一.jpg"), photo("二.jpg", "olive")]
    phone.is_ready()
    phone.line.slow(4_000)  # long enough to be in the middle
    phone.open(NEW)
    phone.fill_in(words, pictures)
    phone.send()
    until(lambda: phone.states() == ["sending"], what="it is on its way")
    fragile.process.kill()
    fragile.process.wait(60)
    until(lambda: not fragile.processes(), what="all of it is dead")
    until(lambda: phone.states() == ["waiting"], what="the phone has noticed")
    phone.line.mend()
    fragile.start()
    phone.open(OUTBOX)
    phone.all_sent()
    ((_, _, photos),) = phone.stored(words)
    assert photos == digests_of(pictures)
