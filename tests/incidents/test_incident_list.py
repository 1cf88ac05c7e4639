"""The list: four tabs, filters, paging by the last row seen."""

from datetime import timedelta

import pytest
from django.urls import reverse

from incidents.models import Incident

from .story import PIPE, RUBBISH

URL = reverse("incidents:incident-list")


def numbers(client, **query) -> list[str]:
    answer = client.get(URL, query)
    assert answer.status_code == 200
    return [row.number for row in answer.context["rows"]]


@pytest.fixture
def several(story):
    return {state: story.tell(state) for state in ("reported", "assigned", "resolved", "closed")}


def test_the_station_sees_what_waits_due_first(several, story, browser):
    waiting = numbers(browser(story.cast.zhao))
    assert waiting == [several["reported"].number, several["resolved"].number]


def test_each_tab(several, story, browser):
    zhao, wang = browser(story.cast.zhao), browser(story.cast.wang)
    assert len(numbers(zhao, tab="open")) == 3
    assert numbers(zhao, tab="all") == [several[s].number for s in ("closed", "resolved", "assigned", "reported")]
    assert len(numbers(wang, tab="mine")) == 4
    assert set(numbers(wang)) == {several["resolved"].number, several["closed"].number}
    assert zhao.get(URL, {"tab": "nonsense"}).status_code == 400


def test_a_department_sees_what_is_or_was_its_own(several, story, browser):
    guo = browser(story.cast.guo)
    assert numbers(guo) == [several["assigned"].number]
    assert len(numbers(guo, tab="all")) == 3
    assert numbers(guo, tab="open") == [*numbers(guo), several["resolved"].number]
    assert numbers(browser(story.cast.zhou), tab="all") == []


def test_another_town_sees_nothing(several, story, browser):
    assert numbers(browser(story.cast.qian), tab="all") == []


@pytest.mark.parametrize(("query", "found"), [
    ({"state": "closed"}, {"closed"}),
    ({"category": "E01"}, {"reported", "assigned", "resolved", "closed"}),
    ({"category": "E04"}, set()),
    ({"area": "510116001001001"}, {"reported", "assigned", "resolved", "closed"}),
    ({"area": "510122001001002"}, set()),
    ({"start": "2026-03-11", "end": "2026-03-11"}, {"reported", "assigned", "resolved", "closed"}),
    ({"end": "2026-03-10"}, set()),
    ({"is_urgent": "on"}, set()),
    ({"count": "incident.closed", "start": "2026-03-11"}, {"closed"}),
    ({"count": "incident.due"}, {"resolved", "closed"}),
])
def test_filters(several, story, browser, query, found):
    assert set(numbers(browser(story.cast.tang), **query)) == {several[state].number for state in found}


def test_the_number_finds_the_incident_however_it_is_written(several, story, browser):
    zhao, incident = browser(story.cast.zhao), several["closed"]
    for text in (incident.number, str(incident.pk), f" sj{incident.pk} "):
        assert numbers(zhao, number=text) == [incident.number]
    for text in ("没有", "SJ99999999", "9" * 19):
        assert numbers(zhao, number=text) == []


@pytest.mark.parametrize("query", [{"area": "999999"}, {"start": "2026-03-12", "end": "2026-03-11"}, {"start": "昨天"},
                                   {"end": "9999-12-31"}, {"start": "0001-01-01"}, {"reporter": "9" * 25}])
def test_a_filter_that_cannot_be_is_said(several, story, browser, query):
    assert browser(story.cast.zhao).get(URL, query).status_code == 422


def test_paging_shows_each_row_once(story, browser):
    for number in range(55):
        story.report(kind=PIPE if number % 2 else RUBBISH)
    zhao = browser(story.cast.zhao)
    first = zhao.get(URL, {"tab": "open"})
    second = zhao.get(URL, {"tab": "open", "after": first.context["page"].next_cursor})
    rows = [row.number for answer in (first, second) for row in answer.context["rows"]]
    assert len(rows) == len(set(rows)) == 55
    assert second.context["page"].next_cursor is None
    assert zhao.get(URL, {"tab": "open", "after": "unsinn"}).status_code == 400


def test_overdue_only(several, story, browser):
    Incident.objects.filter(pk=several["assigned"].pk).update(due_at=story.at - timedelta(hours=1))
    assert numbers(browser(story.cast.tang), is_overdue="on") == [several["assigned"].number]


def test_an_empty_list_says_what_will_come(story, browser):
    assert "这里" in browser(story.cast.zhao).get(URL).content.decode()
    assert browser(story.cast.nobody).get(URL).status_code == 403


@pytest.mark.parametrize("who", ["wang", "li", "zhao", "sun", "tang", "chen", "zhou", "guo", "qian", "nobody"])
def test_no_list_shows_what_is_not_visible(several, story, who):
    user, everything = getattr(story.cast, who), Incident.objects.all()
    visible = set(everything.visible_to(user))
    assert set(everything.listed_for(user)) <= visible
    assert set(everything.open_for(user)) <= visible
    assert set(everything.waiting_for(user)) <= visible
