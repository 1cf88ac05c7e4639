"""Routing rules: which one wins, what it suggests, what it does by itself."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from grids.models import Post
from grids.rules import RuleSet
from incidents import actions
from incidents.models import RoutingRule
from incidents.routing import rule_of
from shuangliu import audit
from tests.conftest import NOW

from .story import DISPUTE, PIPE, RUBBISH

DAY = NOW.date()
TOWN_OFFICE, COUNTY_OFFICE = "dongsheng-urban-management", "urban-management"


@pytest.fixture
def rule(story):
    def make(code, category=None, area=None, department=None, **more):
        return RoutingRule.objects.create(
            code=code, category=category and story.kinds.get(category, story.kinds[RUBBISH].parent),
            area=area and story.cast.areas[area], department=department and story.cast.departments[department],
            **{"is_draft": False, **more})

    return make


def winner(incident) -> str | None:
    found = rule_of(incident, DAY)
    assert found == RuleSet(RoutingRule.objects.in_force(DAY).whole()).best(incident), "one rule for one and for many"
    return found and found.code


def test_the_rule_that_says_most_wins(story, rule):
    incident = story.report()
    assert winner(incident) is None
    steps = [
        ("any", {}), ("county", {"area": "510116"}), ("community", {"area": "510116001001"}),
        ("first-level", {"category": "E01"}), ("first-level-town", {"category": "E01", "area": "510116001"}),
        ("second-level", {"category": RUBBISH}), ("second-town", {"category": RUBBISH, "area": "510116001"}),
        ("ordinary", {"category": RUBBISH, "area": "510116001", "is_urgent": False}),
        ("newer", {"category": RUBBISH, "area": "510116001", "is_urgent": False, "valid_from": DAY}),
        ("a-newer", {"category": RUBBISH, "area": "510116001", "is_urgent": False, "valid_from": DAY}),
    ]
    for code, how in steps:
        rule(code, **how)
        assert winner(incident) == code


@pytest.mark.parametrize("how", [
    {"category": PIPE}, {"area": "510116002"}, {"is_urgent": True}, {"is_draft": True},
    {"valid_from": DAY + timedelta(days=1)}, {"valid_to": DAY - timedelta(days=1)}])
def test_a_rule_that_does_not_fit(how, story, rule):
    rule("R1", **how)
    assert winner(story.report()) is None


def test_an_office_out_of_use_gets_nothing(story, rule):
    rule("R1", department=COUNTY_OFFICE)
    story.cast.departments[COUNTY_OFFICE].is_active = False
    story.cast.departments[COUNTY_OFFICE].save()
    assert winner(story.report()) is None


def form_of(browser, user, incident):
    answer = browser(user).get(reverse("incidents:incident-assign", args=[incident.pk]))
    assert answer.status_code == 200
    return answer.context["form"]["department"]


def test_the_desk_finds_the_choice_of_the_rule(story, rule, browser):
    incident = story.tell("accepted")
    assert form_of(browser, story.cast.sun, incident).initial == TOWN_OFFICE  # the usual one
    rule("R1", category=RUBBISH)
    field = form_of(browser, story.cast.sun, incident)
    assert field.initial == "self"
    assert "暴露垃圾 × 全县 → " in field.help_text
    rule("R2", category=RUBBISH, area="510116", department=COUNTY_OFFICE)
    field = form_of(browser, story.cast.sun, incident)
    assert field.initial is None, "a sub-centre has no power over the county's departments"
    assert "区城市管理局" in field.help_text
    assert form_of(browser, story.cast.tang, incident).initial == COUNTY_OFFICE


def test_a_station_without_offices_handles_it_itself_unless_a_rule_says_otherwise(story, rule, browser):
    incident = story.tell("accepted")
    assert form_of(browser, story.cast.zhao, incident).initial == "self"
    rule("R1", area="510116001", department=TOWN_OFFICE)
    field = form_of(browser, story.cast.zhao, incident)
    assert field.initial is None
    assert "上报上一级" in field.help_text


def test_an_automatic_rule_dispatches_at_acceptance(story, rule, browser, now):
    rule("R1", category="E01", area="510116001", department=TOWN_OFFICE, is_automatic=True)
    incident = story.report()
    answer = browser(story.cast.zhao).post(reverse("incidents:incident-accept", args=[incident.pk]), follow=True)
    incident.refresh_from_db()
    assert (incident.state, incident.department.code, incident.tier) == ("assigned", TOWN_OFFICE, 3)
    assert [(entry.verb, entry.actor_id) for entry in audit.history(incident)][1:] == [
        ("incident.accepted", story.cast.zhao.pk), ("incident.assigned", None)]
    assert audit.history(incident).last().detail["rule"] == "R1"
    text = answer.content.decode()
    assert "已受理，并已按规则派遣" in text
    assert "依据规则 类E01 × 东升街道 → 东升街道综合执法队" in text
    # A return comes back to the sub-centre, whose office it is; the rule does not send it again.
    actions.return_(incident, by=story.cast.guo, at=story.later(), reason="不属于我们")
    assert (incident.state, incident.tier) == ("accepted", 3)


def test_an_automatic_rule_waits_for_the_desk_where_nobody_serves(story, rule):
    """Nobody there could sign for it."""
    rule("R1", category="E01", area="510116001", department=TOWN_OFFICE, is_automatic=True)
    Post.objects.filter(department__code=TOWN_OFFICE).update(valid_to=date(2026, 1, 31))
    assert story.tell("accepted").state == "accepted"


def test_an_automatic_rule_for_the_own_desk(story, rule):
    rule("R1", is_automatic=True)
    incident = story.tell("accepted")
    assert (incident.state, incident.department_id, incident.tier) == ("assigned", None, 2)
    actions.sign(incident, by=story.cast.zhao, at=story.later())


def test_what_is_not_automatic_waits_for_the_desk_and_disputes_always_do(story, rule):
    rule("R1", category=RUBBISH)
    rule("R2", is_automatic=True)
    assert story.tell("accepted").state == "accepted"
    assert story.tell("accepted", kind=DISPUTE).state == "accepted"


@pytest.mark.parametrize(("how", "field"), [
    ({"department": TOWN_OFFICE}, "department"), ({"department": TOWN_OFFICE, "area": "510116002"}, "department"),
    ({"area": "510116001001001"}, "area"), ({"category": DISPUTE, "is_automatic": True}, "is_automatic"),
    ({"valid_from": DAY, "valid_to": DAY - timedelta(days=1)}, "__all__"), ({"code": "规则"}, "code")])
def test_rules_that_cannot_be(how, field, story):
    given = {"code": "R1", **how}
    given |= {"category": story.kinds.get(how.get("category")), "area": story.cast.areas.get(how.get("area")),
              "department": story.cast.departments.get(how.get("department"))}
    with pytest.raises(ValidationError) as refusal:
        RoutingRule(**given).full_clean()
    assert field in refusal.value.message_dict


def test_a_rule_of_another_time_is_of_that_time(story, rule):
    rule("old", valid_to=date(2025, 12, 31))
    assert rule_of(story.report(), date(2025, 6, 1)).code == "old"
