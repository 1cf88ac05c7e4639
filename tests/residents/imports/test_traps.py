"""Each trap of Chinese office tables, in a file of its own making."""

import io
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from grids.models import Area, AreaCode
from residents.imports import deciding, marking
from residents.imports.values import addresses, days, numbers
from residents.models import Dwelling, Person
from shuangliu.privacy.id_number import check_digit
from shuangliu.spreadsheets import Unreadable, open_book
from tests.residents.story import LUO, TANG, with_check_digit

from .story import HEADINGS, as_csv, as_xlsx, codes, outcomes, told

HOME = "棠湖小区3栋2单元501"
REAL_GBK = Path("/work/shared/data/test-only/plain-gbk.csv")


def person(name="罗永贵", number=LUO, phone="", home=HOME):
    return [name, number, phone, home]


def test_01_an_id_number_that_was_a_number_has_lost_its_end(office):
    batch = office.check(as_xlsx(HEADINGS, person(number=int(LUO))), name="人口.xlsx")
    assert outcomes(batch) == ["refused"]
    assert "第 2 行“身份证号”" in told(batch, 2)[0]
    assert "身份证号末三位被 Excel 清零" in told(batch, 2)[0]


@pytest.mark.parametrize("shown", ["5.10122E+17", "4.2E+17", LUO[:15] + "000"])
def test_01_the_same_saved_as_csv(office, shown):
    assert codes(office.look(person(number=shown)))[0] == ["id-numeric"]


def test_01_zeros_that_happen_to_fit_are_looked_at(office):
    """9 % of numbers that Excel has cut pass the check digit."""
    number = next(first17 + "0" for year in range(1930, 2020) for first17 in [f"510122{year}0520100"]
                  if check_digit(first17) == "0")
    batch = office.look(person(number=number))
    assert codes(batch)[0] == ["id-zeros"]
    assert outcomes(batch) == ["suspicious"]


@pytest.mark.parametrize("mark", ["'", "’", "‘", "`"])
def test_02_a_quote_before_the_number(office, mark):
    batch = office.look(person(number=mark + LUO))
    assert outcomes(batch) == ["new"]
    assert batch.rows.get().id_number == LUO


def test_03_fifteen_digits(office, homes):
    luo = homes.register()
    batch = office.look(person(number=LUO[:6] + LUO[8:17]))
    assert batch.rows.get().person_key == luo.pk
    assert outcomes(office.look(person(name="唐大爷", number="510122230520998"))) == ["new"]
    office.carry(office.look(person(name="唐大爷", number="510122230520998")))
    assert Person.objects.get(born_on=date(1823, 5, 20)).number_as_shown == "510122230520998"


@pytest.mark.parametrize("last", ["x", "Ｘ", "ｘ", "×"])
def test_04_every_x_is_an_x(office, last):
    number = "11010519491231002"
    assert office.look(person(number=number + last)).rows.get().id_number == number + "X"


@pytest.mark.parametrize("last", ["Х", "х"])
def test_04_but_a_cyrillic_one(office, last):
    batch = office.look(person(number="11010519491231002" + last))
    assert outcomes(batch) == ["refused"]
    assert "西里尔" in told(batch, 2)[0]


@pytest.mark.parametrize("elder", ["460100197705084318", "460021196408105120"])
def test_05_an_old_card_that_fails_its_check_digit(office, cast, elder):
    batch = office.look(person(name="陈老五", number=elder))
    assert codes(batch) == [["check-digit"]]
    deciding.decide(batch, by=cast.xie, at=office.at, decision="card", numbers=[2])
    office.carry(batch)
    assert Person.objects.get().is_number_confirmed


def test_05_a_county_that_is_no_more_is_a_county(office):
    assert LUO.startswith("510122")
    assert outcomes(office.look(person())) == ["new"]


