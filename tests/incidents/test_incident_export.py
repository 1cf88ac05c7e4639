"""Export of what is seen: the rows of the list, no more, as csv or xlsx."""

import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from incidents import exports
from shuangliu.audit.models import Entry

from .story import PIPE

URL = reverse("incidents:incident-export")
LIST = reverse("incidents:incident-list")


def lines(client, **query) -> list[dict]:
    answer = client.get(URL, {"format": "csv", **query})
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))


@pytest.fixture
def several(story):
    return {state: story.tell(state) for state in ("reported", "assigned", "resolved", "closed")}


@pytest.mark.parametrize("who", ["zhao", "sun", "tang", "chen", "zhou", "guo", "qian"])
@pytest.mark.parametrize("query", [
    {}, {"tab": "open"}, {"tab": "all"}, {"tab": "mine"}, {"state": "closed"}, {"category": "E04"},
    {"area": "510116001001001", "tab": "all"}, {"number": "1"}])
def test_the_file_has_the_rows_of_the_list(who, query, several, story, browser):
    story.report(kind=PIPE)
    client = browser(getattr(story.cast, who))
    listed = [row.number for row in client.get(LIST, query).context["rows"]]
    assert [line["事件编号"] for line in lines(client, **query)] == listed


def test_grid_workers_and_strangers_get_none(several, story, browser):
    assert browser(story.cast.wang).get(URL).status_code == 403
    assert browser(story.cast.he).get(URL).status_code == 403
    assert browser().get(URL).status_code == 302
    assert "incidents/export" not in browser(story.cast.wang).get(LIST, {"tab": "all"}).content.decode()


def test_what_a_row_says(story, browser):
    story.report(description="=1+1 电话13812345678，证件510122198001011234", place="@棠湖西路")
    line = lines(browser(story.cast.zhao))[0]
    assert line["情况描述"] == "'=1+1 电话138****5678，证件510122********1234"
    assert line["地点"] == "'@棠湖西路"
    assert line["网格代码"] == "510116001001001\t"
    assert (line["类别代码"], line["紧急"], line["已超期"]) == ("E01-01", "否", "否")
    assert "王网格" not in str(line), "who reported is nobody's business"


def test_an_xlsx_opens(several, story, browser):
    answer = browser(story.cast.zhao).get(URL, {"format": "xlsx", "tab": "all"})
    assert "filename*=utf-8''%E4%BA%8B%E4%BB%B6" in answer["Content-Disposition"]
    page = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    assert page.max_row == 5
    assert page["F2"].value == "510116001001001"
    assert page["F2"].data_type == "s"


def test_it_is_on_record_with_what_was_asked(several, story, browser):
    lines(browser(story.cast.zhao), tab="all", state="closed", category="E01")
    entry = Entry.objects.get(verb="incident.exported")
    assert entry.actor_id == story.cast.zhao.pk
    assert entry.detail == {"tab": "all", "rows": 1, "format": "csv", "filters": {"state": "closed", "category": "E01"}}


def test_too_many_are_refused_with_advice(several, story, browser, monkeypatch):
    monkeypatch.setattr(exports, "MOST", 3)
    answer = browser(story.cast.sun).get(URL, {"tab": "all"})
    assert answer.status_code == 422
    assert "请按区域" in answer.content.decode()
    assert not Entry.objects.filter(verb="incident.exported").exists()
    assert len(lines(browser(story.cast.sun), tab="all", state="closed")) == 1


@pytest.mark.parametrize(("query", "status"), [
    ({"format": "pdf"}, 400), ({"tab": "nonsense"}, 400), ({"start": "gestern"}, 422), ({"area": "999"}, 422)])
def test_bad_questions(query, status, story, browser):
    assert browser(story.cast.zhao).get(URL, query).status_code == status
