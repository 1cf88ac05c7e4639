"""The lists of the network as files, and found by name."""

import csv
import io

import pytest

from shuangliu.audit.models import Entry
from shuangliu.spreadsheets import read

URL = "/mediation/network/"


def rows(response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))


def test_organisations_as_csv(story, browser):
    found = rows(browser(story.cast.zheng).get(URL + "orgs/export/?format=csv"))
    assert found[0][:3] == ["名称", "类型", "网络位置"]
    assert [row[0] for row in found[1:]] == ["棠湖社区人民调解委员会", "机场路社区人民调解委员会"]
    entry = Entry.objects.get(verb="network.exported")
    assert (entry.detail["kind"], entry.detail["rows"]) == ("orgs", 2)


def test_the_file_holds_what_the_list_shows(story, browser):
    found = rows(browser(story.cast.zheng).get(URL + "mediators/export/?format=csv&area=510116002&q=外"))
    assert [row[0] for row in found[1:]] == ["外街道调解员"]


def test_windows_as_xlsx_with_their_hours(story, browser):
    response = browser(story.cast.zheng).get(URL + "windows/export/?format=xlsx")
    (sheet,) = read(io.BytesIO(b"".join(response.streaming_content)))
    assert "周一至周五 9:00—12:00、13:00—17:00" in sheet.rows[1][1]


@pytest.mark.parametrize(("path", "status"), [
    ("orgs/export/?format=pdf", 400), ("nothing/export/", 404), ("orgs/export/?area=1", 404),
    ("orgs/export/?q=" + "长" * 41, 422)])
def test_what_cannot_be_exported(story, browser, path, status):
    assert browser(story.cast.zheng).get(URL + path).status_code == status


@pytest.mark.parametrize(("asked", "expected"), [("棠湖", 1), ("人民 机场", 1), ("100%", 0), ("", 2)])
def test_found_by_name(story, browser, asked, expected):
    response = browser(story.cast.zheng).get(URL + "orgs/", {"q": asked})
    assert len(response.context["lines"]) == expected


def test_a_search_that_is_too_long_says_so(story, browser):
    assert browser(story.cast.zheng).get(URL + "orgs/", {"q": "长" * 41}).status_code == 422