def test_06_october(office):
    assert TANG[10:12] == "10"
    batch = office.look(person(name="唐秀英", number=TANG))
    assert batch.rows.get().born_on.month == 10


def test_07_blanks_of_every_kind(office):
    batch = office.look(["\u3000罗永贵\u00a0", f" {LUO}\n", "\u200b13800001234 ", f"\n\t{HOME}\u3000"])
    row = batch.rows.get()
    assert (row.outcome, row.name, row.phone, row.building) == ("new", "罗永贵", "13800001234", "棠湖小区3栋")


def test_08_texts_and_dates_in_one_column(office):
    headings = ["姓名", "出生日期", "电话", "住址", "入住日期"]
    batch = office.check(as_xlsx(
        headings, ["甲某某", "1975-05-20", "13800000001", HOME, "2019/8/19 11:34:04"],
        ["乙某某", datetime(1975, 5, 20), "13800000002", HOME, datetime(2019, 8, 19, 11, 34)],
        ["丙某某", date(1975, 5, 20), "13800000003", HOME, "2018/4/24"]), name="a.xlsx")
    rows = list(batch.rows.order_by("number"))
    assert {row.born_on for row in rows} == {date(1975, 5, 20)}
    assert [row.since for row in rows] == [date(2019, 8, 19), date(2019, 8, 19), date(2018, 4, 24)]


@pytest.mark.parametrize("written", ["2015.8.1", "2015年8月1日", "20150801", "2015-8-1", "42217", 42217, 42217.5,
                                     "二〇一五年八月一日", "二○一五年八月一日"])
def test_09_every_way_to_write_a_day(written):
    assert days.day(written) == (date(2015, 8, 1), "")


def test_09_serials_of_an_old_mac():
    assert days.day(40755, is_1904=True) == (date(2015, 8, 1), "")


@pytest.mark.parametrize(("born", "code"), [
    ("2015-8", "born-month"), ("1975年5月", "born-month"), ("1975", "born-month"),
    ("1975-02-30", "born-unreadable"), ("去年", "born-unreadable")])
def test_09_a_month_is_no_birthday(office, born, code):
    batch = office.look(["罗永贵", born, "13800001234", HOME], headings=["姓名", "出生日期", "电话", "住址"])
    assert codes(batch) == [[code]]
    assert "第 2 行“出生日期”" in told(batch, 2)[0]


def test_10_a_used_range_larger_than_the_data(office):
    def far(page):
        page.cell(65_203, 6).value = " "

    batch = office.check(as_xlsx(HEADINGS, person(), change=far), name="a.xlsx")
    assert batch.counts["rows"] == 1


def test_11_the_ending_says_nothing(office):
    assert outcomes(office.check(as_xlsx(HEADINGS, person()), name="人口 .xls")) == ["new"]
    assert outcomes(office.check(as_csv(HEADINGS, person()), name="人口.xlsx")) == ["new"]


@pytest.mark.parametrize(("content", "said"), [
    (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "xlsx"), (b"\xef\xbb\xbf\n<html><table>", "网页"),
    (b"<!DOCTYPE html>", "网页")])
