"""The list: tabs, filters, pages; and who sees how much of a row."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mediation.models import Case
from tests.mediation.story import STAGES, accepted, agreed, assigned, failed, mediating, refused, registered

URL = "/mediation/cases/"


def numbers(response) -> list[int]:
    return [case.pk for case in response.context["page"].rows]


@pytest.mark.parametrize(("person", "state"), [
    ("wu", "registered"), ("zheng", "accepted"), ("feng", "assigned"), ("feng", "mediating"),
])
def test_each_state_waits_for_somebody(person, state, story, browser):
    cases = {name: STAGES[name](story.cast) for name in STAGES}
    assert cases[state].pk in numbers(browser(getattr(story.cast, person)).get(URL))


def test_nothing_waits_for_a_supervisor(story, browser):
    case = registered(story.cast)
    response = browser(story.cast.chen).get(URL)
    assert response.context["tab"] == "open"
    assert numbers(response) == [case.pk]
    assert "待我处理" not in response.text


def test_an_empty_list_says_so(story, browser):
    assert "暂无待办" in browser(story.cast.wu).get(URL).text
    assert "没有符合条件的案件" in browser(story.cast.wu).get(URL + "?outcome=failed").text


def test_due_first_and_open_only(story, browser):
    late = registered(story.cast)
    early = registered(story.cast, at=story.now - timedelta(days=9))
    refused(story.cast)
    assert numbers(browser(story.cast.wu).get(URL + "?tab=open")) == [early.pk, late.pk]


def test_a_case_overdue_is_marked(story, browser):
    registered(story.cast, at=story.now - timedelta(days=9))
    assert 'class="is-overdue"' in browser(story.cast.wu).get(URL).text


@pytest.fixture
def history(story) -> dict[str, Case]:
    """Cases of several days, towns and ends."""
    ago = lambda days: story.now - timedelta(days=days)  # noqa: E731
    return {
        "settled": agreed(story.cast, at=ago(40)),
        "failed": failed(story.cast, at=ago(20), code="0503"),
        "open": accepted(story.cast, at=ago(5), source="court", external_ref="1"),
        "grid": mediating(story.cast, at=ago(3), area=story.cast.grid),
        "refused": refused(story.cast, at=ago(2)),
        "elsewhere": registered(story.cast, at=ago(1), area=story.cast.areas["510116002001"]),
    }


@pytest.mark.parametrize(("query", "found"), [
    ("", ["elsewhere", "refused", "grid", "open", "failed", "settled"]),
    ("area=510116001", ["refused", "grid", "open", "failed", "settled"]),
    ("area=510122001", ["refused", "grid", "open", "failed", "settled"]),  # the code of 2014
    ("area=510116001001001", ["grid"]),
    ("state=not_accepted", ["refused"]),
    ("outcome=settled", ["settled"]),
    ("outcome=failed", ["failed"]),
    ("category=05", ["failed"]),
    ("category=0503", ["failed"]),
    ("source=court", ["open"]),
    ("accepted_from=2026-02-19", ["grid", "open", "failed"]),
    ("accepted_to=2026-02-18", ["settled"]),
    ("accepted_from=2026-02-19&accepted_to=2026-02-19", ["failed"]),
    ("concluded_from=2026-01-01", ["failed", "settled"]),
    ("concluded_from=2026-01-01&outcome=settled", ["settled"]),
    ("concluded_to=2026-02-01", ["settled"]),
])
def test_filters(query, found, history, story, browser):
    response = browser(story.cast.zheng).get(f"{URL}?tab=all&{query}")
    assert numbers(response) == [history[name].pk for name in found]


def test_a_link_from_a_figure_needs_no_tab(history, story, browser):
    assert numbers(browser(story.cast.zheng).get(URL + "?outcome=settled")) == [history["settled"].pk]


@pytest.mark.parametrize(("query", "status"), [
    ("accepted_from=gestern", 422), ("accepted_to=9999-12-31", 422), ("area=999", 422),
    ("state=unknown", 422), ("tab=unknown", 400),
    ("accepted_from=2026-03-02&accepted_to=2026-03-01", 422), ("after=xyz", 400), ("after=WyJhIiwiYiJd", 400),
])
def test_nonsense_is_said(query, status, story, browser):
    registered(story.cast)
    assert browser(story.cast.wu).get(f"{URL}?{query}").status_code == status


def test_pages_follow_each_other(story, browser):
    made = [registered(story.cast).pk for _ in range(53)]
    client = browser(story.cast.wu)
    first = client.get(URL + "?tab=all")
    cursor = first.context["page"].next_cursor
    second = client.get(f"{URL}?tab=all&after={cursor}")
    assert numbers(first) + numbers(second) == made[::-1]


def test_a_supervisor_reads_the_outline_only(story, browser):
    case = mediating(story.cast)
    text = browser(story.cast.chen).get(URL + "?tab=all").text
    assert case.number in text
    assert case.category.label in text
    assert "东升街道" in text
    for secret in [case.title, case.place, story.cast.community.name + "</", story.net.feng.name]:
        assert secret not in text, secret


def test_rows_cost_the_same_for_a_supervisor_and_a_mediator(story, browser):
    for person in ["chen", "feng"]:
        client, costs = browser(getattr(story.cast, person)), []
        client.get(URL)  # whatever the first visit remembers
        for more in (5, 45):
            for _ in range(more):
                assigned(story.cast)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(URL + "?tab=open").status_code == 200
            costs.append(len(queries))
        assert costs[0] == costs[1]
