"""Mediating together: asked, answered, the part played."""

from datetime import timedelta

import pytest

from mediation.joint import actions
from mediation.models import Case, JointMember
from tests.mediation.story import agreed, mediating, registered

ASKED = {"body_name": "区住房和城乡建设局", "contact": "物业科 028-85800000", "reason": "解释维修资金使用办法"}


@pytest.fixture
def case(story) -> Case:
    return mediating(story.cast)


def url(case: Case, act: str) -> str:
    return f"/mediation/cases/{case.pk}/{act}/"


def test_a_department_is_asked_and_comes_along(case, story, browser):
    feng = browser(story.cast.feng)
    assert feng.post(url(case, "invite"), ASKED).status_code == 302
    member = JointMember.objects.get()
    assert "待答复" in feng.get(case.get_absolute_url()).text
    sent = {"member": member.pk, "answer": "accepted", "part": "到场释法，提出分期维修方案。"}
    assert feng.post(url(case, "partner"), sent).status_code == 302
    text = feng.get(case.get_absolute_url()).text
    for told in ["区住房和城乡建设局", "同意参加", "到场释法，提出分期维修方案。"]:
        assert told in text
    case.refresh_from_db()
    assert case.state == "mediating"
    form = feng.get(url(case, "session")).context["form"]
    assert form["participants"].initial == "区住房和城乡建设局"


def test_the_moment_of_the_answer_stays_when_the_part_is_added(case, story, browser, now):
    member = actions.invite(case, by=story.cast.feng, at=now, reason="释法", org=story.net.there)
    actions.note_partner(case, by=story.cast.feng, at=now, member=member, answer="accepted")
    later = now + timedelta(days=2)
    actions.note_partner(case, by=story.cast.feng, at=later, member=member, answer="accepted", part="x")
    member.refresh_from_db()
    assert (member.answered_at, member.part, member.name) == (now, "x", story.net.there.name)


@pytest.mark.parametrize("sent", [{"body_name": ""}, {"reason": ""}, {"org": "there"}])
def test_one_partner_and_what_for(sent, case, story, browser):
    sent = ASKED | {name: story.net.there.pk if value == "there" else value for name, value in sent.items()}
    assert browser(story.cast.feng).post(url(case, "invite"), sent).status_code == 422
    assert not JointMember.objects.exists()


def test_nobody_is_asked_twice(case, story, browser):
    feng = browser(story.cast.feng)
    feng.post(url(case, "invite"), ASKED)
    assert feng.post(url(case, "invite"), ASKED).status_code == 409
    assert JointMember.objects.count() == 1


def test_only_those_who_have_the_case_ask_and_only_while_it_is_tried(case, story, browser, neighbours):
    assert browser(story.cast.chen).post(url(case, "invite"), ASKED).status_code == 403
    assert browser(neighbours["feng"]).post(url(case, "invite"), ASKED).status_code == 404
    for made in (registered(story.cast), agreed(story.cast)):
        assert browser(story.cast.wu).post(url(made, "invite"), ASKED).status_code == 409


def test_partners_see_nothing_here(case, story, browser, neighbours):
    browser(story.cast.feng).post(url(case, "invite"), {"org": story.net.there.pk, "reason": "了解当事人"})
    assert browser(neighbours["wu"]).get(case.get_absolute_url()).status_code == 404


def test_partners_are_no_outline(case, story, browser):
    browser(story.cast.feng).post(url(case, "invite"), ASKED)
    assert "物业科" not in browser(story.cast.chen).get(case.get_absolute_url()).text
