"""当场处置: settled by the worker who reports it, shown before and after, and checked by lot."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.timezone import localdate

from grids.jurisdiction import may
from incidents import actions
from incidents.models import Incident, LoopRule
from incidents.sampling import is_drawn
from shuangliu import attachments
from shuangliu.deadlines import running
from shuangliu.deadlines.sweep import escalate_overdue
from tests.attachments.images import photo


@pytest.fixture
def drawn(db):
    LoopRule.objects.create(pk=1, sample_percent=100)


@pytest.fixture
def spared(db):
    LoopRule.objects.create(pk=1, sample_percent=0)


def test_both_photos_are_asked_for(story, browser):
    incident = story.report()
    url = reverse("incidents:incident-self-handle", args=[incident.pk])
    sent = {"uuid": "6f1cbd5e-0000-4000-8000-000000000001", "reply": "已清扫", "photos": [photo()]}
    answer = browser(story.cast.wang).post(url, sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["before"])
    answer = browser(story.cast.wang).post(url, {**sent, "photos": [], "before": [photo("前.jpg", "olive")]})
    assert answer.status_code == 302
    assert {file.role for file in attachments.of(incident)} == {"before", "after"}


def test_only_by_the_one_who_reported_it(story, browser):
    incident = story.report(by=story.cast.zhao)
    url = reverse("incidents:incident-self-handle", args=[incident.pk])
    assert browser(story.cast.wang).get(url).status_code == 403


def test_drawn_it_waits_for_a_desk_and_not_for_a_worker(story, drawn):
    incident = story.tell("self_handled")
    assert Incident.objects.waiting_for(story.cast.zhao).get() == incident
    assert not Incident.objects.waiting_for(story.cast.wang).exists()
    story.at += (incident.due_at - story.at) / 2
    actions.verify(incident, by=story.cast.zhao, at=story.later())
    actions.close(incident, by=story.cast.zhao, at=story.later())
    assert (incident.state, incident.due_at) == ("closed", None)  # nobody judges their own work


def test_the_worker_is_not_told_that_it_is_drawn(story, browser, drawn):
    incident = story.tell("self_handled")
    for who, is_told in ((story.cast.zhao, True), (story.cast.wang, False)):
        answer = browser(who).get(incident.get_absolute_url())
        assert ("抽中核查" in answer.content.decode()) == is_told


def test_not_well_done_it_comes_back_to_the_worker(story, drawn):
    incident = story.tell("self_handled")
    actions.rework(incident, by=story.cast.zhao, at=story.later(), reason="仍有油污")
    assert (incident.state, incident.handler) == ("rework", story.cast.wang)
    assert incident in Incident.objects.waiting_for(story.cast.wang)
    assert not Incident.objects.waiting_for(story.cast.zhao).exists()
    actions.resolve(incident, by=story.cast.wang, at=story.later(), reply="已冲洗")
    assert incident in Incident.objects.waiting_for(story.cast.zhao)


def test_spared_it_is_closed_when_the_check_limit_is_over(story, spared):
    incident = story.tell("self_handled")
    assert not Incident.objects.waiting_for(story.cast.zhao).exists()
    clock = running(incident).get()
    escalate_overdue(clock.warn_at)
    incident.refresh_from_db()
    assert (incident.state, incident.alert) == ("self_handled", "none")
    for _ in range(2):
        escalate_overdue(clock.due_at)
    incident.refresh_from_db()
    assert (incident.state, incident.closed_by, incident.closed_at) == ("closed", None, clock.due_at)
    assert incident.moves.filter(act="clear").count() == 1
    assert not running(incident).exists()


def test_a_desk_that_doubts_it_looks_all_the_same(story, spared):
    incident = story.tell("self_handled")
    actions.rework(incident, by=story.cast.zhao, at=story.later(), reason="照片不是此处")
    assert incident.state == "rework"


def test_closed_by_nobody_is_only_what_was_settled_on_the_spot(story):
    incident = story.tell("closed")
    with pytest.raises(IntegrityError), transaction.atomic():
        Incident.objects.filter(pk=incident.pk).update(closed_by=None)


def test_the_lot_is_the_share_that_was_set_and_always_the_same(db):
    LoopRule.objects.create(pk=1, sample_percent=20)

    drawn = [is_drawn(UUID(int=n)) for n in range(2000)]
    assert drawn == [is_drawn(UUID(int=n)) for n in range(2000)]
    assert 300 < sum(drawn) < 500


def test_what_was_taken_from_the_reporter_is_theirs_to_judge(story):
    """Settled on the spot, not well, and done by a department in the end: the reporter says what they think of it."""
    incident = story.tell("self_handled")
    actions.rework(incident, by=story.cast.zhao, at=story.later(), reason="没清干净")
    actions.recall(incident, by=story.cast.zhao, at=story.later(), reason="交执法队")
    for step in story.steps[2:7]:
        getattr(story, step)(incident)
    assert running(incident).get().kind == "evaluation"
    assert may(story.cast.wang, "incident.judge", incident)


def test_what_the_worker_does_not_put_right_comes_to_the_station(story, drawn):
    incident = story.tell("self_handled")
    actions.rework(incident, by=story.cast.zhao, at=story.later(), reason="仍有油污")
    escalate_overdue(incident.due_at)
    assert Incident.objects.waiting_for(story.cast.zhao).get() == incident


def test_suspended_and_resumed_it_is_the_workers_again(story, drawn):
    incident = story.tell("self_handled")
    actions.rework(incident, by=story.cast.zhao, at=story.later(), reason="仍有油污")
    day = localdate(story.at) + timedelta(days=20)
    actions.suspend(incident, by=story.cast.sun, at=story.later(), review_on=day, reason="等待停水")
    actions.resume(incident, by=story.cast.sun, at=story.later())
    assert Incident.objects.waiting_for(story.cast.wang).get() == incident
    assert not Incident.objects.waiting_for(story.cast.sun).exists()


def test_taken_back_from_the_worker_it_is_a_report_like_any_other(story, drawn):
    incident = story.tell("self_handled")
    actions.rework(incident, by=story.cast.zhao, at=story.later(), reason="仍有油污")
    actions.recall(incident, by=story.cast.zhao, at=story.later(), reason="本站自行冲洗")
    actions.assign(incident, by=story.cast.zhao, at=story.later())
    assert Incident.objects.waiting_for(story.cast.zhao).get() == incident
    actions.sign(incident, by=story.cast.zhao, at=story.later())
    actions.resolve(incident, by=story.cast.zhao, at=story.later(), reply="已冲洗")
    actions.verify(incident, by=story.cast.wang, at=story.later())
    actions.close(incident, by=story.cast.zhao, at=story.later())
    assert Incident.objects.waiting_for(story.cast.wang).get() == incident  # to be judged by its reporter
