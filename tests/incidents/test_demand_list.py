"""The list of what offices ask of each other, the desk, and the API."""

import pytest
from django.urls import reverse

from incidents.models import Demand, Incident

from .demands import ask

LIST, API = reverse("incidents:demand-list"), reverse("api:demand-list")


def shown(answer) -> list[str]:
    return [row.number for row in answer.context["rows"]]


def test_each_tab_shows_its_own(story, browser):
    demand = ask(story, "supervision")
    for who, tab, found in [("guo", "waiting", True), ("sun", "waiting", False), ("sun", "mine", True),
                            ("chen", "open", True), ("guo", "mine", False), ("lu", "open", False),
                            ("chen", "late", False)]:
        answer = browser(getattr(story.cast, who)).get(LIST, {"tab": tab})
        assert (shown(answer) == [demand.number]) == found, (who, tab)


def test_a_tab_or_a_cursor_of_nowhere_is_a_bad_request(story, browser):
    client = browser(story.cast.sun)
    assert client.get(LIST, {"tab": "x"}).status_code == 400
    assert client.get(LIST, {"after": "abc"}).status_code == 400


def test_the_next_page_goes_on(story, browser):
    for _ in range(51):
        ask(story, "supervision")
    client = browser(story.cast.sun)
    first = client.get(LIST, {"tab": "mine"})
    second = client.get(LIST, {"tab": "mine", "after": first.context["page"].next_cursor})
    assert len(set(shown(first) + shown(second))) == 51


def test_the_desk_says_what_waits(story, browser):
    ask(story, "whistle")
    piles = browser(story.cast.zhou).get(reverse("desk")).context["piles"]
    assert [(str(pile.title), pile.total) for pile in piles] == [("事件", 0), ("协办督办", 1)]
    assert len(browser(story.cast.guo).get(reverse("desk")).context["piles"]) == 1


@pytest.mark.parametrize("kind", ["extension", "suspension", "supervision", "whistle", "task"])
def test_the_desk_row_of_each_kind(kind, story, browser):
    demand = ask(story, kind)
    who = {"supervision": "guo", "whistle": "zhou", "task": "zhou"}.get(kind, "tang")
    assert demand.incident.number in browser(getattr(story.cast, who)).get(reverse("desk")).content.decode()


def test_a_program_answers_as_a_person_does(story, browser):
    demand = ask(story, "whistle")
    zhou, url = browser(story.cast.zhou), reverse("api:demand-transition", args=[demand.pk])
    assert [row["id"] for row in zhou.get(API, {"which": "waiting"}).json()["results"]] == [demand.pk]
    read = zhou.get(reverse("api:demand-detail", args=[demand.pk])).json()
    assert (read["kind"], read["acts"]) == ("whistle", ["take", "decline"])

    def send(client, **given):
        return client.post(url, given, content_type="application/json")

    assert send(zhou, act="decline").status_code == 400
    assert send(zhou, act="nothing").status_code == 400
    assert send(browser(story.cast.lu), act="take").status_code == 404
    assert send(browser(story.cast.wang), act="take").status_code == 403
    answer = send(zhou, act="take", note="来了")
    assert (answer.status_code, answer.json()["state"]) == (200, "taken")
    assert [move["note"] for move in answer.json()["moves"]] == ["联合整治占道", "来了"]
    assert send(zhou, act="decline", reason="忙").status_code == 409
    assert send(zhou, act="answer", reply="已办").json()["state"] == "answered"


def test_a_program_cannot_grant_beyond_the_longest(story, browser):
    demand = ask(story, "extension")
    Incident.objects.update(reported_at=story.at.replace(year=2025))
    answer = browser(story.cast.tang).post(reverse("api:demand-transition", args=[demand.pk]), {"act": "grant"},
                                           content_type="application/json")
    assert answer.status_code == 400
    assert Demand.objects.get().state == "asked"


def test_a_program_asks_by_the_transition_of_the_incident(story, browser):
    incident = story.tell("in_progress")
    url = reverse("api:incident-transition", args=[incident.pk])
    given = {"act": "whistle", "departments": ["urban-management"], "sort": "urgent", "text": "快"}
    answer = browser(story.cast.sun).post(url, given, content_type="application/json")
    assert answer.status_code == 200, answer.content
    assert Demand.objects.get().department.code == "urban-management"
