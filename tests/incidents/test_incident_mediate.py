"""A dispute goes to the mediators and comes back with their outcome."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from incidents import actions
from incidents.models import Incident
from mediation.actions import join_case
from mediation.models import Case, DisputeCategory
from mediation.signals import case_closed
from shuangliu.deadlines import running
from tests.mediation.story import network, registered

from .story import DISPUTE


@pytest.fixture
def dispute(story):
    """Zhao has accepted a dispute, written the day before, and handed it over."""
    network(story.cast)
    incident = story.tell("accepted", kind=DISPUTE, written_at=story.at - timedelta(days=1))
    category = DisputeCategory.objects.filter(parent__isnull=False).first()
    actions.mediate(incident, by=story.cast.zhao, at=story.later(), category=category, title="楼上渗水", people=2)
    return incident


def test_the_case_is_registered_where_it_happened(dispute, story):
    case = Case.objects.get()
    assert (case.source, case.area_key, case.external_ref) == ("incident", dispute.area_key, dispute.number)
    assert case.happened_on == localdate(dispute.written_at) < localdate(dispute.reported_at)
    assert (dispute.state, dispute.case, dispute.handler) == ("in_progress", case, None)
    assert running(dispute).get().kind == "handle"


def test_meanwhile_it_is_nobody_elses(dispute, story):
    for person in ("zhao", "sun", "tang", "wang"):
        assert not Incident.objects.waiting_for(getattr(story.cast, person)).exists()


def close(case, story, **outcome):
    for name, value in outcome.items():
        setattr(case, name, value)
    case_closed.send(Case, case=case, at=story.later())


def test_settled_it_waits_for_the_check(dispute, story):
    close(dispute.case, story, outcome="settled")
    dispute.refresh_from_db()
    assert (dispute.state, dispute.resolved_by) == ("resolved", None)
    assert Incident.objects.waiting_for(story.cast.zhao).get() == dispute
    actions.verify(dispute, by=story.cast.zhao, at=story.later())


def test_not_settled_it_comes_back_to_the_desk(dispute, story):
    close(dispute.case, story, outcome="failed")
    dispute.refresh_from_db()
    assert (dispute.state, dispute.case, dispute.handle_due_at) == ("accepted", None, None)
    assert Incident.objects.waiting_for(story.cast.zhao).get() == dispute


def test_the_outcome_is_heard_once(dispute, story):
    case = dispute.case
    for _ in range(2):
        close(case, story, outcome="settled")
    assert dispute.moves.filter(act="settle").count() == 1


@pytest.mark.parametrize(("outcome", "state"), [("settled", "resolved"), ("failed", "accepted")])
def test_joined_to_another_case_it_hears_of_that_one_s_end(outcome, state, dispute, story):
    main = registered(story.cast, at=dispute.case.registered_at)
    join_case(dispute.case, by=story.cast.wu, at=story.later(), into=main)
    dispute.refresh_from_db()
    assert dispute.state == "in_progress"
    close(main, story, outcome=outcome)
    dispute.refresh_from_db()
    assert (dispute.state, dispute.moves.last().note) == (state, main.number)


def test_rubbish_is_no_dispute(story, browser):
    incident = story.tell("accepted")
    assert browser(story.cast.zhao).get(f"/incidents/{incident.pk}/mediate/").status_code == 403


def test_the_papers_stay_with_the_mediators(dispute, story, browser):
    page = browser(story.cast.zhao).get(dispute.get_absolute_url()).content.decode()
    assert dispute.case.number in page
    assert "楼上渗水" not in page
    assert dispute.case.get_absolute_url() not in page
