"""What the clock does: warns, marks, raises, each once; urgent reports nobody takes go to tiers 3 and 4."""

from datetime import timedelta

from incidents import actions
from incidents.models import Incident
from shuangliu import audit
from shuangliu.deadlines import running
from shuangliu.deadlines.models import Deadline
from shuangliu.deadlines.sweep import escalate_overdue

from .story import PIPE


def clock_of(incident) -> Deadline:
    """That of the stage; those of the tiers above are named after it."""
    return running(incident).exclude(kind__contains="-").get()


def test_warned_overdue_raised_each_once(story):
    incident = story.report()
    clock = clock_of(incident)
    steps = [(clock.warn_at, "warned", 2), (clock.due_at, "overdue", 2), (clock.raise_at, "raised", 3)]
    for moment, alert, tier in steps:
        for _ in range(2):
            escalate_overdue(at=moment)
        incident.refresh_from_db()
        assert (incident.alert, incident.tier, incident.state) == (alert, tier, "reported")
    told = [(entry.verb, entry.actor_id, entry.detail.get("clock")) for entry in audit.history(incident)][1:]
    assert told == [("incident.warned", None, "accept"), ("incident.expired", None, "accept"),
                    ("incident.escalated", None, "accept"), ("demand.ordered", None, None)]
    assert incident.due_at == clock_of(incident).due_at


def test_what_was_raised_waits_for_the_next_tier_and_no_longer_for_the_old(story):
    incident = story.report()
    escalate_overdue(at=clock_of(incident).raise_at)
    assert Incident.objects.waiting_for(story.cast.sun).get() == incident
    assert not Incident.objects.waiting_for(story.cast.zhao).exists()


def test_an_act_begins_a_new_stage_without_the_old_alarm(story):
    incident = story.report()
    at = clock_of(incident).due_at
    escalate_overdue(at=at)
    actions.accept(incident, by=story.cast.zhao, at=at + timedelta(minutes=1))
    assert (incident.alert, clock_of(incident).kind) == ("none", "dispatch")


def test_urgent_and_unseen_for_half_an_hour_goes_to_town_and_county(story):
    incident = story.report(kind=PIPE)
    assert not Incident.objects.waiting_for(story.cast.tang).exists()
    escalate_overdue(at=story.at + timedelta(minutes=30))
    incident.refresh_from_db()
    assert incident.tier == 3
    for desk in (story.cast.sun, story.cast.tang):
        assert Incident.objects.waiting_for(desk).get() == incident


def test_nothing_is_raised_above_the_county(story):
    incident = story.report()
    Incident.objects.filter(pk=incident.pk).update(tier=4)
    escalate_overdue(at=clock_of(incident).raise_at)
    incident.refresh_from_db()
    assert (incident.tier, incident.alert) == (4, "raised")


def test_an_evaluation_nobody_gives_lapses_quietly(story):
    incident = story.tell("closed")
    escalate_overdue(at=clock_of(incident).raise_at)
    incident.refresh_from_db()
    assert (incident.state, incident.due_at, incident.alert) == ("closed", None, "none")
    assert not running(incident).exists()
    assert not Incident.objects.waiting_for(story.cast.wang).exists()


def test_who_lost_the_evaluation_window_is_told(story, browser):
    incident = story.tell("closed")
    escalate_overdue(at=clock_of(incident).due_at)
    answer = browser(story.cast.wang).post(f"/incidents/{incident.pk}/judge/", {"satisfaction": "satisfied"})
    assert answer.status_code == 409


def test_a_check_the_station_lets_pass_comes_to_the_owner(story):
    incident = story.tell("resolved")
    assert not Incident.objects.waiting_for(story.cast.sun).exists()
    escalate_overdue(at=clock_of(incident).due_at)
    assert Incident.objects.waiting_for(story.cast.sun).get() == incident


def test_returned_signing_does_not_count(story):
    incident = story.tell("assigned")
    actions.return_(incident, by=story.cast.guo, at=story.later(), reason="不是我们的")
    assert Deadline.objects.of(incident).get(kind="sign").is_cancelled
