"""The patrol leader makes a route, plans a week from a template and publishes it; a volunteer asks for a swap on the
phone, a grid worker agrees, the leader grants, and the roster changes."""

import re

from playwright.sync_api import Page, expect

from .steps import fill

WORKER, VOLUNTEER = (f"from grids.models import Post; print(Post.objects.get(user__username='{name}').user_id)"
                     for name in ("worker", "volunteer"))
NEXT = """
from datetime import timedelta
from django.utils.timezone import localdate
from patrol.roster.weeks import Week
print(Week.of(localdate() + timedelta(days=28)))
"""


def test_a_week_from_route_to_granted_swap(browser_page, product):
    worker, volunteer, week = (product.manage("shell", "-c", text).split()[-1] for text in (WORKER, VOLUNTEER, NEXT))
    leader = browser_page("patrol", "desk")
    make_route(leader)
    template = make_template(leader, volunteer)

    leader.goto(f"/patrol/roster/fill/?week={week}&source={template}")
    expect(leader.locator("main")).to_contain_text("将排入")
    leader.get_by_role("button", name="排入这些班次").click()
    expect(leader.locator(".message--success")).to_contain_text("已排 1 个班次")
    leader.get_by_role("button", name="发布本周").click()
    leader.get_by_role("dialog").get_by_role("button", name="确定").click()
    expect(leader.locator(".message--success")).to_be_visible()
    shift = leader.locator(".roster__shift").first.get_attribute("href")

    phone = browser_page("volunteer", "phone")
    phone.goto(shift)
    phone.get_by_role("link", name="申请换班").click()
    fill(phone.locator("main form"), taker=worker, reason="家中有事")
    phone.locator("main form button.button--primary").click()
    expect(phone.locator(".message--success")).to_be_visible()
    swap = phone.url

    other = browser_page("worker", "phone")
    other.goto(swap)
    other.get_by_role("button", name="同意代班", exact=True).click()
    expect(other.locator(".badge").first).to_contain_text("待批准")

    leader.goto(swap)
    leader.get_by_role("button", name="批准换班", exact=True).click()
    expect(leader.locator(".message--success")).to_be_visible()
    leader.goto(f"/patrol/roster/?week={week}")
    expect(leader.locator(".roster__people").first).to_contain_text("刘洪波")
    expect(leader.locator(".roster__people").first).not_to_contain_text("曾素珍")
    other.goto(shift)
    expect(other.locator("main")).to_contain_text("刘洪波")


def make_route(page: Page) -> None:
    page.goto("/patrol/routes/new/")
    form = page.locator("main form")
    fill(form, name="滨河夜巡线")
    form.locator("button.button--primary").click()
    for _point in range(3):
        page.get_by_role("button", name="加入点位").click()
        page.wait_for_load_state()
    expect(page.locator(".stop")).to_have_count(3)
    last = page.locator(".stop__name strong").last.inner_text()
    page.get_by_role("button", name=f"{last}：上移一位").click()
    expect(page.locator(".stop__name strong").nth(1)).to_have_text(last)
    expect(page.locator(".map path.leaflet-interactive").first).to_be_visible()


def make_template(page: Page, volunteer: str) -> str:
    page.goto("/patrol/roster/templates/new/")
    form = page.locator("main form")
    fill(form, name="夜巡周")
    form.locator("button.button--primary").click()
    form = page.locator("form[action$='/add/']")
    route = form.locator("[name=route] option", has_text="滨河夜巡线").get_attribute("value")
    fill(form, route=route, weekdays="3", starts="19:30", ends="21:30", people=volunteer)
    form.locator(".buttons button").click()
    expect(page.locator(".message--success")).to_be_visible()
    return re.search(r"/templates/(\d+)/", page.url)[1]
