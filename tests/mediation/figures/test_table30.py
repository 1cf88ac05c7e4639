"""Table 30: 27 items by the standard, nothing that is not needed, a purpose, and a record."""

import io

import pytest
from openpyxl import load_workbook

from mediation.figures.table30 import ITEMS
from shuangliu import audit
from shuangliu.audit.models import Entry
from tests.mediation.story import LIU, ZHANG, agreed, assigned, failed, registered

URL = "/mediation/figures/table30/"
SENT = {"start": "2026-03-01", "end": "2026-03-31", "recipient": "区委政法委", "purpose": "综治平台月度交换"}
CLEAR = SENT | {"is_clear": "on", "ground": "《四川省平安建设条例》"}


def lines(client, sent) -> list[dict]:
    answer = client.post(URL, sent)
    assert answer.status_code == 200, answer.context["form"].errors
    page = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).worksheets[0]
    heads, *rows = page.iter_rows(values_only=True)
    assert heads == tuple(item.name for item in ITEMS)
    return [{item.number: value or "" for item, value in zip(ITEMS, row, strict=True)} for row in rows]


@pytest.fixture
def zheng(story, browser):
    return browser(story.cast.zheng)


def test_twenty_seven_items_by_the_standard(story, zheng):
    agreed(story.cast, code="0201")
    (line,) = lines(zheng, SENT)
    assert [item.number for item in ITEMS] == list(range(1, 28))
    assert {number: value for number, value in line.items() if value} == {
        1: "楼上漏水纠纷", 2: "20260310", 3: "棠湖西路8号", 4: "01", 5: "0201", 6: 2,
        7: "邻里纠纷 · 用水排水通行通风采光，涉及 2 人", 9: "111", 10: "510199********2016", 11: "张**", 12: "1",
        17: "20260410", 18: "0103", 19: "棠湖社区人民调解委员会", 20: "冯调解", 22: "1", 23: "调解成功"}


def test_masked_by_default_and_what_was_said_never(story, zheng):
    case = agreed(story.cast)
    for sent in (SENT, CLEAR):
        answer = zheng.post(URL, sent)
        book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
        text = str([list(page.iter_rows(values_only=True)) for page in book.worksheets])
        for secret in [case.summary, "楼上三日内修好", "双方陈述", LIU.id_number, ZHANG.phone]:
            assert secret not in text, secret
        assert (ZHANG.id_number in text) == (ZHANG.name in text) == (sent is CLEAR)


def test_the_record_says_what_went_to_whom_and_why(story, zheng):
    case = failed(story.cast)
    lines(zheng, SENT)
    entry = Entry.objects.get(verb="case.exchanged")
    assert (entry.purpose, entry.detail["rows"], entry.detail["clear"]) == ("综治平台月度交换 · 区委政法委", 1, False)
    assert not audit.history(case).filter(verb="case.revealed").exists()
    (line,) = lines(zheng, CLEAR)
    assert (line[11], line[22]) == (ZHANG.name, "0")
    revealed = audit.history(case).get(verb="case.revealed")
    assert "平安建设条例" in revealed.purpose
    assert ZHANG.name not in str(list(Entry.objects.values()))


def test_what_is_open_has_no_result_and_an_organisation_is_no_main_party(story, zheng):
    firm = ZHANG.__class__("applicant", "蓝天物业公司", is_organisation=True)
    assigned(story.cast, parties=(firm, LIU))
    registered(story.cast)
    first, second = lines(zheng, SENT)
    assert (first[8], first[11], first[22]) == ("蓝天物业公司", "刘**", "")
    assert (second[17], second[19], second[22]) == ("", "", "")


@pytest.mark.parametrize(("change", "field"), [
    ({"purpose": ""}, "purpose"), ({"recipient": ""}, "recipient"), ({"start": "2026-04-01"}, "end"),
    ({"is_clear": "on"}, "ground"), ({"start": "x"}, "start"),
])
def test_what_is_missing_is_said_and_nothing_goes_out(change, field, zheng, story):
    agreed(story.cast)
    response = zheng.post(URL, SENT | change)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert not Entry.objects.filter(verb="case.exchanged").exists()


def test_more_than_fit_are_refused(zheng, story, monkeypatch):
    monkeypatch.setattr("mediation.figures.table30_views.MOST", 1)
    agreed(story.cast), agreed(story.cast)
    assert zheng.post(URL, SENT).status_code == 422


@pytest.mark.parametrize("person", ["wu", "feng", "chen", "he", "zhao"])
def test_it_is_for_the_manager(person, story, browser):
    assert browser(getattr(story.cast, person)).get(URL).status_code == 403


def test_a_neighbours_manager_hands_out_their_own(story, browser, neighbours):
    agreed(story.cast)
    assert lines(browser(neighbours["zheng"]), SENT) == []


def test_empty_items_say_why(story, zheng):
    text = zheng.get(URL).text
    for item in ITEMS:
        assert (f">{item.number} {item.name}<" in text) == bool(item.empty)
