"""A resident applies on a phone, the community sees the card, the leader calls up; answered at the portal, hours
verified, the certificate taken and verified by somebody else, withdrawn."""

import re
from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from shuangliu.privacy.id_number import check_digit

from .steps import fill

NUMBER = "51019919900307217"
WHO = """
from patrol.models import Volunteer
one = Volunteer.objects.numbered({number!r}).get()
made = one.certificates.first()
print(one.pk, made.check_code if made else "-")
"""
AREA = "from grids.models import Post; print(Post.objects.get(user__username='station').area.code)"
BEGUN = """
from datetime import timedelta
from patrol.models import CallUp
call_up = CallUp.objects.get(pk={pk})
call_up.starts_at -= timedelta(days=1)
call_up.save()
"""


def test_applied_seen_called_up_served_certified_and_withdrawn(browser_page, product):
    resident, station, leader = browser_page(None, "phone"), browser_page("station", "desk"), browser_page(
        "patrol", "desk")
    number, code = apply(resident, product.manage("shell", "-c", AREA).split()[-1])
    pk = product.manage("shell", "-c", WHO.format(number=number)).split()[-2]
    page = f"/patrol/volunteers/{pk}/"

    station.goto("/patrol/volunteers/?tab=waiting")
    expect(station.locator("main")).to_contain_text(number)
    expect(station.locator("main")).not_to_contain_text("苏晓梅")
    act(station, page, "verify", seen="on")
    act(station, page, "activate")
    expect(station.locator(".badge").first).to_contain_text("在岗")

    call_up = call(leader, product.manage("shell", "-c", AREA).split()[-1])
    look_up(resident, number, code)
    form = resident.locator("form[action*='/answer/']").filter(has_text="夏夜纳凉晚会")
    form.locator("button[value='yes']").click()
    expect(resident.locator(".message--success")).to_be_visible()

    leader.goto(f"/patrol/call-ups/{call_up}/")
    row = leader.locator("main li", has=leader.locator(f"a[href='{page}']"))
    expect(row.locator(".badge")).to_contain_text("到场")
    product.manage("shell", "-c", BEGUN.format(pk=call_up))
    leader.goto(f"/patrol/call-ups/{call_up}/hours/")
    leader.locator(f"[name='hours_{pk}']").fill("2.5")
    leader.locator("main form button.button--primary").click()
    expect(leader.locator(".message--success")).to_be_visible()

    look_up(resident, number, code)
    with resident.expect_download() as paper:
        resident.get_by_role("button", name="下载服务证明").click()
    assert paper.value.suggested_filename.startswith("ZYZM")
    check_code = product.manage("shell", "-c", WHO.format(number=number)).split()[-1]
    stranger = browser_page(None, "phone")
    stranger.goto(f"/public/volunteers/verify/{check_code}/")
    expect(stranger.locator(".message--success")).to_be_visible()
    expect(stranger.locator("main")).to_contain_text("2.5")
    expect(stranger.locator("main")).not_to_contain_text("苏晓梅")

    resident.locator("summary", has_text="退出志愿服务").click()
    form = resident.locator("form[action$='/withdraw/']")
    resident.locator("label[for='id_sure']").last.click()
    form.locator("button.button--danger").click()
    expect(resident.locator("main")).to_contain_text("已退出")
    station.goto(page)
    expect(station.locator(".badge").first).to_contain_text("已退出")


def apply(page: Page, area: str) -> tuple[str, str]:
    page.goto("/public/volunteers/")
    page.get_by_role("link", name=re.compile("我要报名")).click()
    form = page.locator("main form")
    fill(form, area=area, name="苏晓梅", id_number=NUMBER + check_digit(NUMBER), phone="13800138321")
    for name, value in (("services", "security"), ("skills", "first_aid"), ("times", "weekends")):
        fill(form, **{name: value})
    page.locator("label[for='id_consent']").last.click()
    form.locator("button.button--primary").click()
    page.wait_for_url("**/apply/done/")
    number, code = page.locator(".receipt__big").all_text_contents()
    return number, code


def look_up(page: Page, number: str, code: str) -> None:
    page.goto("/public/volunteers/follow/")
    fill(page.locator("main form"), number=number, code=code)
    page.locator("main form button.button--primary").click()
    page.wait_for_url("**/follow/own/")


def act(page: Page, matter: str, name: str, **answers) -> None:
    page.goto(f"{matter}{name}/")
    for field in answers:
        page.locator(f"label[for='id_{field}']").last.click()
    page.locator("main form .action-bar button").first.click()
    expect(page.locator(".message--success")).to_be_visible()


def call(page: Page, area: str) -> str:
    page.goto("/patrol/call-ups/new/")
    begins = datetime.now() + timedelta(hours=3)
    fill(page.locator("main form"), title="夏夜纳凉晚会", task="order", area=area, place="文化广场", needed="3",
         starts_at=f"{begins:%Y-%m-%dT%H:%M}", ends_at=f"{begins + timedelta(hours=2):%Y-%m-%dT%H:%M}")
    page.locator("main form .action-bar button").first.click()
    page.wait_for_url(re.compile(r"/call-ups/\d+/$"))
    return page.url.rstrip("/").split("/")[-1]
