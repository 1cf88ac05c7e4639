"""The registrar's morning: a building, a family, one of them moves, one was there twice."""

import re

from playwright.sync_api import expect

from shuangliu.privacy.id_number import check_digit

from .steps import fill

ESTATE = "清水苑1栋"


def number(first17: str) -> str:
    return first17 + check_digit(first17)


FATHER, MOTHER = number("51012219750520123"), number("51018419771001264")


def find(page, text: str) -> None:
    page.goto("/residents/")
    page.get_by_role("searchbox").fill(text)
    page.get_by_role("button", name="查询").click()


def enter(page, button: str = "登记", **given) -> None:
    fill(page.locator("main form.form"), **given)
    page.get_by_role("button", name=button, exact=True).click()


def test_a_family_is_entered_moved_and_one_was_there_twice(browser_page):
    page = browser_page("registrar", "desk")

    # A building, looked at before its doors are made.
    page.goto("/residents/")
    page.get_by_role("link", name="登记楼栋").click()
    fill(page.locator("main form.form"), name=ESTATE, units="1-2", floors="1-6", rooms="01-04")
    page.locator("[name=area]").select_option(index=1)
    page.get_by_role("button", name="预览").click()
    expect(page.locator("main")).to_contain_text("将录入 48 套房屋")
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.get_by_text("已登记，共 48 套房屋。")).to_be_visible()
    page.get_by_role("link", name="501").first.click()
    dwelling = page.url

    # The family: the number says birthday and sex while it is typed.
    page.get_by_role("link", name="在此登记居民").click()
    page.locator("[name=id_number]").fill(FATHER)
    expect(page.get_by_text("出生日期 1975-05-20，男。")).to_be_visible()
    enter(page, "登记，并继续登记同住人", name="罗建军", phone="13800001234", kind="registered")
    expect(page.locator("[name=dwelling]")).to_have_value(f"{ESTATE}1单元501")
    enter(page, id_number=MOTHER, name="唐秀英")
    expect(page.get_by_role("heading", name="唐**").first).to_be_visible()

    # They are a household, he is its head.
    page.goto(dwelling)
    page.get_by_role("link", name="立户").click()
    page.locator("label", has_text="罗**").click()
    page.get_by_role("button", name="立户").click()
    page.get_by_role("link", name="添加成员").click()
    page.locator("[name=person]").select_option(index=1)
    page.locator("[name=relation]").select_option("1")
    page.get_by_role("button", name="添加成员").click()
    expect(page.locator("tbody tr")).to_have_count(2)

    # She moves to the next staircase; the household stays one, and says that she lives apart.
    find(page, "唐秀英")
    page.get_by_role("link", name="迁入").click()
    fill(page.locator("main form.form"), dwelling=f"{ESTATE}2-101")
    page.get_by_role("button", name="迁入").click()
    expect(page.locator("main .tag", has_text="人户分离")).to_be_visible()

    # He is entered once more, by his phone alone: a human decides.
    page.goto("/residents/people/register/")
    enter(page, name="罗建军", phone="13800001234", dwelling=f"{ESTATE}2单元102", kind="registered")
    page.get_by_role("link", name="对比", exact=True).click()
    page.get_by_label("判断依据").fill("已核对身份证原件")
    page.get_by_role("button", name="合并两条记录").click()
    expect(page.get_by_text("已合并。")).to_be_visible()
    find(page, "13800001234")
    expect(page).to_have_url(re.compile(r"/residents/people/\d+/$"))
    page.get_by_role("button", name="撤销合并", exact=True).click()
    page.get_by_role("button", name="确定").click()
    expect(page.get_by_text("恢复为两人")).to_be_visible()
    find(page, "13800001234")
    expect(page.locator("tbody tr")).to_have_count(2)

    # The same number again says who has it, and offers to move them.
    page.goto("/residents/people/register/")
    enter(page, id_number=FATHER, name="罗建军", dwelling=f"{ESTATE}2单元601", kind="registered")
    expect(page.get_by_text("一人只登一次").first).to_be_visible()
    page.get_by_role("button", name="迁入此处").click()
    expect(page.get_by_text("已从原住处迁入")).to_be_visible()
    assert FATHER not in page.content()
    assert "罗建军" not in page.content()
