"""A resident asks on the portal for a copy of their data; the registrar checks who they are at the counter, the
security administrator grants it, and the resident fetches the copy with number, code and the word from the counter."""

import io
import json
import re
import zipfile

import pytest
from playwright.sync_api import Page, expect

from .steps import fill

# Somebody of the register in the community of the tour.
SOMEBODY = """
import json
from grids.models import Post
from residents.models import Person
area = Post.objects.get(user__username="registrar").area
person = Person.objects.filter(area_key__gte=area.low, area_key__lt=area.high, merged_into=None).exclude(
    id_hash="").order_by("-id").first()
print(json.dumps({"name": person.name, "number": person.id_number, "community": area.code}))
"""


@pytest.mark.parametrize("device", ["phone", "desk"])
def test_a_resident_gets_a_copy_of_what_is_kept(browser_page, product, device):
    luo = json.loads(product.manage("shell", "--no-imports", "-c", SOMEBODY))
    resident = browser_page(None, device)
    number, code = ask(resident, luo)

    registrar = browser_page("registrar", "desk")
    matter = open_by_number(registrar, number)
    expect(registrar.locator("main")).to_contain_text("尚未核实身份")
    registrar.goto(f"{matter}identify/")
    form = registrar.locator("main form.form")
    fill(form, name=luo["name"], id_number="510116")
    form.locator("button.button--primary").click()
    expect(registrar.locator("main [role=alert]")).to_be_visible()  # the number is refused, the name stays
    form = registrar.locator("main form.form")
    expect(form.locator("[name=name]")).to_have_value(luo["name"])
    form.locator("[name=id_number]").fill(luo["number"])
    form.locator("[name=was_seen]").check()
    form.locator("button.button--primary").click()
    registrar.wait_for_url(matter)
    expect(registrar.locator("main")).not_to_contain_text(luo["number"])
    expect(registrar.locator("main .deeds a[href$='/grant/']")).to_have_count(0)  # not for who checked the identity

    admin = browser_page("security", "desk")
    admin.goto("/subjects/")
    admin.locator(f"a[href='{matter}']").click()
    expect(admin.locator("main")).to_contain_text("人口登记")
    expect(admin.locator("main")).not_to_contain_text(luo["name"])
    admin.goto(f"{matter}grant/")
    admin.locator("main form.form button.button--primary").click()
    admin.wait_for_url(matter)
    expect(admin.locator("main")).to_contain_text("可下载至")

    registrar.goto(matter)
    registrar.get_by_role("button", name="发放副本口令").click()
    word = registrar.locator("[data-word]").inner_text()
    registrar.goto(f"{matter}answer/")
    registrar.locator("main form.form button.button--primary").click()
    registrar.wait_for_url(matter)

    look_up(resident, number, code)
    expect(resident.locator("main")).to_contain_text("已答复")
    resident.locator("[name=word]").fill("wrong")
    resident.get_by_role("button", name="打开副本").click()
    expect(resident.locator("main")).to_contain_text("口令不正确")
    resident.locator("[name=word]").fill(word)
    resident.get_by_role("button", name="打开副本").click()
    with resident.expect_download() as download:
        resident.get_by_role("button", name="下载副本").click()
    told = copied(download.value.path())
    assert luo["number"] in told
    assert luo["name"] in told
    registrar.goto(matter)
    expect(registrar.locator("main")).to_contain_text("已下载 1 次")


def ask(page: Page, luo: dict) -> tuple[str, str]:
    """The form without a phone is refused and loses nothing; number and code stand on the page that follows."""
    page.goto("/public/privacy/ask/")
    form = page.locator("main form.form")
    fill(form, kind="access", area=luo["community"], text="想看看登记了什么。")
    form.locator("button.button--primary").click()
    form = page.locator("main form.form")
    expect(form.locator("[name=text]")).to_have_value("想看看登记了什么。")
    fill(form, phone="13900139000")
    form.locator("button.button--primary").click()
    page.wait_for_url("**/privacy/requests/one/")
    text = page.locator("main").inner_text()
    number = re.search(r"QL\d{6}", text)[0]
    code = page.locator("main dl.facts strong").inner_text()
    page.locator("form[action$='/leave/'] button").click()
    return number, code


def look_up(page: Page, number: str, code: str) -> None:
    page.goto("/public/privacy/requests/")
    fill(page.locator("main form.form"), number=number, code=code)
    page.locator("main form.form button.button--primary").click()
    page.wait_for_url("**/privacy/requests/one/")


def open_by_number(page: Page, number: str) -> str:
    page.goto("/subjects/?tab=open")
    row = page.locator("tr", has_text=number).locator("a.cell-title__link")
    matter = row.get_attribute("href")
    row.click()
    page.wait_for_url(matter)
    return matter


def copied(path) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as bundle:
        assert bundle.read("个人信息副本.pdf").startswith(b"%PDF")
        return bundle.read("个人信息副本.json").decode()
