"""Another person asks; what is answered is not told to who mediated."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from mediation.after import actions as after
from mediation.models import FollowUp
from shuangliu import audit
from tests.mediation import story as before
from tests.mediation.after import story as tale
from tests.mediation.after.story import told

LATER = timedelta(days=10)


def sent(case, **more) -> dict:
    return {"uuid": str(uuid4()), "party": tale.respondent(case).pk, "way": "phone", "made_at": "2026-03-11T09:30",
            "answer": "satisfied", "kept": "kept", "note": "都解决了。", **more}


def url(case) -> str:
    return reverse("mediation:case-follow-up", args=[case.pk])


def test_both_sides_are_asked_and_it_is_done(story, browser):
    case = tale.agreed(story.cast)
    client = browser(story.cast.wu)
    assert client.post(url(case), sent(case)).status_code == 302
    assert case.duties.open().filter(kind="follow_up").exists()
    client.post(url(case), sent(case, party=case.parties.get(role="applicant").pk, answer="basically"))
    assert not case.duties.open().filter(kind="follow_up").exists()
    assert FollowUp.objects.answered().count() == FollowUp.objects.content().count() == 2


def test_sent_twice_it_is_one(story, browser):
    case = tale.agreed(story.cast)
    client, same = browser(story.cast.wu), sent(case)
    client.post(url(case), same)
    client.post(url(case), same)
    assert FollowUp.objects.count() == 1
    assert [entry.verb for entry in audit.history(case)].count("case.followed_up") == 1


def test_three_times_in_vain_is_enough(story):
    case = tale.agreed(story.cast)
    tale.asked(case, story.cast.wu, at=story.now + LATER, party=case.parties.get(role="applicant"))
    for n in range(3):
        assert case.duties.open().filter(kind="follow_up").exists()
        tale.asked(case, story.cast.wu, at=story.now + LATER + timedelta(days=n), answer="unreachable")
    assert not case.duties.open().filter(kind="follow_up").exists()
    assert FollowUp.objects.answered().count() == 1


def test_who_mediated_says_why_and_asks_nobody_how_it_was(story, browser):
    case = tale.agreed(story.cast)
    client = browser(story.cast.feng)
    page = client.get(url(case))
    assert "satisfied" not in [value for value, _ in page.context["form"].fields["answer"].choices]
    assert client.post(url(case), sent(case, answer="unasked")).status_code == 422
    assert client.post(url(case), sent(case)).status_code == 422
    assert client.post(url(case), sent(case, answer="unasked", own_reason="村里只有一名调解员。")).status_code == 302
    assert FollowUp.objects.get().own_reason


@pytest.mark.parametrize(("person", "is_told"), [("wu", True), ("zheng", True), ("feng", False)])
def test_the_mediator_does_not_see_who_was_how_satisfied(person, is_told, story, browser):
    case = tale.agreed(story.cast)
    tale.asked(case, story.cast.wu, at=story.now, answer="unsatisfied", note="调解员偏心。", may_escalate=True)
    text = browser(getattr(story.cast, person)).get(case.get_absolute_url()).text
    assert "回访记录" in text
    assert ("不满意" in text) is is_told
    assert ("调解员偏心" in text) is is_told


def test_an_alarm_reaches_the_manager(story):
    case = tale.agreed(story.cast)
    tale.asked(case, story.cast.wu, at=story.now, may_escalate=True)
    assert told(story.cast.zheng, "case.alarmed")


def test_a_failed_case_may_be_asked_about_too(story, browser):
    case = before.failed(story.cast)
    assert "kept" not in browser(story.cast.wu).get(url(case)).context["form"].fields
    assert browser(story.cast.wu).post(url(case), sent(case)).status_code == 302
    assert not case.duties.filter(kind="follow_up").exists()


def test_it_is_planned_again_when_the_last_performance_moves(story):
    case = tale.agreed(story.cast, times=2)
    planned = case.duties.open().get(kind="follow_up").due_at
    for item in case.performances.all():
        after.perform_item(case, by=story.cast.feng, at=story.now, item=item, on=story.now.date())
    assert case.duties.open().get(kind="follow_up").due_at < planned