def test_11_old_excel_and_web_pages_are_refused_with_advice(office, content, said):
    with pytest.raises(Unreadable, match=said):
        office.upload(content, name="人口.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_12_encodings(office, encoding):
    """• and 㮾 are in GB18030 and not in GBK."""
    rows = [person(name="㮾永贵", home="3•18路20号3栋2单元501")]
    batch = office.check(as_csv(HEADINGS, *rows, encoding=encoding))
    assert batch.rows.get().name == "㮾永贵"


@pytest.mark.skipif(not REAL_GBK.exists(), reason="the example file is not on this machine")
def test_12_a_file_as_an_office_saved_it():
    with open(REAL_GBK, "rb") as file, open_book(file, name=REAL_GBK.name) as book:
        assert len(list(book.rows(book.sheets[0]))) > 800


def test_13_a_damaged_file_is_refused_with_its_byte(office):
    content = as_csv(HEADINGS, person()) + b"Yaound\xe9,x\r\n"
    at = content.index(b"\xe9,")
    with pytest.raises(Unreadable, match=f"第 {at} 字节"):
        office.upload(content)


def test_13_headings_that_became_question_marks_are_no_headings(office):
    with pytest.raises(Unreadable, match="问号"):
        office.upload("??,????,姓名,住址\n".encode() + as_csv(person()))


@pytest.mark.parametrize("name", ["莫𡐓", "輋𣒍儿", "𠮷永贵"])
def test_14_names_beyond_the_bmp(office, name):
    office.carry(office.look(person(name=name)))
    assert Person.objects.get().name == name
    assert Person.objects.named(name).exists()


def test_15_titles_two_lines_of_headings_merged_cells_and_signatures(office, cast):
    def merged(page):
        page.merge_cells("A1:F1")
        page.merge_cells("A5:A6")
        page.row_dimensions[6].hidden = True

    batch = office.check(as_xlsx(
        ["棠湖社区流动人口登记表"], ["填报单位：棠湖社区"],
        ["社区", "姓名", "身份证号", "联系方式", "", "住址"], ["", "", "", "手机", "固定电话", ""],
        ["棠湖社区", "罗永贵", LUO, "13800001234", "028-83721000", HOME], [None, "唐秀英", TANG, None, None, HOME],
        ["合计", None, None, 2], ["注：本表一式两份"], ["填表人：张三", None, None, "审核人：李四"],
        change=merged), name="a.xlsx")
    assert batch.header_row == 4
    assert batch.columns == ["community", "name", "id_number", "phone", "other_phone", "address"]
    assert outcomes(batch) == ["new", "new"]
    assert (batch.counts["footers"], batch.counts["hidden"]) == (3, 1)
    first, second = batch.rows.order_by("number")
    assert (first.number, first.phone, first.other_phone, second.area_key) == (5, "13800001234", "02883721000",
                                                                              cast.community.key)
    assert codes(batch)[1] == ["hidden"]


def test_15_only_declared_columns_are_filled_down(office):
    headings = ["姓名", "身份证号", "电话", "住址"]
    rows = [["罗永贵", LUO, "13800001234", HOME], ["唐秀英", TANG, "", ""]]
    assert outcomes(office.look(*rows, headings=headings)) == ["new", "refused"]
    filled = office.look(*rows, headings=headings, filled=["address"])
    assert outcomes(filled) == ["new", "new"]
    assert filled.rows.get(number=3).phone == ""


@pytest.mark.parametrize(("written", "first", "second"), [
    ("13800000000/83721000", "13800000000", "83721000"), ("１３８００００００００", "13800000000", ""),
    ("+86 138-0000-0000", "13800000000", ""), ("138 0000 0000", "13800000000", ""),
    ("028-83721000、13800000000", "02883721000", "13800000000"), (13800000000, "13800000000", ""),
    ("13800000000 13900000000", "13800000000", "13900000000")])
def test_16_phones(office, written, first, second):
    found, problem = numbers.phones(written)
    assert ([*found, ""][0:2], problem) == ([first, second] if second else [first, ""], "")


def test_17_the_same_number_under_another_name(office, homes, cast):
    zhang = homes.register(name="张玥")
    batch = office.look(person(name="张月"))
    assert (outcomes(batch), codes(batch)) == (["suspicious"], [["other-name"]])
    office.carry(batch)
    zhang.refresh_from_db()
    assert zhang.name == "张玥"


@pytest.mark.parametrize("dot", ["·", "・", ".", "•"])
def test_17_whatever_the_dot(office, homes, dot):
    homes.register(name="阿依古丽·买买提")
    assert outcomes(office.look(person(name=f"阿依古丽{dot}买买提"))) == ["same"]


def test_17_one_person_twice_in_a_file(office, cast):
    batch = office.look(person(), person(), person(home="4组12号"), person(name="罗永桂"))
    assert codes(batch) == [[], ["twin-same"], ["twin-home"], ["twin-name"]]
    assert outcomes(batch) == ["new", "same", "suspicious", "suspicious"]
    deciding.decide(batch, by=cast.xie, at=office.at, decision="take", numbers=[4])
    office.carry(batch)
    luo = Person.objects.get()
    assert luo.residences.get(until=None).dwelling.address == "4组12号"
    assert {name: batch.result[name] for name in ("new", "changed", "same", "refused", "left")} == {
        "new": 1, "changed": 1, "same": 1, "refused": 0, "left": 1}


def test_17_registered_and_floating_at_once(office):
    headings = ["姓名", "身份证号", "住址", "人口类型"]
    batch = office.look(["罗永贵", LUO, HOME, "户籍"], ["罗永贵", LUO, HOME, "流动"], headings=headings)
    assert codes(batch)[1] == ["twin-home"]


def test_17_the_same_name_without_a_number(office, homes):
    homes.register(phone="13800001234")
    batch = office.look(["罗永贵", "", "13800001234", "4组12号"], ["唐秀英", "", "13900001234", HOME],
                        ["唐秀英", "", "13900001234", HOME])
    assert codes(batch) == [["same-phone"], [], ["twin-person"]]


def test_18_the_same_stream_twice(office):
    office.carry(office.look(person(), person(name="唐秀英", number=TANG)))
    again = office.carry(office.look(person(), person(name="唐秀英", number=TANG)))
    assert (again.result["new"], again.result["same"], Person.objects.count()) == (0, 2, 2)


def test_19_a_code_that_another_unit_has_now(office, cast):
    AreaCode.objects.create(area=cast.areas["510116002001"], code="510116001009", name="布市村",
                            valid_from=date(2016, 1, 1), valid_to=date(2019, 12, 31))
    headings = ["姓名", "身份证号", "社区", "社区代码", "住址"]
    batch = office.look(["罗永贵", LUO, "棠湖社区", "510116001009", HOME],
                        ["唐秀英", TANG, "棠湖社区", "510116001001", HOME],
                        ["李四某", with_check_digit("51012219900101001"), "", "510122001001", HOME], headings=headings)
    assert codes(batch) == [["code-of-other"], [], []]
    assert outcomes(batch) == ["suspicious", "new", "new"]


def test_20_the_same_name_in_two_towns(office, cast):
    other = Area.objects.create(code="510116002009", level="community", name="棠湖社区",
                                parent=cast.areas["510116002"], valid_from=date(2010, 1, 1))
    headings = ["姓名", "身份证号", "镇街", "社区", "住址"]
    batch = office.look(["罗永贵", LUO, "", "棠湖社区", HOME],
                        ["唐秀英", TANG, "西航港街道", "棠湖社区", HOME],
                        ["李四某", with_check_digit("51012219900101001"), "", "无此社区", HOME], headings=headings)
    assert batch.rows.get(number=2).area_key == cast.community.key != other.key
    assert codes(batch)[1:] == [["unit-outside"], ["unit-unknown"]]


@pytest.mark.parametrize("name", [
    "棠湖社区", "棠湖社区居委会", "棠湖社区居民委员会", "棠湖社区委会", "棠湖居委会", "棠湖"])
def test_21_endings_of_names(office, cast, name):
    headings = ["姓名", "身份证号", "镇街", "社区", "住址"]
    batch = office.look(["罗永贵", LUO, "东升街道办", name, HOME], headings=headings)
    assert batch.rows.get().area_key == cast.community.key


def test_22_a_home_that_began_before_the_one_in_the_register(office, homes):
    homes.register()  # since 2020-05-01
    headings = ["姓名", "身份证号", "住址", "入住日期"]
    batch = office.look(["罗永贵", LUO, "4组12号", "2015-01-01"], headings=headings)
    assert codes(batch) == [["older-home"]]


def test_23_a_place_that_is_not_yours(office, cast):
    batch = office.look(["罗永贵", LUO, "机场路社区", HOME], headings=["姓名", "身份证号", "社区", "住址"])
    assert (outcomes(batch), codes(batch)) == (["refused"], [["unit-outside"]])


def test_23_somebody_who_lives_elsewhere_is_asked_about_and_not_shown(office, homes, cast):
    far = homes.dwelling(area=cast.areas["510116002001001"])
    homes.register(dwelling=far, by=cast.yan)
    batch = office.look(person())
    assert codes(batch) == [["elsewhere"]]


def test_24_formulas_in_the_marked_table(office):
    batch = office.look(["=HYPERLINK(1)", LUO, "+8613800001234", "-1"], person(name="唐秀英", number=TANG))
    cells = [cell.value for row in load_workbook(marking.marked(batch)).active for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert not [value for value in cells if isinstance(value, str) and value.startswith(("=", "+", "-"))]


def test_25_line_ends_of_every_kind_and_long_cells(office):
    long = "长" * 9000
    content = as_csv([*HEADINGS, "备注"], [*person(), f"一\n二\r\n{long}"], [*person("唐秀英", TANG), ""])
    batch = office.check(content)
    assert outcomes(batch) == ["new", "new"]


@pytest.mark.parametrize("heading", [
    "宗教信仰", "民族", "政治面貌", "婚姻状况", "是否重点关注人员", "重点人员类别", "有无前科", "吸毒史", "患病情况",
    "Religion", "Ethnic group", "Criminal record", "Drug history", "key person"])
def test_a_column_that_may_not_be_read_is_refused_and_the_others_go_on(office, heading):
    batch = office.check(as_csv([*HEADINGS, heading], [*person(), "汉"]))
    assert outcomes(batch) == ["new"]
    assert batch.columns[-1] == ""
    with pytest.raises(ValueError, match=heading):
        office.check(as_csv([*HEADINGS, heading], [*person(), "汉"]), columns=[*batch.columns[:-1], "employer"])
    assert "汉" not in [cell.value for row in load_workbook(marking.marked(batch)).active for cell in row]


@pytest.mark.parametrize(("written", "door"), [
    ("棠湖小区3栋2单元501", ("棠湖小区3栋", "2单元", "501")),
    ("棠湖小区3幢二单元501室", ("棠湖小区3栋", "2单元", "501")), ("3-2-501", ("3栋", "2单元", "501")),
    ("棠湖小区3-2-501", ("棠湖小区3栋", "2单元", "501")), ("4组12号", ("4组12号", "", "")),
    ("三社25号附1号", ("3社25号附1号", "", "")), ("东升街道棠湖社区4组12号", ("4组12号", "", "")),
    ("棠湖中路128号3栋2单元501", ("棠湖中路128号3栋", "2单元", "501")), ("A座1203", ("A座", "", "1203"))])
def test_addresses(written, door):
    assert addresses.door(written, ("东升街道", "棠湖社区")) == door


def test_two_writings_of_one_door_are_one_dwelling(office):
    office.carry(office.look(person(), person("唐秀英", TANG, home="棠湖小区3幢二单元501室")))
    assert Dwelling.objects.count() == 1


def test_the_marked_table_says_what_becomes_of_each_row(office):
    batch = office.check(as_xlsx(HEADINGS, person(), person(number=int(LUO))), name="a.xlsx")
    page = load_workbook(io.BytesIO(marking.marked(batch).read())).active
    assert [cell.value for cell in page[1]][-2:] == ["结果", "原因"]
    assert page["E2"].value == "新增"
    assert (page["E3"].value, page["E3"].fill.start_color.rgb) == ("拒绝", "00F8CBAD")
    assert "第 3 行" in page["F3"].value
