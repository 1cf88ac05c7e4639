"""One case, for its team and for supervisors."""

import pytest
from django.urls import reverse

from mediation import actions
from mediation.deeds import DEEDS, deeds_for
from mediation.models import Case
from mediation.offered import MOST, SUBJECTS
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
    ("registered", "wu", ["accept", "refuse", "transfer"]), ("registered", "zheng", ["accept", "refuse", "transfer"]),
    ("accepted", "wu", ["transfer", "invite"]), ("accepted", "zheng", ["assign", "transfer", "invite"]),
    ("assigned", "zheng", ["reassign", "transfer", "move-up"]), ("assigned", "feng", ["session", "fail", "move-up"]),
    ("mediating", "feng", ["session", "agree", "fail"]), ("mediating", "wu", ["transfer", "move-up"]),
    ("agreed", "wu", ["follow-up", "archive", "deposit"]), ("agreed", "feng", ["follow-up", "deposit"]),
    ("mediating", "chen", ["mark-major", "supervise"]), ("joined", "chen", []),
])
def test_what_comes_next_is_in_sight(state, person, acts, story, browser):
    case = STAGES[state](story.cast)
    if person == "zheng":
        open_for(story.cast.zheng, case)
    response = browser(getattr(story.cast, person)).get(case.get_absolute_url())
    assert [deed.act for deed in response.context["deeds"]] == acts


@pytest.mark.parametrize("state", STAGES)
@pytest.mark.parametrize("person", ["wu", "zheng", "feng", "chen"])
def test_all_that_may_be_done_now_stands_in_one_place_on_the_page(state, person, story, browser):
    case, user = STAGES[state](story.cast), getattr(story.cast, person)
    if person == "zheng":
        open_for(story.cast.zheng, case)
    if not Case.objects.visible_to(user).filter(pk=case.pk).exists():
        return
    response = browser(user).get(case.get_absolute_url())
    shown = response.context
    places = [*shown["deeds"], *shown["of_facts"], *(deed for _label, deeds in shown["more"] for deed in deeds),
              *(deed for _template, card in shown["cards"] for deed in card["deeds"])]
    assert sorted(deed.act for deed in places) == sorted(deed.act for deed in deeds_for(user, case))
    for deed in places:
        assert f'href="{reverse(deed.route, args=[case.pk])}"' in response.text, deed.act
    assert len(shown["deeds"]) <= MOST


def test_the_rarer_acts_stand_under_their_subjects(story, browser):
    page = browser(story.cast.feng).get(mediating(story.cast).get_absolute_url())
    assert [(str(label), [deed.act.value for deed in deeds]) for label, deeds in page.context["more"]] == [
        ("办案进程", ["consult", "retry", "move-up"]),
        ("记录与证据", ["investigate", "evidence", "private-note", "deposit"]), ("其他单位", ["invite"]),
        ("风险与督办", ["risk", "police"]),
    ]
    assert page.text.count('<details class="deeds-more">') == 1


def test_every_act_has_one_subject():
    subjects = [act for _label, acts in SUBJECTS for act in acts]
    assert sorted(subjects) == sorted(deed.act for deed in DEEDS.values() if not deed.aside)


def test_a_party_that_refuses_comes_first(story, browser):
    case = mediating(story.cast)
    actions.record_consent(case, by=story.cast.feng, at=story.now, parties=case.parties.all()[:1], what=["refuses"],
                           form="oral")
    page = browser(story.cast.feng).get(case.get_absolute_url())
    assert [deed.act for deed in page.context["deeds"]] == ["fail", "session", "agree"]
    assert page.context["main"] is None


@pytest.mark.parametrize(("state", "person", "main"), [
    ("registered", "wu", "accept"), ("accepted", "wu", None), ("accepted", "zheng", "assign"),
    ("assigned", "zheng", None), ("mediating", "feng", "session"),
])
def test_one_act_leads_on_or_none(state, person, main, story, browser):
    case = STAGES[state](story.cast)
    if person == "zheng":
        open_for(story.cast.zheng, case)
    page = browser(getattr(story.cast, person)).get(case.get_absolute_url())
    assert (page.context["main"] and page.context["main"].act) == main
    assert page.text.count('<a class="button button--primary"') == (main is not None)


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
