"""A workbook of several sheets: one is read, the others are named, and another may be chosen."""

import io

import pytest
from django.urls import reverse
from openpyxl import Workbook

from residents.imports import deciding, uploading
from shuangliu.pages.conflict import Conflict
from tests.residents.story import LUO, TANG

from .story import HEADINGS, outcomes

ELDER = ["陈老五", "460100197705084318", "", "棠湖小区1栋1单元101"]


def workbook(**sheets) -> bytes:
    book, file = Workbook(), io.BytesIO()
    book.remove(book.active)
    for title, rows in sheets.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    book.save(file)
    return file.getvalue()


@pytest.fixture
def book() -> bytes:
    return workbook(
        户籍=[[*HEADINGS, "备注"], ["罗永贵", LUO, "13800001234", "4组12号", ""]],
        流动=[["流动人口登记表"], HEADINGS, ["唐秀英", TANG, "", "4组13号"], ELDER], 说明=[["填写说明"]])


@pytest.fixture
def xie(cast, browser):
    return browser(cast.xie)


def test_the_other_sheets_are_named_with_their_rows(office, book, xie, now):
    batch = office.upload(book, name="人口.xlsx")
    assert (batch.sheet, batch.others) == ("户籍", [["流动", 4], ["说明", 1]])
    page = xie.get(reverse("residents:import-check", args=[batch.pk])).content.decode()
    assert "流动" in page
    assert "改读此表" in page


def test_another_sheet_is_read_instead(office, book, cast, xie, now):
    batch = office.upload(book, name="人口.xlsx")
    answer = xie.post(reverse("residents:import-sheet", args=[batch.pk]), {"sheet": "流动"})
    assert answer.status_code == 302
    batch.refresh_from_db()
    assert (batch.sheet, batch.header_row, batch.others) == ("流动", 2, [["户籍", 2], ["说明", 1]])
    assert batch.columns == ["name", "id_number", "phone", "address"]


def test_what_was_decided_of_one_sheet_does_not_pass_to_another(office, book, cast):
    batch = office.check(workbook(甲=[HEADINGS, ELDER], 乙=[HEADINGS, ELDER]), name="a.xlsx")
    deciding.decide(batch, by=cast.xie, at=office.at, decision="card", numbers=[2])
    uploading.choose_sheet(batch, by=cast.xie, at=office.at, sheet="乙")
    assert (batch.state, batch.rows.count(), batch.counts) == ("uploaded", 0, {})


def test_a_sheet_without_names_says_so_and_nothing_changes(office, book, xie, now):
    batch = office.upload(book, name="人口.xlsx")
    answer = xie.post(reverse("residents:import-sheet", args=[batch.pk]), {"sheet": "说明"})
    assert answer.status_code == 422
    assert "姓名" in answer.content.decode()
    batch.refresh_from_db()
    assert batch.sheet == "户籍"


def test_not_once_it_is_carried_out(office, book, cast):
    batch = office.carry(office.check(book, name="人口.xlsx"))
    with pytest.raises(Conflict):
        uploading.choose_sheet(batch, by=cast.xie, at=office.at, sheet="流动")


def test_headings_said_again_are_counted_apart(office, xie, now):
    batch = office.look(["罗永贵", LUO, "13800001234", "4组12号"], HEADINGS, ["唐秀英", TANG, "", "4组12号"],
                        ["合计", "", "2人", ""])
    assert outcomes(batch) == ["new", "new"]
    assert [batch.counts[name] for name in ("rows", "heads", "footers")] == [2, 1, 1]
    page = xie.get(reverse("residents:import-detail", args=[batch.pk])).content.decode()
    assert "1 行重复表头" in page
