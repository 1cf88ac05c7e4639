"""The page of rules and their dry run on the past."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from grids.models import Post
from grids.roles import Role
from incidents import actions, dryrun
from incidents.models import Incident, RoutingRule

from .story import DISPUTE, PIPE, RUBBISH

URL = reverse("incidents:rule-list")
TOWN_OFFICE = "dongsheng-urban-management"


@pytest.fixture
def rule(story):
    def make(code, category=RUBBISH, department=TOWN_OFFICE, **more):
        return RoutingRule.objects.create(
            code=code, category=story.kinds.get(category), area=story.cast.town,
            department=story.cast.departments.get(department), **{"is_draft": False, **more})

    return make


def tried(client, **query):
    answer = client.get(URL, {"rules": "in-force", "days": "30", **query})
    assert answer.status_code == 200
    return answer.context["report"]


@pytest.fixture
def past(story):
    """One as the rule will say; one that went to the desk itself; one returned, then sent to the right office; one
    without a rule; one dispute; one only accepted."""
    right = story.tell("assigned")
    own = story.tell("accepted")
    actions.assign(own, by=story.cast.sun, at=story.later())
    bounced = story.tell("accepted")
    actions.assign(bounced, by=story.cast.tang, at=story.later(), department=story.cast.departments["police"])
    actions.return_(bounced, by=_handler_of(story, "police"), at=story.later(), reason="非公安职责")
    actions.assign(bounced, by=story.cast.tang, at=story.later(), department=story.cast.departments[TOWN_OFFICE])
    other = story.report(kind=PIPE)
    actions.accept(other, by=story.cast.sun, at=story.later())
    actions.assign(other, by=story.cast.sun, at=story.later())
    story.tell("accepted", kind=DISPUTE)
    story.tell("accepted")
    return {"right": right, "own": own, "bounced": bounced, "other": other}


def _handler_of(story, department):
    Post.objects.create(user=story.cast.nobody, role=Role.DEPT_HANDLER, area=story.cast.county, valid_from="2020-01-01",
                        department=story.cast.departments[department])
    return story.cast.nobody


def test_what_the_rules_would_have_done(past, rule, story, browser):
    rule("R1")
    report = tried(browser(story.cast.sun))
    assert report.looked_at == 6
    assert report.verdicts == {"same": 2, "changed": 1, "none": 1}
    assert [(example.incident, example.real_label) for example in report.examples] == [(past["own"], None)]
    assert (report.dispatched, report.returned, report.spared) == (5, 1, 1)
    text = browser(story.cast.sun).get(URL, {"rules": "in-force", "days": "30"}).content.decode()
    assert "80.00" in text, "4 of 5 dispatches of people were right"
    assert "66.67" in text
    assert past["own"].get_absolute_url() in text


def test_drafts_and_a_single_rule(past, rule, story, browser):
    rule("R1")
    draft = rule("D1", category=PIPE, department=None, is_draft=True)
    sun = browser(story.cast.sun)
    assert tried(sun).verdicts["none"] == 1
    with_drafts = tried(sun, rules="drafts")
    assert with_drafts.verdicts == {"same": 3, "changed": 1}
    assert with_drafts.hits[draft.pk] == {"same": 1}
    assert tried(sun, rules="D1").verdicts == {"same": 1, "none": 3}
    assert sun.get(URL, {"rules": "no-such", "days": "30"}).status_code == 422


def test_nothing_is_moved_by_trying(past, rule, story, browser):
    rule("R1", department=None, is_automatic=True)
    before = list(Incident.objects.order_by("pk").values())
    tried(browser(story.cast.sun))
    assert list(Incident.objects.order_by("pk").values()) == before


def test_each_sees_the_past_of_their_area(past, rule, story, browser):
    rule("R1")
    assert tried(browser(story.cast.tang)).looked_at == tried(browser(story.cast.chen)).looked_at == 6
    for person in ("zhao", "wang", "guo", "he"):
        assert browser(getattr(story.cast, person)).get(URL).status_code == 403


def test_older_ones_are_not_read(past, rule, story, browser, monkeypatch):
    Incident.objects.filter(pk__lte=past["own"].pk).update(reported_at=story.at - timedelta(days=8))
    assert tried(browser(story.cast.sun), days="7").looked_at == 4
    monkeypatch.setattr(dryrun, "CHUNK", 2)
    monkeypatch.setattr(dryrun, "MOST", 4)
    report = tried(browser(story.cast.sun))
    assert (report.looked_at, report.is_cut) == (4, True)


def test_rules_of_other_towns_are_not_listed(rule, story, browser):
    rule("R1")
    RoutingRule.objects.create(code="X1", area=story.cast.areas["510116002"])
    RoutingRule.objects.create(code="C1", area=story.cast.county)
    RoutingRule.objects.create(code="A1")
    page = browser(story.cast.sun).get(URL)
    assert [row.code for row in page.context["page"].rows] == ["A1", "C1", "R1"]
    assert ">X1<" not in page.content.decode()
    assert len(browser(story.cast.chen).get(URL).context["page"].rows) == 4


def test_more_rules_cost_no_more_queries(past, rule, story, browser):
    client = browser(story.cast.sun)
    rule("R1")
    tried(client)  # whatever is remembered after the first visit
    costs = []
    for n in (0, 30):
        for number in range(n):
            rule(f"N{number}")
        with CaptureQueriesContext(connection) as queries:
            tried(client)
        costs.append(len(queries))
    assert costs[0] == costs[1]
