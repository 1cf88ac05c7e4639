"""Rights notice and consent: what must be there before a dispute is taken on, and what a refusal means."""

from datetime import timedelta

import pytest
from django.urls import reverse

from mediation import actions
from mediation.models import Consent, Standing
from mediation.models.cases import Source
from shuangliu import audit
from tests.mediation.story import LIU, ZHANG, accepted, assigned, mediating, offered, refused, registered


def url(case, act: str) -> str:
    return reverse(f"mediation:case-{act}", args=[case.pk])


@pytest.fixture
def wu(story, browser):
    return browser(story.cast.wu)


def say(client, case, *sides, **said):
    """Wu writes down what the parties of these sides were told or answered."""
    parties = [party.pk for party in case.parties.all() if party.role in sides]
    return client.post(url(case, "consent"), {"parties": parties, "form": "oral", **said})


def test_both_sides_are_told_and_agree_before_it_is_accepted(wu, story):
    case = registered(story.cast, willing=False)
    page = wu.get(url(case, "accept"))
    assert not page.context["is_ready"] or "尚未表示同意" in page.text
    response = wu.post(url(case, "accept"), {"elsewhere": "no"})
    assert response.status_code == 422
    assert "申请人 张**尚未表示同意调解。" in response.text
    assert "尚未向被申请人 刘**告知权利义务。" in response.text
    say(wu, case, "applicant", told="on", answer="agrees")
    say(wu, case, "respondent", answer="agrees")
    assert wu.post(url(case, "accept"), {"elsewhere": "no"}).status_code == 422
    say(wu, case, "respondent", told="on")
    assert wu.post(url(case, "accept"), {"elsewhere": "no"}).status_code == 302
    case.refresh_from_db()
    assert (case.state, case.basis) == ("accepted", "consent")


@pytest.mark.parametrize("source", ["initiative", "screening", "incident"])
def test_the_committee_steps_in_by_itself_where_nobody_refuses(source, story):
    case = registered(story.cast, willing=False, source=source)
    actions.accept_case(case, by=story.cast.wu, at=story.now)
    assert case.basis == "initiative"


@pytest.mark.parametrize("source", Source.values)
def test_nobody_is_mediated_against_a_refusal(source, story):
    case = registered(story.cast, source=source)
    actions.record_consent(case, by=story.cast.wu, at=story.now, parties=case.parties.filter(role="respondent"),
                           what=["refuses"], form="oral")
    for basis in ("consent", "initiative"):
        with pytest.raises(actions.NotReady, match="拒绝调解"):
            actions.accept_case(case, by=story.cast.wu, at=story.now, basis=basis)


def test_a_side_that_nobody_knows_cannot_have_agreed(story):
    case = registered(story.cast, parties=[ZHANG], source="incident")
    with pytest.raises(actions.NotReady, match="尚未登记被申请人"):
        actions.accept_case(case, by=story.cast.wu, at=story.now)


@pytest.mark.parametrize("elsewhere", ["court", "channel", ""])
def test_what_a_court_has_taken_up_is_not_accepted(elsewhere, wu, story):
    case = registered(story.cast)
    response = wu.post(url(case, "accept"), {"elsewhere": elsewhere})
    assert response.status_code == 422
    assert "elsewhere" in response.context["form"].errors
    case.refresh_from_db()
    assert case.state == "registered"


def test_the_latest_answer_holds(story):
    case = registered(story.cast)
    parties = case.parties.filter(role="applicant")
    for minutes, what in ((2, "refuses"), (1, "agrees"), (3, "public")):
        actions.record_consent(case, by=story.cast.wu, at=story.now, parties=parties, what=[what], form="written",
                               said_at=story.now + timedelta(minutes=minutes) - timedelta(hours=1))
    standing = Standing(parties.get())
    # “Agrees” of the registration was said later than both.
    assert (standing.agrees, standing.refuses, standing.is_open) == (True, False, True)


def test_a_refusal_leads_to_the_end_of_mediation(story, browser):
    case = mediating(story.cast)
    feng = browser(story.cast.feng)
    response = say(feng, case, "respondent", answer="refuses")
    assert response["Location"] == f"{url(case, 'fail')}?failed_reason=refused"
    assert feng.get(response["Location"]).context["form"]["failed_reason"].value() == "refused"
    assert "请办理终止" in feng.get(case.get_absolute_url()).text
    case.refresh_from_db()
    assert case.state == "mediating"  # somebody writes the end down; nothing moves by itself


