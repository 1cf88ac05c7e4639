"""What is written is what is read, and nothing in it runs."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal

import pytest
from django.utils.timezone import make_aware
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from shuangliu.spreadsheets import Sheet, download, read, write
from shuangliu.spreadsheets.cells import BLANKS, escaped, for_csv, for_file, plain, unescaped

pytestmark = pytest.mark.once

# What a spreadsheet would run, dressed up as attackers do.
ATTACKS = ["=1+1", "+86 13800000000", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "－1", "'=1",
           '=HYPERLINK("http://evil")']
TRIGGERS = set("=+-@\t\r\n＝＋－＠")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def written(kind: str, *rows) -> list[list[str]]:
    file = write([Sheet("表", ["a", "b"], rows)], kind)
    return [texts for _number, texts in read(file)[0]][1:]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_cell_is_a_formula(attack):
    rows = [[attack, "x"]]
    cell = list(csv.reader(io.StringIO(write([Sheet("表", ["a", "b"], rows)], "csv").read().decode("utf-8-sig"))))[1][0]
    assert cell[0] == "'"
    page = load_workbook(write([Sheet("表", ["a", "b"], rows)], "xlsx")).active
    assert page["A2"].data_type == "s"
    assert page["A2"].value[0] == "'"


@given(TEXTS)
def test_no_text_ever_begins_like_a_formula(text):
    assert for_csv(text)[:1] not in TRIGGERS
    assert str(for_file(text))[:1] not in TRIGGERS
    assert unescaped(escaped(text)) == text


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@example(rows=[("\n", "x"), ("\t'=1", "'")])
@given(rows=st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_texts_come_back(kind, rows):
    expected = [[plain(text).strip(BLANKS) for text in row] for row in rows]
    got = [[*row, "", ""][:2] for row in written(kind, *rows)]
    assert got == [row for row in expected if any(row)]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_long_numbers_and_rare_characters_keep_all_they_have(kind):
    assert written(kind, ["510116001001001", 510116198001011234], ["𡐓村", "a\x00b\x0bc"], ["两行\n文字", 3]) == [
        ["510116001001001", "510116198001011234"], ["𡐓村", "abc"], ["两行\n文字", "3"]]


def test_excel_is_told_that_a_code_is_text():
    text = write([Sheet("表", ["code"], [["510116001001001"], [12]])], "csv").read().decode("utf-8-sig")
    assert text.splitlines() == ["code", "510116001001001\t", "12"]
    page = load_workbook(write([Sheet("表", ["code"], [["510116001001001"], [12]])], "xlsx")).active
    assert [page["A2"].data_type, page["A3"].data_type] == ["s", "n"]


def test_what_is_no_text():
    at = make_aware(datetime(2026, 3, 11, 9, 30))
    assert [for_file(value) for value in (None, True, False, Decimal("2.0000"), Decimal("0.5"), at, date(2026, 3, 1))
            ] == ["", "是", "否", 2, 0.5, "2026-03-11 09:30", "2026-03-01"]


def test_excel_reads_the_csv_as_utf8():
    assert write([Sheet("表", ["名称"], [])], "csv").read().startswith(b"\xef\xbb\xbf")


def test_several_sheets():
    sheets = [Sheet("类别", ["a"], [["1"]]), Sheet("规则/一", ["a"], [["2"]])]
    assert load_workbook(write(sheets, "xlsx")).sheetnames == ["类别", "规则一"]
    with pytest.raises(ValueError, match="values to unpack"):
        write(sheets, "csv")


def test_the_download_has_its_chinese_name():
    response = download(write([Sheet("表", ["a"], [])], "csv"), "事件 2026-03-11", "csv")
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''%E4%BA%8B%E4%BB%B6")
    assert response["Cache-Control"] == "private, no-store"
