"""Several mediators on a case, and those who should not be."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mediation import actions
from mediation.models import Case, Mediator
from mediation.team import actions as team
from shuangliu.notices.models import Notice
from tests.mediation import work
from tests.mediation.story import accepted, mediating, registered


@pytest.fixture
def gao(story) -> Mediator:
    return work.colleague(story.cast)


def fresh(user):
    """The user as a new request reads them."""
    return type(user).objects.get(pk=user.pk)


def test_who_helps_sees_works_and_is_told(story, gao, browser):
    case = mediating(story.cast)
    client = browser(gao.user)
    assert client.get(case.get_absolute_url()).status_code == 404
    team.set_team(case, by=story.cast.zheng, at=story.now, others=[gao], chosen_by="applicant")
    assert client.get(case.get_absolute_url()).status_code == 200
    assert client.get(f"/mediation/cases/{case.pk}/session/").status_code == 200
    user = fresh(gao.user)
    assert case in Case.objects.visible_to(user)
    assert case in Case.objects.waiting_for(user)
    assert Notice.objects.filter(kind="case.helps", user=user).exists()


def test_who_is_not_chosen_any_longer_sees_nothing(story, gao, browser):
    case = mediating(story.cast)
    team.set_team(case, by=story.cast.zheng, at=story.now, others=[gao])
    team.set_team(case, by=story.cast.zheng, at=story.now, others=[])
    assert browser(gao.user).get(case.get_absolute_url()).status_code == 404
    assert case.members.get(mediator=gao).until == story.now


def test_handed_up_the_helpers_are_released(story, gao):
    case = mediating(story.cast)
    team.set_team(case, by=story.cast.zheng, at=story.now, others=[gao])
    actions.move_up_case(case, by=story.cast.feng, at=story.now, failed_reason="no_agreement")
    assert not Case.objects.visible_to(fresh(gao.user)).exists()


def test_the_parties_choose_and_it_is_written_down(story, browser, gao):
    case = accepted(story.cast)
    response = browser(story.cast.zheng).post(f"/mediation/cases/{case.pk}/assign/", {
        "mediator": story.net.feng.pk, "others": [gao.pk], "chosen_by": "both"})
    assert response.status_code == 302
    assert list(case.members.values_list("mediator__name", "is_lead", "chosen_by")) == [
        (story.net.feng.name, True, "both"), (gao.name, False, "appointed")]


def test_a_list_of_cases_one_helps_with_asks_the_same_questions(story, gao, browser):
    client, asked = browser(gao.user), []
    for n in (1, 6):
        while Case.objects.count() < n:
            team.set_team(mediating(story.cast), by=story.cast.zheng, at=story.now, others=[gao])
        client.get("/api/v1/mediation/cases/")
        with CaptureQueriesContext(connection) as queries:
            found = client.get("/api/v1/mediation/cases/").json()["results"]
        assert len(found) == n
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_the_candidate_list_warns_and_the_recused_one_is_refused(story, browser, gao):
    case = accepted(story.cast)
    team.raise_recusal(case, by=story.cast.wu, at=story.now, mediator=gao, raised_by="mediator", ground="kin")
    assert "有人提出回避" in browser(story.cast.zheng).get(f"/mediation/cases/{case.pk}/assign/").text
    team.decide_recusal(case, by=story.cast.zheng, at=story.now, recusal=case.recusals.get(), decision="upheld")
    with pytest.raises(actions.Refused):
        actions.assign_case(case, by=story.cast.zheng, at=story.now, mediator=gao)


def test_the_lead_is_recused_and_another_takes_over(story, gao, browser):
    case = work.recusal_open(story.cast)
    url, sent = f"/mediation/cases/{case.pk}/decide-recusal/", {"recusal": case.recusals.get().pk, "decision": "upheld"}
    client = browser(story.cast.zheng)
    response = client.post(url, sent)
    assert response.status_code == 422
    assert "另行指派" in str(response.context["form"].errors["mediator"])
    assert case.recusals.get().decision == ""
    assert client.post(url, sent | {"mediator": gao.pk}).status_code == 302
    case.refresh_from_db()
    assert (case.mediator, case.state) == (gao, "assigned")
    assert browser(story.cast.feng).get(case.get_absolute_url()).status_code == 404


def test_a_helper_who_is_recused_leaves(story, gao):
    case = mediating(story.cast)
    team.set_team(case, by=story.cast.zheng, at=story.now, others=[gao])
    team.raise_recusal(case, by=story.cast.wu, at=story.now, mediator=gao, raised_by="respondent", ground="partial")
    team.decide_recusal(case, by=story.cast.zheng, at=story.now, recusal=case.recusals.get(), decision="upheld")
    assert not Case.objects.visible_to(fresh(gao.user)).exists()


@pytest.mark.parametrize(("scale", "reason", "status"), [("03", "", 422), ("03", "首席调解员外出", 302), ("02", "",
                                                                                                          302)])
def test_a_major_group_needs_a_chief_mediator_or_a_reason(scale, reason, status, story, browser):
    case = registered(story.cast, scale=scale)
    actions.accept_case(case, by=story.cast.wu, at=story.now, org=story.net.here, chosen_why="当事人均在本社区")
    if scale == "03":
        work.major.write_five_ones(case, by=story.cast.zheng, at=story.now, **work.FIVE)
    response = browser(story.cast.zheng).post(f"/mediation/cases/{case.pk}/assign/", {
        "mediator": story.net.feng.pk, "chosen_by": "appointed", "rank_reason": reason})
    assert response.status_code == status


def test_nobody_is_invited_without_consent(story):
    case = mediating(story.cast)
    with pytest.raises(actions.Refused):
        team.invite_participant(case, by=story.cast.feng, at=story.now, kind="expert", name="王专家", role="鉴定",
                                parties_consent=False)
    assert not case.inviteds.exists()
