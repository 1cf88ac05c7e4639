"""Whatever people upload: read when it is a table, refused with advice when it is not."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from shuangliu.spreadsheets import Heading, Sheet, Unreadable, read, records, write
from shuangliu.spreadsheets import reading as module

pytestmark = pytest.mark.once

HEADINGS = [Heading("code", "代码", is_required=True), Heading("name", "名称")]


def xlsx(*rows) -> io.BytesIO:
    book, file = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return io.BytesIO(file.getvalue())


def found(content: bytes, name: str = "类别.csv") -> list[dict]:
    return [row for _number, row in records(read(io.BytesIO(content), name=name)[0], HEADINGS)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_as_offices_save_it(encoding):
    assert found("代码,名称\r\nE01,市容•环境㮾\r\n".encode(encoding)) == [{"code": "E01", "name": "市容•环境㮾"}]


@pytest.mark.parametrize("line", ["代码,名称", "Ｃｏｄｅ,name", "code*,名称（必填）", "代码;名称", "代码\t名称"])
def test_headings_in_either_language(line):
    separator = next(sign for sign in ",;\t" if sign in line)
    assert found(f"{line}\nE01{separator}市容\n".encode()) == [{"code": "E01", "name": "市容"}]


def test_a_title_above_and_columns_in_another_order():
    content = "双流区事件类别表\n,填表日期\n名称,备注,代码\n市容,x,E01\n".encode()
    assert found(content) == [{"name": "市容", "code": "E01"}]


def test_rows_keep_the_numbers_of_the_file():
    grid = read(io.BytesIO("代码,名称\n\n,\nE01,市容\n".encode()))[0]
    assert [number for number, _row in records(grid, HEADINGS)] == [4]


def test_a_missing_column_is_named():
    with pytest.raises(Unreadable, match="代码"):
        found("名称\n市容\n".encode())


def test_numbers_of_a_workbook_become_texts():
    grid = read(xlsx(["代码", "名称"], [510116, 1.5], [True, None]))[0]
    assert [texts for _n, texts in grid][1:] == [["510116", "1.5"], ["是"]]


def test_an_id_number_that_lost_its_end_is_refused():
    with pytest.raises(Unreadable, match="第 2 行"):
        read(xlsx(["证件"], [510122198001011234]))


def test_formulas_are_not_read():
    grid = read(xlsx(["代码", "名称"], ["E01", "=1+1"]))[0]
    assert grid.rows[1][1] == ["E01"]


def test_a_used_range_larger_than_the_data():
    book, file = Workbook(), io.BytesIO()
    book.active.append(["代码"])
    book.active.cell(2, 1, "E01")
    book.active.cell(60_000, 1, "远")
    book.save(file)
    grid = read(io.BytesIO(file.getvalue()))[0]
    assert [texts for _n, texts in grid] == [["代码"], ["E01"]]


@pytest.mark.parametrize(("content", "said"), [
    (b"", "空"), (b" \n", "空"),
    (b"\xd0\xcf\x11\xe0" + b"x" * 100, ".xlsx"),
    (b"<html><table></table></html>", "网页"),
    ("代码,名称\n".encode() + b"Yaound\xe9,x\n\xff\xff", "行"),
    ("代码,名称".encode("utf-16"), ".xlsx"), (b"a,\0b", "csv"),
    (b"PK\x03\x04" + b"rubbish" * 10, "损坏"),
])
def test_what_is_no_table_is_refused_with_advice(content, said):
    with pytest.raises(Unreadable, match=said):
        read(io.BytesIO(content), name="表.xls")


def test_an_xlsx_with_the_wrong_ending_is_read():
    assert read(xlsx(["代码"], ["E01"]), name="类别 .xls")[0].rows[1][1] == ["E01"]


def test_too_many_rows_and_too_many_bytes(monkeypatch):
    with pytest.raises(Unreadable, match="2 行"):
        read(io.BytesIO(b"a\n1\n2\n3\n"), most_rows=2)
    monkeypatch.setattr(module, "MOST_BYTES", 1024)
    with pytest.raises(Unreadable, match="MB"):
        read(io.BytesIO(b"a" * 1025))


def packed(**parts: bytes) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return io.BytesIO(file.getvalue())


def test_a_zip_bomb_is_refused_unopened():
    with pytest.raises(Unreadable, match="超出限制"):
        read(packed(**{"xl/workbook.xml": b"0" * (module.MOST_UNPACKED + 1)}))
    with pytest.raises(Unreadable, match="超出限制"):
        read(packed(**{f"part{n}": b"" for n in range(module.MOST_PARTS + 1)}))


def test_entities_are_refused():
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'
    with pytest.raises(Unreadable):
        read(packed(**{"xl/workbook.xml": laughs}))


@given(st.binary(max_size=300))
def test_no_file_makes_it_fall_over(rest):
    good = write([Sheet("表", ["a"], [["1"]])], "xlsx").read()
    for content in (rest, b"PK\x03\x04" + rest, good[:len(good) // 2] + rest, good[:200] + rest + good[200:]):
        with suppress(Unreadable):
            read(io.BytesIO(content))


def test_our_own_workbook_opens_in_excel_terms():
    book = load_workbook(write([Sheet("表", ["a"], [["1"]])], "xlsx"))
    assert (book.active.freeze_panes, book.active["A1"].font.bold) == ("A2", True)
