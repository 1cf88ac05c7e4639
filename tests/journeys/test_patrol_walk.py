"""A volunteer walks a shift: without a network, with signs good and forged, and with something found on the way."""

import json
import re
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.served import until

from .field import OUTBOX, Phone
from .steps import choose_kind, fill, visit

TODAY = "/patrol/shifts/today/"
SHANGHAI = ZoneInfo("Asia/Shanghai")

# Two points in the volunteer's community, a shift over them that began ten minutes ago, and what their signs say.
PUBLISH = """
import json
from datetime import timedelta
from django.utils.timezone import now
from shapely.geometry import shape
from grids.models import Post
from patrol.models import PatrolPoint, Route, RouteStop
from patrol.points import signs
from patrol.shifts import actions
from shuangliu.accounts.models import User
user, leader = User.objects.get(username="volunteer"), User.objects.get(username="patrol")
community = Post.objects.get(user=user).area
grid = community.children.order_by("key").first()
place = shape(grid.outline).representative_point()
route = Route.objects.create(name={name!r}, area=community, area_key=community.key)
points = []
for n in (1, 2):
    point = PatrolPoint.objects.create(name=f"{name}" + str(n), kind="checkpoint", area=grid, area_key=grid.key,
                                       place="北门路口", longitude=place.x, latitude=place.y)
    RouteStop.objects.create(route=route, point=point, position=n)
    points.append(point)
at = now()
shift = actions.plan(by=leader, at=at, starts_at=at - timedelta(minutes=10), ends_at=at + timedelta(minutes=50),
                     people=[user], route=route)
actions.publish(shift, by=leader, at=at)
print(json.dumps({{"pk": shift.pk, "number": shift.number, "signs": [signs.url(point) for point in points],
                  "longitude": place.x, "latitude": place.y}}))
"""
END = """
from patrol.models import Shift
Shift.objects.filter(pk={pk}).update(state="cancelled", reason="试验结束", watch_at=None)
"""
TOLD = """
import json
from patrol.models import Shift
shift = Shift.objects.get(pk={pk})
rows = shift.check_ins.order_by("made_at").values_list("point__name", "way", "made_at", "is_untimely", "is_far")
print(json.dumps({{"state": shift.state, "visited": shift.visited, "rows": list(rows)}}, default=str))
"""
# The camera of the test sees what SIGN says; Chromium here reads no codes itself.
CAMERA = """
window.sign = "https://elsewhere.cn/shop/";
window.BarcodeDetector = class {
    static async getSupportedFormats() { return ["qr_code"]; }
    async detect() { return [{ rawValue: window.sign }]; }
};
navigator.mediaDevices.getUserMedia = async () => document.createElement("canvas").captureStream();
HTMLMediaElement.prototype.play = async () => {};
"""
IN_COPY = """async (words) => {
    const cache = await caches.open("field-" + document.body.dataset.user);
    return (await (await cache.match("/patrol/shifts/today/"))?.text() ?? "").includes(words);
}"""


@pytest.fixture
def shift(product):
    """`shift["number"]` is walked by the volunteer from ten minutes ago on; nobody is left on it afterwards."""
    name = f"北环{uuid4().hex[:6]}"
    said = json.loads(product.manage("shell", "--no-imports", "-c", PUBLISH.format(name=name)))
    yield {**said, "name": name}
    product.manage("shell", "--no-imports", "-c", END.format(pk=said["pk"]))


@pytest.fixture
def walker(browser_page, product, line, shift) -> Phone:
    """The volunteer's phone at the first point."""
    where = {"longitude": shift["longitude"], "latitude": shift["latitude"]}
    return Phone(browser_page("volunteer", "phone", base_url=line.url, geolocation=where), line, product)


def told(product, shift) -> dict:
    return json.loads(product.manage("shell", "--no-imports", "-c", TOLD.format(pk=shift["pk"])))


