"""No network: the app opens, what is written is kept, and with the network it arrives, once, with its photos."""

import re
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.attachments import images

from .field import DAY, NEW, NOTE, OUTBOX
from .stored import digests_of


def test_it_opens_offline_after_one_visit(phone):
    phone.is_ready()
    phone.line.cut()
    for path, heading in [(DAY, "今日工作"), (NEW, "上报事件"), (NOTE, "写记录"), (OUTBOX, "待发箱")]:
        phone.open(path)
        expect(phone.page.get_by_role("heading", level=1)).to_have_text(heading)
        expect(phone.page.get_by_text("本页内容截至")).to_be_visible()
    phone.open(NEW)
    assert phone.page.locator(".leaflet-interactive").count(), "outlines are kept"
    phone.open("/incidents/")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("当前没有网络")
    phone.page.get_by_role("link", name="待发箱").click()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("待发箱")


def test_a_report_of_a_time_without_network_arrives_once_with_its_photos(phone, photo):
    words = f"断网时的上报 {uuid4()}"
    pictures = [photo("一.jpg"), photo("二.jpg", "olive")]
    phone.is_ready()
    phone.line.cut()
    phone.report_offline(words, pictures)
    assert phone.states() == ["waiting"]
    expect(phone.page.locator("[name=description]")).to_have_value("")  # ready for the next one
    expect(phone.page.locator(".unsent:visible")).to_contain_text("1")
    phone.open(OUTBOX)
    expect(phone.page.locator(".entry")).to_contain_text(words)
    expect(phone.page.locator(".entry .badge")).to_have_text("等待网络")
    expect(phone.page.locator(".entry")).not_to_contain_text("已送达")

    phone.line.mend()
    phone.page.get_by_role("button", name="立即发送").click()
    expect(phone.page.locator(".entry .badge")).to_have_text("已送达")
    expect(phone.page.locator(".entry a").first).to_have_text(re.compile(r"SJ\d{8}"))
    (incident,) = phone.stored(words)
    assert incident[2] == digests_of(pictures)
    assert phone.entries()[0]["photos"] == 0  # the phone need keep nothing more


def test_what_arrives_late_says_when_it_was_written(phone):
    phone.is_ready()
    phone.line.cut()
    written = datetime.now(ZoneInfo("Asia/Shanghai")) - timedelta(hours=2)
    phone.page.clock.set_fixed_time(written)
    phone.report_offline(f"两小时前填写 {uuid4()}")
    phone.line.mend()
    phone.open(OUTBOX)
    expect(phone.page.locator(".entry .badge")).to_have_text("已送达")
    phone.page.locator(".entry a").first.click()
    expect(phone.page.get_by_role("main")).to_contain_text(f"{written:%Y-%m-%d %H:%M} 填写")


def test_it_sends_by_itself_when_the_network_is_back(phone):
    words = f"自动补发 {uuid4()}"
    phone.is_ready()
    phone.line.cut()
    phone.page.context.set_offline(True)
    phone.report_offline(words)
    phone.line.mend()
    phone.page.context.set_offline(False)  # the browser says "online"
    phone.all_sent()
    assert len(phone.stored(words)) == 1


def test_two_reports_of_one_copy_are_two(phone):
    """The copy of a page has one number for everything written on it; the phone gives each its own."""
    words = f"同一页面两次上报 {uuid4()}"
    phone.is_ready()
    phone.line.cut()
    phone.report_offline(f"{words} 甲")
    phone.report_offline(f"{words} 乙")
    phone.open(NEW)
    phone.fill_in(f"{words} 丙")
    phone.send()
    expect(phone.page.get_by_text("已保存在本机")).to_be_visible()
    phone.fill_in(f"{words} 丁")
    phone.send()
    expect(phone.page.locator(".unsent:visible")).to_contain_text("4")
    phone.line.mend()
    phone.open(OUTBOX)
    phone.all_sent()
    assert [said.split()[-1] for _, said, _ in phone.stored(words)] == ["甲", "乙", "丙", "丁"]


def test_what_is_incomplete_is_said_at_once(phone):
    phone.is_ready()
    phone.line.cut()
    phone.open(NEW)
    phone.page.fill("[name=description]", "没有选类别")
    phone.send()
    expect(phone.page.locator(".field--error").first).to_contain_text("请填写此项")
    assert phone.entries() == []
    expect(phone.page.locator("[name=description]")).to_have_value("没有选类别")


def test_a_note_goes_the_same_way(phone):
    words = f"巡查楼道 {uuid4()}"
    phone.is_ready()
    phone.line.cut()
    phone.open(NOTE)
    phone.page.get_by_text("入户走访", exact=True).click()
    phone.page.get_by_text("安全检查", exact=True).click()
    phone.page.fill("[name=text]", words)
    phone.page.get_by_role("button", name="提交记录").click()
    expect(phone.page.get_by_text("已保存在本机")).to_be_visible()
    phone.line.mend()
    phone.open(OUTBOX)
    expect(phone.page.locator(".entry .badge")).to_have_text("已送达")
    phone.open(DAY)
    expect(phone.page.get_by_text(words)).to_be_visible()


def test_a_page_of_the_wifi_is_no_receipt(phone, photo):
    """Hotels and trains answer everything with 200 and a page of their own."""
    words = f"上网认证页 {uuid4()}"
    phone.is_ready()
    phone.line.cut()
    phone.report_offline(words, [photo()])
    phone.line.mend()
    portal = phone.page.context

    def answer(route):
        if route.request.method == "POST" or "token" in route.request.url:
            return route.fulfill(status=200, content_type="text/html", body="<p>Wi-Fi")
        return route.continue_()

    portal.route("**/patrol/outbox/token/", answer)
    phone.open(OUTBOX)
    phone.page.get_by_role("button", name="立即发送").click()
    expect(phone.page.locator(".entry .badge")).to_have_text("等待网络")
    portal.unroute("**/patrol/outbox/token/")
    portal.route("**/incidents/new/", answer)
    phone.page.get_by_role("button", name="立即发送").click()
    expect(phone.page.locator(".entry .badge")).to_have_text("等待网络")
    portal.unroute("**/incidents/new/")
    phone.page.get_by_role("button", name="立即发送").click()
    phone.all_sent()
    ((_, _, photos),) = phone.stored(words)
    assert photos == digests_of([{"name": "现场.jpg", "buffer": images.photo().read()}])


def test_settled_on_the_spot_without_a_network(phone, photo):
    words = f"当场清扫 {uuid4()}"
    phone.is_ready()
    phone.line.cut()
    phone.open(NEW)
    phone.fill_in(words)
    phone.page.get_by_text("已当场处置").click()
    phone.page.set_input_files("[name=before]", [photo("前.jpg", "olive")])
    phone.send()
    expect(phone.page.locator(".field--error")).to_have_count(2)  # what was done, and the photo after, are missing
    assert phone.entries() == []
    phone.page.set_input_files("[name=after]", [photo("后.jpg")])
    phone.page.fill("[name=reply]", "已清扫干净")
    phone.send()
    expect(phone.page.get_by_text("已保存在本机")).to_be_visible()
    expect(phone.page.locator("[name=before]")).to_be_hidden()
    phone.line.mend()
    phone.open(OUTBOX)
    expect(phone.page.locator(".entry .badge")).to_have_text("已送达")
    phone.page.locator(".entry a").first.click()
    expect(phone.page.get_by_role("main")).to_contain_text("已清扫干净")
    expect(phone.page.locator("main .photos__tile img")).to_have_count(2)
