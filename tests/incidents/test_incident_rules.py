"""Tiers, bounces, checks and places: the rules of domain.md §5.1.2 in the mouths of the cast."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from grids.jurisdiction import may
from incidents import actions, choices
from incidents.deeds import offered
from incidents.models import Incident
from shuangliu.deadlines import running

OFFICE = "dongsheng-urban-management"


def acts(incident, user) -> list[str]:
    return [deed.act.value for deed in offered(Incident.objects.get(pk=incident.pk), user)]


def test_a_station_handles_itself_or_sends_up_but_has_no_departments(story):
    incident = story.tell("accepted")
    assert choices.departments_for(incident, story.cast.zhao) == []
    assert choices.departments_for(incident, story.cast.sun) == [story.cast.departments[OFFICE]]
    county = choices.departments_for(incident, story.cast.tang)
    # Nobody serves at the police.
    assert {office.code for office in county} == {OFFICE, "urban-management", "civil-affairs"}
    assert choices.usual_department(incident, {office.code: office for office in county}) == OFFICE


def test_a_station_that_handles_itself_is_checked_by_the_grid_worker(story):
    zhao, incident = story.cast.zhao, story.tell("accepted")
    actions.assign(incident, by=zhao, at=story.later())
    assert incident.is_at_own_desk
    assert Incident.objects.waiting_for(zhao).get() == incident
    actions.sign(incident, by=zhao, at=story.later())
    actions.resolve(incident, by=zhao, at=story.later(), reply="已劝导")
    assert acts(incident, zhao) == []
    assert not Incident.objects.waiting_for(zhao).exists()
    assert Incident.objects.waiting_for(story.cast.wang).get() == incident
    assert acts(incident, story.cast.wang) == ["verify", "rework"]


def test_nobody_checks_their_own_work(story):
    incident = story.tell("resolved")
    with pytest.raises(PermissionDenied):
        actions.verify(incident, by=story.cast.guo, at=story.later())
    with pytest.raises(IntegrityError), transaction.atomic():
        Incident.objects.filter(pk=incident.pk).update(verified_by=story.cast.guo)


def test_a_higher_desk_may_step_in_and_owns_it_then(story):
    incident = story.report()
    actions.accept(incident, by=story.cast.tang, at=story.later())
    assert incident.tier == 4
    assert not may(story.cast.zhao, "incident.assign", incident)


def test_sent_up_it_has_a_new_dispatch_limit_and_the_county_is_the_end(story):
    incident = story.tell("accepted")
    first = running(incident).get()
    actions.escalate(incident, by=story.cast.zhao, at=story.later(), reason="超出职权")
    assert (incident.tier, incident.state) == (3, "accepted")
    assert running(incident).get() != first
    actions.escalate(incident, by=story.cast.sun, at=story.later(), reason="超出职权")
    assert "escalate" not in acts(incident, story.cast.tang)


def test_the_second_bounce_goes_up(story):
    incident = story.tell("assigned")
    for returned, tier in [(1, 3), (2, 4)]:
        actions.return_(incident, by=story.cast.guo, at=story.later(), reason="不是我们的")
        assert (incident.returned_count, incident.tier, incident.state) == (returned, tier, "accepted")
        assert incident.department is None
        if returned == 1:
            story.assigned(incident)


def test_what_nobody_wants_is_decided_by_the_next_tier_and_not_returned_again(story, browser):
    incident = story.tell("contested")
    assert incident.is_contested
    assert acts(incident, story.cast.tang)[0] == "decide"
    assert "assign" not in acts(incident, story.cast.tang)
    assert not may(story.cast.sun, "incident.decide", incident)
    actions.decide(incident, by=story.cast.tang, at=story.later(), department=story.cast.departments[OFFICE],
                   reason="会商：由街道综合执法队承办")
    assert (incident.state, incident.is_contested, incident.is_decided) == ("assigned", False, True)
    assert acts(incident, story.cast.guo) == ["sign"]
    answer = browser(story.cast.guo).post(reverse("incidents:incident-return", args=[incident.pk]), {"reason": "不是"})
    assert answer.status_code == 403


def test_handed_down_once_and_sent_up_again_it_is_decided(story):
    incident = story.tell("accepted")
    actions.escalate(incident, by=story.cast.zhao, at=story.later(), reason="超出职权")
    actions.hand_down(incident, by=story.cast.sun, at=story.later(), reason="社区可以处置")
    assert (incident.tier, incident.state) == (2, "accepted")
    assert "hand-down" not in acts(incident, story.cast.tang)
    actions.escalate(incident, by=story.cast.zhao, at=story.later(), reason="确实超出")
    assert (incident.tier, incident.is_contested) == (3, True)


def test_what_is_taken_back_is_dispatched_anew_and_its_clock_does_not_count(story):
    incident = story.tell("in_progress")
    clock = running(incident).get()
    actions.recall(incident, by=story.cast.sun, at=story.later(), reason="改派")
    clock.refresh_from_db()
    assert (incident.state, incident.department, incident.handler, clock.is_cancelled) == (
        "accepted", None, None, True)
    assert Incident.objects.visible_to(story.cast.guo).get() == incident


def test_a_department_still_sees_what_it_returned(story):
    incident = story.tell("assigned")
    actions.return_(incident, by=story.cast.guo, at=story.later(), reason="不是我们的")
    assert Incident.objects.visible_to(story.cast.guo).get() == incident
    assert acts(incident, story.cast.guo) == []


def test_rework_goes_back_to_the_same_hands_and_counts_by_the_first_limit(story):
    incident = story.tell("resolved")
    limit = incident.handle_due_at
    actions.rework(incident, by=story.cast.wang, at=story.later(), reason="仍有建渣")
    assert (incident.state, incident.handler, incident.rework_count) == ("rework", story.cast.guo, 1)
    assert incident.resolved_at is None
    assert Incident.objects.waiting_for(story.cast.guo).get() == incident
    story.resolved(incident)
    assert incident.handle_due_at == limit


def test_placing_moves_it_from_the_community_to_the_grid(story, browser):
    incident = story.report(point=None)
    assert not Incident.objects.visible_to(story.cast.li).exists()
    browser(story.cast.zhao).post(reverse("incidents:incident-locate", args=[incident.pk]), {"grid": "510116001001002"})
    assert Incident.objects.visible_to(story.cast.li).get() == incident
    incident.refresh_from_db()
    assert running(incident).get().area_key == incident.area_key == incident.grid.key
    assert incident.state == "reported"


def test_a_photo_of_the_result_is_asked_for_where_the_category_wants_it(story, browser):
    incident = story.tell("in_progress")
    url = reverse("incidents:incident-resolve", args=[incident.pk])
    sent = {"uuid": "6f1cbd5e-0000-4000-8000-000000000001", "reply": "已经全部清运"}
    answer = browser(story.cast.guo).post(url, sent)
    assert answer.status_code == 422
    assert "已经全部清运" in answer.content.decode()
    assert "至少" in answer.content.decode()


def test_the_same_person_in_a_handlers_post_too_is_still_not_their_own_checker(story):
    incident = story.tell("resolved")
    Incident.objects.filter(pk=incident.pk).update(handler=story.cast.wang, resolved_by=story.cast.guo)
    assert acts(incident, story.cast.wang) == []


def test_the_database_keeps_what_the_form_says(story):
    incident = story.report()
    row = Incident.objects.filter(pk=incident.pk)
    for wrong in ({"due_at": None}, {"state": "closed"}, {"state": "lost"}, {"tier": 5}, {"longitude": None},
                  {"longitude": 500}, {"state": "rejected", "due_at": None}, {"state": "in_progress"},
                  {"closed_at": story.at}, {"satisfaction": "satisfied"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.update(**wrong)