def test_check_ins_of_a_time_without_network_arrive_once_with_the_phones_time(walker, shift, product):
    page = walker.page
    walker.is_ready()
    walker.open(TODAY)
    expect(page.get_by_text(shift["number"])).to_be_visible()
    until(lambda: page.evaluate(IN_COPY, shift["number"]), what="the shift is in the copy")
    walker.line.cut()
    first = datetime.now(SHANGHAI).replace(microsecond=0) - timedelta(minutes=7)
    page.clock.set_fixed_time(first)
    walker.open(TODAY)
    page.get_by_role("button", name="到点签到").first.click()
    expect(page.get_by_text("已保存在本机")).to_be_visible()
    expect(page.locator(".step").first).to_contain_text("等待网络")
    second = first + timedelta(minutes=5)
    page.clock.set_fixed_time(second)
    walker.open(shift["signs"][1])
    expect(page.get_by_role("heading", level=1)).to_have_text("已扫描标牌")
    page.get_by_role("button", name="签到", exact=True).click()
    expect(page.get_by_text("已保存在本机")).to_be_visible()
    walker.open("/patrol/here/1-1:forged/")
    page.get_by_role("button", name="签到", exact=True).click()
    expect(page.get_by_text("已保存在本机")).to_be_visible()
    assert walker.states() == ["waiting"] * 3

    walker.line.mend()
    walker.open(OUTBOX)
    until(lambda: sorted(walker.states()) == ["refused", "stored", "stored"], 60, "two have arrived, one is refused")
    expect(page.locator(".entry", has_text="标牌无效")).to_contain_text("请更正")
    said = told(product, shift)
    assert (said["state"], said["visited"]) == ("started", 2)
    assert [(name, way) for name, way, *_ in said["rows"]] == [
        (f"{shift['name']}1", "position"), (f"{shift['name']}2", "sign")]
    assert [datetime.fromisoformat(made_at) for _, _, made_at, *_ in said["rows"]] == [first, second]
    assert not any(untimely or far for *_, untimely, far in said["rows"])
    walker.open(OUTBOX)  # whatever is opened later, nothing goes out again
    expect(page.locator(".entry")).to_have_count(3)
    assert len(told(product, shift)["rows"]) == 2


def test_a_sign_scanned_with_a_network_is_one_tap(walker, shift, product):
    page = walker.page
    walker.open(shift["signs"][0])
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{shift['name']}1")
    page.get_by_role("button", name="签到", exact=True).click()
    page.wait_for_url(re.compile(TODAY))
    expect(page.locator(".step--done")).to_contain_text(f"{shift['name']}1")
    assert told(product, shift)["visited"] == 1


def test_a_sign_held_before_the_camera_opens_itself_and_a_strange_one_does_not(walker, shift):
    page = walker.page
    page.add_init_script(CAMERA)
    walker.open(TODAY)
    page.get_by_role("button", name="扫码签到").click()
    expect(page.get_by_text("这不是本系统的标牌")).to_be_visible()
    assert page.url.endswith(TODAY)
    page.evaluate("path => { window.sign = `https://elsewhere.cn${path}`; }", shift["signs"][0])
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{shift['name']}1")
    assert page.url.startswith(walker.line.url)  # the path alone is followed


def test_something_found_travels_to_the_station_with_its_shift(walker, shift, browser_page, photo):
    page = walker.page
    walker.open(TODAY)
    page.get_by_role("link", name="发现问题").click()
    choose_kind(page, "市容环境", "暴露垃圾")
    words = f"卡口旁杂物堵住通道 {uuid4()}"
    form = page.locator("form[data-finding]")
    fill(form, description=words, photos=[photo()])
    form.locator("[name=point]").select_option(index=1)
    page.get_by_role("button", name="提交上报").click()
    page.wait_for_url(re.compile(r"/incidents/\d+/$"))
    expect(page.get_by_role("main")).to_contain_text(words)
    station = browser_page("station")
    visit(station, page.url.replace(walker.line.url, ""))
    expect(station.get_by_role("main")).to_contain_text(words)
    expect(station.get_by_role("main")).to_contain_text(f"巡防发现：班次 {shift['number']} {shift['name']}1")
