"""One case, for its team and for supervisors."""

import pytest

from tests.mediation.story import STAGES, agreed, failed, mediating, open_for, registered


@pytest.mark.parametrize("state", STAGES)
@pytest.mark.parametrize("person", ["wu", "zheng", "chen"])
def test_every_state_can_be_looked_at(state, person, story, browser):
    case = STAGES[state](story.cast)
    if person == "zheng":
        open_for(story.cast.zheng, case)
    response = browser(getattr(story.cast, person)).get(case.get_absolute_url())
    assert response.status_code == 200
    assert case.get_state_display() in response.text


def test_the_team_reads_all(story, browser):
    case = agreed(story.cast)
    text = browser(story.cast.feng).get(case.get_absolute_url()).text
    for told in [case.title, case.summary, "双方陈述了事实。", "楼上三日内修好。", "口头协议", "张**",
                 story.net.feng.name]:
        assert told in text, told


def test_a_supervisor_reads_the_outline_only(story, browser):
    case = failed(story.cast)
    text = browser(story.cast.chen).get(case.get_absolute_url()).text
    for told in [case.number, case.category.label, "东升街道", story.net.here.name, "调解不成", "2026-03-11 09:30"]:
        assert told in text, told
    for secret in [case.title, case.summary, case.place, "双方陈述", case.round.advice, "当事人明确拒绝", "张*",
                   story.net.feng.name, story.cast.wu.name]:
        assert secret not in text, secret


@pytest.mark.parametrize(("state", "person", "acts"), [
    ("registered", "wu", ["accept", "refuse", "join", "transfer"]),
    ("registered", "zheng", ["accept", "refuse", "join", "transfer"]),
    ("accepted", "wu", ["transfer", "invite"]), ("accepted", "zheng", ["assign", "transfer", "invite"]),
    ("assigned", "zheng", ["move-up", "reassign", "transfer", "invite"]),
    ("assigned", "feng", ["session", "move-up", "fail", "invite"]),
    ("mediating", "feng", ["session", "agree", "retry", "move-up", "fail", "invite"]),
    ("mediating", "wu", ["move-up", "transfer", "invite"]),
    ("agreed", "wu", ["follow-up", "reopen", "archive"]), ("agreed", "feng", ["follow-up"]), ("mediating", "chen", []),
])
def test_only_what_may_be_done_now_is_offered(state, person, acts, story, browser):
    case = STAGES[state](story.cast)
    if person == "zheng":
        open_for(story.cast.zheng, case)
    response = browser(getattr(story.cast, person)).get(case.get_absolute_url())
    assert [deed.act for deed in response.context["deeds"]] == acts


@pytest.mark.parametrize("person", ["qian", "wang", "zhou", "nobody"])
def test_who_has_no_post_in_mediation_stays_outside(person, story, browser):
    case = registered(story.cast)
    assert browser(getattr(story.cast, person)).get(case.get_absolute_url()).status_code == 403


def test_another_town_finds_nothing(story, browser, neighbours):
    case = mediating(story.cast)
    for foreigner in neighbours.values():
        assert browser(foreigner).get(case.get_absolute_url()).status_code == 404


def test_a_stranger_signs_in_first(story, browser):
    response = browser().get(registered(story.cast).get_absolute_url())
    assert (response.status_code, response["Location"].split("?")[0]) == (302, "/accounts/login/")
