"""The end of mediation: a party that refuses ends it at any time, whoever has the case (人民调解法 art. 3, 17, 26)."""

import uuid

import pytest
from django.urls import reverse

from mediation import actions
from mediation.models import Case, Duty
from mediation.papers import actions as papers
from shuangliu import deadlines
from tests.mediation.after.story import agreed
from tests.mediation.story import accepted, assigned, mediating, open_for, registered
from tests.mediation.work import in_panel

SENT = {"failed_reason": "refused", "advice": "已告知可以向法院起诉。"}


def url(case, act: str = "fail") -> str:
    return reverse(f"mediation:case-{act}", args=[case.pk])


def refuse(client, case):
    """The respondent says no, in front of whoever has this browser."""
    return client.post(url(case, "consent"), {
        "parties": [case.parties.get(role="respondent").pk], "form": "oral", "answer": "refuses"})


@pytest.mark.parametrize("person", ["wu", "zheng"])
def test_a_party_refuses_before_a_mediator_is_appointed(person, story, browser):
    case, client = accepted(story.cast), browser(getattr(story.cast, person))
    response = refuse(client, case)
    assert response["Location"] == f"{url(case)}?failed_reason=refused"
    form = client.get(response["Location"]).context["form"]
    assert form["failed_reason"].value() == "refused"
    assert "no_agreement" not in dict(form.fields["failed_reason"].choices)
    assert client.post(url(case), SENT).status_code == 302

    case = Case.objects.get(pk=case.pk)
    assert (case.state, case.outcome, case.mediator, case.due_at) == ("failed", "failed", None, None)
    assert (case.round.end, case.round.failed_reason, case.round.advice) == ("failed", "refused", SENT["advice"])
    assert not deadlines.running(case).exists()


def test_nobody_has_tried_to_reach_an_agreement_then(story, browser):
    case = accepted(story.cast)
    response = browser(story.cast.wu).post(url(case), {**SENT, "failed_reason": "no_agreement"})
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["failed_reason"])
    with pytest.raises(actions.Refused, match="没有指派调解员"):
        actions.fail_case(case, by=story.cast.wu, at=story.now, **{**SENT, "failed_reason": "no_agreement"})
    case.refresh_from_db()
    assert case.state == "accepted"


def test_its_dossier_is_filed_like_any_other(story, browser):
    case = accepted(story.cast)
    actions.fail_case(case, by=story.cast.wu, at=story.now, **SENT)
    duty, = Duty.objects.waiting_for(story.cast.wu)
    assert (duty.kind, duty.mediator) == ("archive", None)
    wu = browser(story.cast.wu)
    assert case.title in wu.get(reverse("mediation:duty-list")).text
    for item in papers.gaps(case):
        papers.file_original(case, by=story.cast.wu, at=story.now, item=item, uuid=uuid.uuid4(), pages=1)
    papers.archive_case(case, by=story.cast.wu, at=story.now, retention="long")
    assert not Duty.objects.open().exists()


def test_one_that_is_mediated_again_stays_settled(story):
    case = agreed(story.cast)
    actions.reopen_case(case, by=story.cast.wu, at=story.now, reason="到期未付。")
    actions.fail_case(case, by=story.cast.wu, at=story.now, **SENT)
    assert (case.state, case.outcome, case.round.end) == ("failed", "settled", "failed")


def test_experts_do_not_hold_a_party_back(story):
    case = in_panel(story.cast)
    actions.fail_case(case, by=story.cast.feng, at=story.now, **SENT)
    assert case.state == "failed"


@pytest.mark.parametrize(("make", "mediator", "may"), [
    (accepted, None, {"wu", "zheng"}), (mediating, "feng", {"feng"}),
    (assigned, "without_account", {"wu", "zheng"}),
])
def test_who_mediates_ends_it_and_the_centre_for_whoever_cannot(make, mediator, may, story, browser):
    given = {"mediator": getattr(story.net, mediator)} if mediator else {}
    case = make(story.cast, **given)
    open_for(story.cast.zheng, case)
    offered = {name for name in ("wu", "zheng", "feng") if (name == "feng") <= (mediator == "feng")
               and url(case) in browser(getattr(story.cast, name)).get(case.get_absolute_url()).text}
    assert offered == may
    for name in {"wu", "zheng"} - may:
        assert browser(getattr(story.cast, name)).post(url(case), SENT).status_code == 403


def test_before_acceptance_it_is_not_taken_on_instead(story, browser):
    assert browser(story.cast.wu).post(url(registered(story.cast)), SENT).status_code == 409
