"""A registrar brings a table in: refused rows, a decision, the receipt, and back."""

import re

from playwright.sync_api import expect

from shuangliu.privacy.id_number import check_digit
from tests.residents.imports.story import as_xlsx

HEADINGS = ["姓名", "公民身份号码", "联系方式", "现住详址", "民族", "备注"]


def number(serial: int) -> str:
    first17 = f"51019919750520{serial:03}"
    return first17 + check_digit(first17)


def table() -> bytes:
    rows = [[f"游{'一二三四五六'[n]}明", number(101 + n), f"138001380{n:02}", f"试验小区{n + 1}栋2单元501", "汉"]
            for n in range(6)]
    return as_xlsx(["紫东阁社区人口登记表"], HEADINGS, *rows,
                   ["游十明", int(number(300)), "13800138099", "试验小区7栋2单元501", "汉", ""],
                   ["游老五", "510199197705084310", "", "4组12号", "汉", "老卡"], ["合计", "", "", "8"])


def test_a_table_comes_in_and_goes_back(browser_page):
    page = browser_page("registrar", "desk")
    page.goto("/residents/imports/")
    page.get_by_role("link", name="导入表格").first.click()
    page.locator("[name=file]").set_input_files(
        {"name": "人口登记表.xlsx", "mimeType": "application/octet-stream", "buffer": table()})
    page.get_by_role("button", name="上传并确认各列").click()
    page.wait_for_url(re.compile(r"/check/$"))
    expect(page.get_by_text("不收集民族信息")).to_be_visible()
    page.get_by_role("button", name="逐行核对").click()
    page.wait_for_url(re.compile(r"/imports/\d+/$"))
    # The page shows itself anew when the worker is ready.
    expect(page.get_by_role("button", name="执行导入")).to_be_visible(timeout=60_000)
    page.locator(".tabs__link", has_text="拒绝").click()
    expect(page.get_by_text("身份证号末三位被 Excel 清零").last).to_be_visible()
    page.locator(".tabs__link", has_text="待处理").click()
    page.locator("input[name=number]").check()
    page.get_by_role("button", name="已核对证件，采用").click()
    expect(page.locator(".message--success")).to_be_visible()
    page.get_by_role("button", name="执行导入").click()
    receipt = page.get_by_text("文件共 8 行 = 新增 7 + 变更 0 + 无变化 0 + 拒收 1 + 未采用 0")
    expect(receipt).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="撤销导入").click()
    page.get_by_role("button", name="确定").click()
    expect(page.get_by_text("移除 7 人")).to_be_visible(timeout=60_000)