def test_a_refusal_before_acceptance_leads_to_not_accepting(wu, story):
    case = registered(story.cast)
    response = say(wu, case, "respondent", answer="refuses")
    assert response["Location"] == f"{url(case, 'refuse')}?code=other_refuses"
    assert wu.get(response["Location"]).context["form"]["code"].value() == "other_refuses"


def test_what_is_offered_to_others_comes_back_when_a_party_refuses(wu, story, browser, neighbours):
    case = offered(story.cast)
    assert say(wu, case, "respondent", answer="refuses")["Location"] == url(case, "recall")
    assert say(browser(neighbours["wu"]), case, "respondent", answer="refuses")["Location"] == url(case, "hand-back")


def test_who_may_not_end_it_stays_at_the_case(wu, story):
    case = assigned(story.cast)  # Feng has an account: Wu does not write for him
    assert say(wu, case, "respondent", answer="refuses")["Location"] == case.get_absolute_url()


@pytest.mark.parametrize(("said", "field"), [
    ({"told": "on", "form": ""}, "form"), ({"answer": "perhaps"}, "answer"), ({}, "__all__"),
    ({"told": "on", "said_at": "2026-03-11T09:31"}, "said_at"),
])
def test_what_is_missing_is_said(said, field, wu, story):
    case = registered(story.cast, willing=False)
    response = say(wu, case, "applicant", **said)
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert not Consent.objects.exists()


def test_a_party_of_another_case_does_not_answer_here(wu, story):
    case, other = registered(story.cast, willing=False), registered(story.cast, willing=False)
    sent = {"parties": [other.parties.first().pk], "form": "oral", "told": "on"}
    assert wu.post(url(case, "consent"), sent).status_code == 422


def test_mediation_is_public_when_every_party_agrees(wu, story):
    case = registered(story.cast)
    say(wu, case, "applicant", openness="public")
    assert "并非各方均同意公开" in wu.get(case.get_absolute_url()).text
    say(wu, case, "respondent", openness="public")
    assert "公开：各方均同意。" in wu.get(case.get_absolute_url()).text


def test_the_log_says_what_and_how_and_no_name(wu, story):
    case = registered(story.cast, willing=False)
    say(wu, case, "applicant", told="on", answer="agrees")
    entry = audit.history(case).last()
    assert entry.detail == {"parties": ["applicant"], "what": ["told", "agrees"], "form": "oral"}
    assert "申请人 · 已告知权利义务、同意调解 · 口头" in wu.get(case.get_absolute_url()).text


def test_the_notice_of_rights_is_printed(wu, story, browser):
    case = accepted(story.cast)
    text = wu.get(reverse("mediation:case-notice", args=[case.pk, "rights"])).text
    assert "选择或者接受人民调解员" in text
    assert ZHANG.name not in text
    assert browser(story.cast.chen).get(reverse("mediation:case-notice", args=[case.pk, "rights"])).status_code == 403
    assert wu.get(reverse("mediation:case-notice", args=[case.pk, "other"])).status_code == 404


# Not accepted


def test_the_notice_to_the_applicant_says_why_and_where_to_turn(wu, story):
    case = registered(story.cast)
    notice = reverse("mediation:case-notice", args=[case.pk, "refusal"])
    assert wu.get(notice).status_code == 404
    wu.post(url(case, "refuse"), {"code": "not_our_area"})
    case.refresh_from_db()
    assert (case.state, case.refused_code, case.refused_reason) == ("not_accepted", "not_our_area", "")
    assert "所在地" in case.advice
    text = wu.get(notice).text
    assert "不属于本辖区" in text
    assert case.advice in text


def test_another_reason_is_said_in_words(wu, story):
    case = registered(story.cast)
    assert wu.post(url(case, "refuse"), {"code": "other"}).status_code == 422
    assert wu.post(url(case, "refuse"), {"code": "other", "reason": "双方已和好。"}).status_code == 302


def test_one_s_own_advice_stays(story):
    case = refused(story.cast)
    other = registered(story.cast)
    actions.refuse_case(other, by=story.cast.wu, at=story.now, code="in_court", advice="请找一庭。")
    assert (case.advice != other.advice, other.advice) == (True, "请找一庭。")


def test_a_consent_at_the_window_counts(story):
    case = registered(story.cast, parties=[ZHANG, LIU])
    assert Consent.objects.filter(party__case=case, form="oral", by=story.cast.wu).count() == 4
