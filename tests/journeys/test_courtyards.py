"""A 三无院落 from the worker's phone to the review: survey with photos, self-government, vote, approval, works,
acceptance."""

import re

from playwright.sync_api import expect

from .steps import begin, do, fill, finish, is_done, state_is, timeline_has

HALF_A_YEAR_LATER = """
from datetime import timedelta
from patrol.courtyards.models import JointAcceptance
for found in JointAcceptance.objects.filter(plan__courtyard={pk}):
    found.inspected_on -= timedelta(days=190)
    found.save()
"""
COLOURS = ("red", "blue", "gold", "teal")
DEFENCES = ("people", "physical", "technical", "fire")


def test_self_government_comes_before_works(browser_page, product, photo):
    worker = browser_page("worker", "phone")
    worker.goto("/patrol/courtyards/new/")
    form = worker.locator("main form[method=post]")
    fill(form, name="纸箱厂宿舍院", address="棠湖西路77号", has_guard="no", has_property_mgmt="no",
         has_organisation="no", households="48", residents="120", people="missing", physical="partly",
         technical="missing", fire="partly", needs="自行车经常被偷", photos_people=photo("门口.jpg"),
         photos_fire=photo("楼道.jpg", "gold"))
    worker.get_by_role("button", name="提交摸排").click()
    worker.wait_for_url(re.compile(r"/patrol/courtyards/\d+/$"))
    yard = worker.url
    expect(worker.locator(".defences img")).to_have_count(2)
    expect(worker.locator("main a[href$='/begin/']")).to_have_count(0)

    station = browser_page("station")
    station.goto(yard)
    expect(station.locator("main a.button--primary")).to_have_text("提名候选人")
    do(station, yard, "propose", people="白建国 13800005551\n罗玉兰\n周福生")
    do(station, yard, "elect", chair="白建国", votes_for="40", votes_against="2")
    expect(station.locator("main")).not_to_contain_text("白建国")
    do(station, yard, "charter", papers=photo("公约.jpg", "olive"), votes_for="38", votes_against="1")
    state_is(station, "已自治")
    do(station, yard, "plan", text="修大门，装路灯。", from_programme="100000", from_residents="4800")
    do(station, yard, "item", kind="gate", what="大门和门禁", source="programme", planned="100000")
    do(station, yard, "vote", votes_for="32", votes_against="9")
    state_is(station, "方案已表决")

    subcenter, county = browser_page("subcenter"), browser_page("county")
    do(subcenter, yard, "endorse")
    do(county, yard, "approve", note="同意，先修大门。")
    do(station, yard, "begin", contractor="蓉城建设公司")
    do(station, yard, "progress", done="100", spent="98000.50", after=photo("新门.jpg", "blue"))
    begin(subcenter, yard, "accept")
    for number, name in enumerate(DEFENCES):
        subcenter.locator(f"[name={name}]").check(force=True)
        subcenter.locator(f"[name=photos_{name}]").set_input_files(photo(f"{name}.jpg", COLOURS[number]))
    finish(subcenter, "accept")
    is_done(subcenter, yard)
    do(station, yard, "settle", kind="self", keeper="院落自管小组", fee="10")
    state_is(station, "长效管理")

    product.manage("shell", "--no-imports", "-c", HALF_A_YEAR_LATER.format(pk=yard.rstrip("/").rpartition("/")[2]))
    do(station, yard, "review", is_kept="yes", note="大门完好", photos=photo("半年后.jpg", "pink"))
    state_is(station, "已回头看")
    timeline_has(station, "登记院落", "登记章程", "批准方案", "联合验收", "登记回头看")

    county.goto("/patrol/courtyards/money/")
    expect(county.locator("main")).to_contain_text("预算 12,000.0 万元")
    do(worker, yard, "relapse", note="大门坏了，没有人值守")
    state_is(worker, "已反弹")
