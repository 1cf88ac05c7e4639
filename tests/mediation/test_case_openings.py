"""Every opening of a case is on record with its purpose; whoever watches over others' work says it first."""

from datetime import timedelta

import pytest
import time_machine
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient

from mediation import actions
from mediation.models import Case
from shuangliu import audit
from tests.mediation.story import ZHANG, accepted, mediating, registered


@pytest.fixture
def case(story):
    """Of yesterday: today nobody has done anything to it."""
    return mediating(story.cast, at=story.now - timedelta(days=1))


def opened(case) -> list[tuple[str, str]]:
    return [(entry.actor_name, entry.purpose) for entry in audit.history(case).filter(verb="case.opened")]


@pytest.mark.parametrize(("person", "purpose"), [("wu", "handling"), ("feng", "handling"), ("chen", "outline")])
def test_the_team_opens_it_without_being_asked(person, purpose, case, story, browser):
    user = getattr(story.cast, person)
    client = browser(user)
    for _ in range(2):
        assert client.get(case.get_absolute_url()).status_code == 200
    assert opened(case) == [(user.name, purpose)]  # once in half an hour
    with time_machine.travel(story.now + timedelta(minutes=31), tick=False):
        client.get(case.get_absolute_url())
    assert opened(case) == [(user.name, purpose)] * 2


@pytest.mark.parametrize("person", ["zheng", "he"])
def test_who_watches_says_why_first(person, case, story, browser):
    user, url = getattr(story.cast, person), case.get_absolute_url()
    client = browser(user)
    asked = client.get(url)
    assert (asked.status_code, asked["Location"]) == (302, f"{url}open/")
    form = client.get(f"{url}open/")
    assert form.status_code == 200
    assert case.title not in form.text
    assert opened(case) == []
    assert client.post(f"{url}open/", {"why": "quality", "detail": "三月抽查"}).status_code == 302
    assert case.summary in client.get(url).text
    assert opened(case) == [(user.name, "案件质量抽查 · 三月抽查")]


def test_the_purpose_holds_for_the_day_and_for_this_case_alone(case, story, browser):
    client, other = browser(story.cast.he), registered(story.cast)
    client.post(f"{case.get_absolute_url()}open/", {"why": "audit"})
    assert client.get(other.get_absolute_url()).status_code == 302
    with time_machine.travel(story.now + timedelta(hours=2), tick=False):
        client = browser(story.cast.he)
        assert client.get(case.get_absolute_url()).status_code == 200
    assert opened(case) == [(story.cast.he.name, "访问审计")] * 2
    with time_machine.travel(story.now + timedelta(days=1), tick=False):
        assert browser(story.cast.he).get(case.get_absolute_url()).status_code == 302


def test_who_has_done_something_today_handles_it(story, browser):
    case = accepted(story.cast)
    actions.assign_case(case, by=story.cast.zheng, at=story.now, mediator=story.net.feng)
    assert browser(story.cast.zheng).get(case.get_absolute_url()).status_code == 200
    assert opened(case) == [(story.cast.zheng.name, "handling")]


@pytest.mark.parametrize("sent", [{}, {"why": "other"}, {"why": "other", "detail": "看"}, {"why": "curious"}])
def test_a_purpose_that_is_none_opens_nothing(sent, case, story, browser):
    client = browser(story.cast.he)
    assert client.post(f"{case.get_absolute_url()}open/", sent).status_code == 422
    assert opened(case) == []
    assert client.get(case.get_absolute_url()).status_code == 302


def test_the_page_of_openings_tells_who_when_and_why(case, story, browser):
    browser(story.cast.feng).get(case.get_absolute_url())
    said = {"purpose": "other", "words": "通知双方参加调解"}
    browser(story.cast.feng).post(f"{case.get_absolute_url()}reveal/", said)
    client, url = browser(story.cast.he), f"{case.get_absolute_url()}openings/"
    text = client.get(url).text
    for told in [story.cast.feng.name, "办理案件", "通知双方参加调解", "2026-03-11 09:30", "127.0.0.1"]:
        assert told in text, told
    assert case.title not in text
    assert ZHANG.name not in text
    for person, status in [("zheng", 200), ("wu", 403), ("feng", 403), ("chen", 403)]:
        assert browser(getattr(story.cast, person)).get(url).status_code == status


def test_an_auditor_reads_and_does_nothing(case, story, browser):
    client = browser(story.cast.he)
    for act in ["accept", "assign", "session", "agree", "fail", "reveal", "move-up"]:
        assert client.post(f"{case.get_absolute_url()}{act}/", {}).status_code == 403, act
    client.post(f"{case.get_absolute_url()}open/", {"why": "audit"})
    shown = client.get(case.get_absolute_url()).context
    assert (shown["deeds"], shown["more"]) == ([], [])


@pytest.mark.parametrize("number", ["{pk}", "TJ{pk:08d}", "tj{pk}"])
def test_an_auditor_finds_a_case_by_its_number_and_sees_no_title_in_the_list(number, case, story, browser):
    registered(story.cast)
    response = browser(story.cast.he).get("/mediation/cases/", {"number": number.format(pk=case.pk)})
    assert [row.pk for row in response.context["page"].rows] == [case.pk]
    assert case.title not in response.text
    assert "待我处理" not in response.text


def test_a_number_that_is_none_is_said(case, story, browser):
    assert browser(story.cast.he).get("/mediation/cases/", {"number": "甲乙"}).status_code == 422


def test_a_case_that_has_gone_up_is_read_where_it_is(case, story, browser):
    """The town that had it sees what became of it; the county's centre goes on."""
    Case.objects.filter(pk=case.pk).update(center=story.net.centers["510116"], host_key=story.cast.county.key)
    text = browser(story.cast.wu).get(case.get_absolute_url()).text
    assert case.number in text
    assert case.title not in text
    assert case.title not in browser(story.cast.wu).get("/mediation/cases/?tab=all").text


@pytest.fixture
def api(story):
    def client(user) -> APIClient:
        speaking = APIClient()
        speaking.credentials(HTTP_AUTHORIZATION=f"Token {Token.objects.get_or_create(user=user)[0].key}")
        return speaking

    return client


def test_the_interface_asks_for_the_purpose_too(case, story, api):
    url = f"/api/v1/mediation/cases/{case.pk}/"
    assert api(story.cast.feng).get(url).json()["content"]["title"] == case.title
    auditor = api(story.cast.he)
    assert (auditor.get(url).status_code, list(auditor.get(url).json())) == (400, ["purpose"])
    assert auditor.get(url, HTTP_X_PURPOSE="%E6%8A%95%E8%AF%89%E6%A0%B8%E6%9F%A5").status_code == 200
    assert auditor.get(url).status_code == 200  # for the rest of the day
    assert auditor.get(url, {"purpose": "另一件投诉"}).status_code == 200
    assert opened(case) == [(story.cast.feng.name, "handling"), (story.cast.he.name, "投诉核查"),
                            (story.cast.he.name, "另一件投诉")]


def test_lists_of_the_interface_hold_no_content(case, story, api):
    (row,) = api(story.cast.feng).get("/api/v1/mediation/cases/").json()["results"]
    assert row["content"] is None


def test_openings_do_not_drown_what_was_done(case, story, browser):
    client = browser(story.cast.feng)
    client.get(case.get_absolute_url())
    assert "case.opened" not in client.get(case.get_absolute_url()).text
