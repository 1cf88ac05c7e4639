"""Export of the list of cases: its rows, and their outline only."""

import csv
import io

import pytest
from django.urls import reverse

from mediation import exports
from shuangliu.audit.models import Entry
from tests.mediation.story import STAGES

URL, LIST = reverse("mediation:case-export"), reverse("mediation:case-list")


@pytest.fixture
def cases(story):
    return {name: STAGES[name](story.cast) for name in STAGES}


def lines(client, **query) -> list[dict]:
    answer = client.get(URL, {"format": "csv", **query})
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))


@pytest.mark.parametrize("who", ["wu", "zheng", "chen"])
@pytest.mark.parametrize("query", [{}, {"tab": "open"}, {"tab": "all"}, {"outcome": "settled"}, {"state": "mediating"}])
def test_the_file_has_the_rows_of_the_list(who, query, cases, story, browser):
    client = browser(getattr(story.cast, who))
    listed = [case.number for case in client.get(LIST, query).context["page"].rows]
    assert [line["案件编号"] for line in lines(client, **query)] == listed


def test_nothing_that_was_said_is_in_it(cases, story, browser):
    text = str(lines(browser(story.cast.wu), tab="all"))
    for case in cases.values():
        assert case.title not in text
        assert case.summary not in text
        assert case.place not in text
        for party in case.parties.all():
            assert party.name not in text


def test_who_gets_none(cases, story, browser):
    for person in ("feng", "wang", "tang", "he"):
        assert browser(getattr(story.cast, person)).get(URL).status_code == 403


def test_it_is_on_record_and_bounded(cases, story, browser, monkeypatch):
    lines(browser(story.cast.wu), tab="all", state="mediating")
    entry = Entry.objects.get(verb="case.exported")
    assert (entry.detail["filters"], entry.detail["rows"]) == ({"state": "mediating"}, 1)
    monkeypatch.setattr(exports, "MOST", 2)
    assert browser(story.cast.wu).get(URL, {"tab": "all"}).status_code == 422
    assert browser(story.cast.wu).get(URL, {"tab": "all", "accepted_from": "x"}).status_code == 422
    assert Entry.objects.filter(verb="case.exported").count() == 1
