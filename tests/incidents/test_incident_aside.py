"""Beside the straight way: merged, withdrawn, corrected, suspended, extended, reopened (domain.md §5.1.1)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.timezone import localdate

from grids.jurisdiction import may
from incidents import actions
from incidents.deeds import offered, possible
from incidents.measures import counted
from incidents.models import Incident
from shuangliu.deadlines import running
from shuangliu.deadlines.models import Deadline
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.pages.conflict import Conflict

from .story import PIPE, RUBBISH


def acts(incident, user) -> list[str]:
    return [deed.act.value for deed in offered(Incident.objects.get(pk=incident.pk), user)]


def test_merged_goes_on_as_the_other_and_comes_back_whole(story, browser):
    first, second = story.report(), story.report(by=story.cast.li)
    actions.merge(second, by=story.cast.zhao, at=story.later(), into=first)
    assert (second.state, second.merged_into, second.due_at) == ("merged", first, None)
    assert not running(second).exists()
    page = browser(story.cast.zhao).get(reverse("incidents:incident-detail", args=[first.pk])).content.decode()
    assert second.number in page
    actions.unmerge(second, by=story.cast.zhao, at=story.later(), reason="不是同一处")
    assert (second.state, second.merged_into) == ("reported", None)
    assert running(second).get().kind == "accept"
    assert [move.act for move in second.line] == ["report", "merge", "unmerge"]
    assert [move.act for move in first.line] == ["report"]


def test_nothing_is_merged_into_itself_or_into_what_is_merged(story):
    first, second, third = story.report(), story.report(), story.report()
    actions.merge(second, by=story.cast.zhao, at=story.later(), into=first)
    for one, other in [(third, second), (first, first), (first, third)]:
        with pytest.raises(Conflict):
            actions.merge(one, by=story.cast.zhao, at=story.later(), into=other)


def test_the_number_is_checked_where_it_is_typed(story, browser):
    incident = story.report()
    foreign = story.report(by=story.cast.qian, point=None)
    url = reverse("incidents:incident-merge", args=[incident.pk])
    for wrong in (incident.number, foreign.number, "SJ99999999", "随便"):
        answer = browser(story.cast.zhao).post(url, {"into": wrong, "note": "同一处"})
        assert (answer.status_code, "into" in answer.context["form"].errors) == (422, True), wrong
        assert "同一处" in answer.content.decode()


def test_reporters_withdraw_what_no_desk_has_taken(story):
    incident = story.report()
    assert "cancel" in acts(incident, story.cast.wang)
    assert not may(story.cast.li, "incident.cancel", incident)
    story.accepted(incident)
    assert "cancel" not in acts(incident, story.cast.wang)
    actions.cancel(incident, by=story.cast.zhao, at=story.later(), reason="误报")
    assert (incident.state, incident.due_at) == ("cancelled", None)


def test_what_goes_on_for_others_is_not_withdrawn(story):
    """Or the report of somebody else would end with it, and they would wait for nothing."""
    first, second = story.report(), story.report(by=story.cast.li)
    actions.merge(second, by=story.cast.zhao, at=story.later(), into=first)
    with pytest.raises(Conflict):
        actions.cancel(first, by=story.cast.wang, at=story.later(), reason="误报")
    first.refresh_from_db()
    assert first.state == "reported"
    actions.unmerge(second, by=story.cast.zhao, at=story.later(), reason="两件")
    actions.cancel(first, by=story.cast.wang, at=story.later(), reason="误报")
    assert first.state == "cancelled"


def test_a_category_put_right_changes_the_limit_when_it_is_urgent(story):
    incident = story.report(kind=RUBBISH)
    calm = incident.due_at
    actions.correct(incident, by=story.cast.zhao, at=story.later(), category=story.kinds[PIPE], place="路口")
    assert incident.is_urgent
    assert incident.due_at == story.at + timedelta(minutes=30) < calm
    moves = incident.moves.count()
    actions.correct(incident, by=story.cast.zhao, at=story.later(), category=story.kinds[PIPE], place="路口")
    assert incident.moves.count() == moves


def test_suspended_rests_with_an_owner_and_a_day(story):
    incident = story.tell("in_progress")
    left = running(incident).get().due_at - story.at
    assert not may(story.cast.zhao, "incident.suspend", incident)
    assert not may(story.cast.sun, "incident.suspend", incident)  # the owning tier does not suspend its own
    story.suspended(incident)
    assert (incident.state, incident.tier) == ("suspended", 4)
    assert localdate(incident.due_at) >= localdate(story.at) + timedelta(days=30)
    assert Incident.objects.waiting_for(story.cast.tang).get() == incident
    resting = running(incident).get(kind="handle")
    assert resting.paused_at
    story.at += timedelta(days=10)
    actions.resume(incident, by=story.cast.tang, at=story.later())
    assert (incident.state, incident.suspended_at, running(incident).get().kind) == ("in_progress", None, "handle")
    assert incident.due_at - story.at >= left - timedelta(days=1)


def test_the_limit_by_which_it_is_judged_rests_too(story):
    incident = story.tell("suspended")
    story.at += timedelta(days=40)
    actions.resume(incident, by=story.cast.tang, at=story.later())
    assert incident.handle_due_at == incident.due_at > story.at
    story.resolved(incident)
    assert "incident.on_time" in {name for name, *_place in counted(incident)}


def test_what_was_late_when_it_was_suspended_stays_late(story):
    incident = story.tell("in_progress")
    limit = incident.handle_due_at
    story.at = limit + timedelta(hours=1)
    story.suspended(incident)
    actions.resume(incident, by=story.cast.tang, at=story.later())
    assert (incident.handle_due_at, incident.due_at) == (limit, limit)


def test_a_review_that_is_forgotten_is_struck(story):
    incident = story.tell("suspended")
    escalate_overdue(incident.due_at)
    incident.refresh_from_db()
    assert (incident.state, incident.alert) == ("suspended", "overdue")


def test_what_is_raised_and_suspended_is_watched_again_when_it_goes_on(story):
    incident = story.tell("in_progress")
    escalate_overdue(running(incident).get().raise_at)
    incident.refresh_from_db()
    story.at = incident.due_at + timedelta(days=3)
    story.suspended(incident)
    assert {clock.kind for clock in running(incident)} == {"handle", "review"}
    actions.resume(incident, by=story.cast.tang, at=story.later())
    assert {clock.kind for clock in running(incident)} == {"handle", "handle-4"}
    assert incident.alert == "raised"


def test_an_extension_moves_the_limit_by_which_it_is_judged(story):
    incident = story.tell("in_progress")
    before = incident.due_at
    actions.extend(incident, by=story.cast.tang, at=story.later(), amount=2, reason="设备待修")
    assert incident.due_at == incident.handle_due_at > before
    assert Deadline.objects.get(kind="handle").extensions == 1
    with pytest.raises(ValidationError, match="15"):
        actions.extend(incident, by=story.cast.tang, at=story.later(), amount=40)


def test_reopened_within_thirty_days_and_counted(story):
    incident = story.tell("evaluated")
    closed = incident.first_closed_at
    actions.reopen(incident, by=story.cast.wang, at=story.later(), reason="又堆起来了")
    assert (incident.state, incident.reopened_count) == ("accepted", 1)
    assert (incident.closed_at, incident.handler) == (None, None)
    assert (incident.first_closed_at, incident.satisfaction) == (closed, "satisfied")
    assert running(incident).get().kind == "dispatch"
    for step in story.steps[2:7]:
        getattr(story, step)(incident)
    assert incident.first_closed_at == closed < incident.closed_at


def test_not_after_thirty_days(story, browser, now):
    incident = story.tell("evaluated")
    Incident.objects.filter(pk=incident.pk).update(
        closed_at=now - timedelta(days=31), first_closed_at=now - timedelta(days=31))
    incident.refresh_from_db()
    assert not possible(incident, "reopen")
    url = reverse("incidents:incident-reopen", args=[incident.pk])
    assert browser(story.cast.wang).post(url, {"reason": "晚了"}).status_code == 409


def test_the_database_keeps_it(story):
    row = Incident.objects.filter(pk=story.report().pk)
    for wrong in ({"state": "merged", "due_at": None}, {"merged_into": row.get().pk}, {"suspended_at": story.at},
                  {"state": "suspended"}, {"state": "cancelled"}, {"is_contested": True},
                  {"state": "closed", "closed_at": story.at, "first_closed_at": story.at}):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.update(**wrong)
