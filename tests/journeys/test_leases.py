"""A landlord files by phone, the registrar asks for more once, gets it and registers; the certificate is verified by
somebody else, the landlord renews, the tenant leaves."""

import re
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from shuangliu.privacy.id_number import check_digit

from .steps import fill

TODAY = date.today()
LUO, TANG = (first + check_digit(first) for first in ("51019919750520123", "51019919881001264"))
CODES = """
from residents.leases.models import Lease
lease = Lease.objects.numbered({number!r}).get()
print(lease.pk, lease.check_code or "-", lease.parties.get(role="tenant").code)
"""
AREA = "from grids.models import Post; print(Post.objects.get(user__username='registrar').area.code)"
DOOR = """
from residents.models import Dwelling
print(Dwelling.objects.filter(leases=None).select_related("building").order_by("-pk").first().number)
"""


def test_a_lease_is_filed_completed_registered_verified_renewed_and_left(browser_page, photo, product):
    landlord, registrar = browser_page(None, "phone"), browser_page("registrar", "desk")
    number, code = file(landlord, photo, product.manage("shell", "-c", AREA).split()[-1])
    pk, *_rest = product.manage("shell", "-c", CODES.format(number=number)).split()[-3:]
    page = f"/residents/leases/{pk}/"

    act(registrar, page, "need-more", note="请补产权证照片", needs="title")
    look_up(landlord, number, code)
    expect(landlord.locator("main")).to_contain_text("请补产权证照片")
    form = landlord.locator("form[action$='/complete/']")
    fill(form, photos=[photo("c.jpg", "navy")], note="已拍照")
    form.locator("button.button--primary").click()
    expect(landlord.locator(".message--success")).to_be_visible()

    registrar.goto(page + "accept/")
    form = registrar.locator("main form")
    fill(form, dwelling=product.manage("shell", "-c", DOOR).split()[-1])
    for paper in ("contract", "landlord_id", "tenant_id", "title"):
        fill(form, papers=paper)
    form.locator("button.button--primary").click()
    expect(registrar.locator(".badge").first).to_contain_text("已受理备案")
    act(registrar, page, "register")
    expect(registrar.locator(".badge").first).to_contain_text("已登记备案")

    _pk, check_code, tenant_code = product.manage("shell", "-c", CODES.format(number=number)).split()[-3:]
    stranger = browser_page(None, "phone")
    stranger.goto(f"/public/leases/verify/{check_code}/")
    expect(stranger.locator(".message--success")).to_be_visible()
    for secret in ("罗永贵", LUO, TANG):
        expect(stranger.locator("main")).not_to_contain_text(secret)

    landlord.goto("/public/leases/follow/lease/")
    form = landlord.locator("form[action$='/ask/']")
    fill(form, kind="renew", ends_on=(TODAY + timedelta(days=720)).isoformat())
    form.get_by_role("button").last.click()
    expect(landlord.locator(".message--success")).to_be_visible()
    act(registrar, page, "renew")
    expect(registrar.locator(".badge").first).to_contain_text("已续租")

    tenant = browser_page(None, "phone", java_script_enabled=False)
    look_up(tenant, number, tenant_code)
    tenant.get_by_role("button", name="注销我的登记").click()
    expect(tenant.locator("main")).to_contain_text("已终止")
    stranger.reload()
    expect(stranger.locator(".message--warning")).to_be_visible()


def file(page: Page, photo, area: str) -> tuple[str, str]:
    page.goto("/public/leases/")
    page.get_by_role("link", name="租赁备案申报").click()
    form = page.locator("main form[enctype]")
    fill(form, side="landlord", area=area, address="紫荆苑1栋1单元101", floor_area="60", rooms="2", people="2",
         rent="1800", signed_on=(TODAY - timedelta(days=3)).isoformat(),
         starts_on=(TODAY - timedelta(days=1)).isoformat(), ends_on=(TODAY + timedelta(days=355)).isoformat(),
         landlord_name="罗永贵", landlord_number=LUO, landlord_phone="13800138000", tenant0_name="唐秀英",
         tenant0_number=TANG, tenant0_phone="13800138001", photos=[photo(), photo("b.jpg", "olive")])
    form.locator("label[for=id_consent]").last.click()
    form.locator("button.button--primary").click()
    expect(page.locator(".receipt__big")).to_have_count(2)
    number, code = page.locator(".receipt__big").all_inner_texts()
    assert re.fullmatch(r"ZL\d{8}", number)
    return number, code


def look_up(page: Page, number: str, code: str) -> None:
    page.goto("/public/leases/follow/")
    form = page.locator("main form").first
    fill(form, number=number, code=code)
    form.locator("button.button--primary").click()
    expect(page.locator("h1")).to_contain_text(number)


def act(page: Page, lease: str, name: str, **answers) -> None:
    page.goto(f"{lease}{name}/")
    form = page.locator("main form[enctype]")
    fill(form, **answers)
    form.locator(".action-bar button").first.click()
    page.wait_for_url(lease)
