"""One act for many: each by its own right and state, each told of, none skipped in silence."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from incidents import actions
from incidents.models import Incident, Move
from incidents.states import State
from shuangliu import audit
from tests.cast import OTHER_TOWN

URL = reverse("incidents:incident-bulk")
TOWN_OFFICE, COUNTY_OFFICE = "dongsheng-urban-management", "urban-management"


def sent(act, *incidents, **more) -> dict:
    return {"act": act, "ids": [incident.pk for incident in incidents], "sure": "1", **more}


def states(*incidents) -> list[str]:
    return [Incident.objects.get(pk=incident.pk).state for incident in incidents]


@pytest.fixture
def zhao(story, browser):
    return browser(story.cast.zhao)


@pytest.fixture
def sun(story, browser):
    return browser(story.cast.sun)


def test_asking_names_them_and_changes_nothing(story, zhao):
    one, two = story.report(), story.report()
    answer = zhao.post(URL, {"act": "accept", "ids": [one.pk, two.pk], "back": "tab=waiting"})
    assert answer.status_code == 200
    assert one.number in answer.content.decode()
    assert f"{reverse('incidents:incident-list')}?tab=waiting" in answer.content.decode()
    assert states(one, two) == [State.REPORTED, State.REPORTED]


def test_all_are_accepted_each_with_its_entry_in_the_log(story, zhao):
    one, two = story.report(), story.report()
    assert zhao.post(URL, sent("accept", one, two, note="已电话核实")).status_code == 200
    for incident in (one, two):
        assert incident.moves.last().note == "已电话核实"
        assert audit.history(incident).last().verb == "incident.accepted"
    assert states(one, two) == [State.ACCEPTED, State.ACCEPTED]


def test_what_cannot_be_done_is_told_with_its_reason(story, zhao):
    fine, moved = story.report(), story.report()
    actions.reject(moved, by=story.cast.sun, at=story.later(), reason="重复上报")
    far = story.report(by=story.cast.qian, point=OTHER_TOWN)
    higher = story.tell("verified")
    Incident.objects.filter(pk=higher.pk).update(tier=3)
    answer = zhao.post(URL, sent("accept", fine, moved, far))
    page = answer.content.decode()
    assert (answer.status_code, states(fine, moved)) == (200, [State.ACCEPTED, State.REJECTED])
    refused = {outcome.number: outcome.reason for outcome in answer.context["refused"]}
    assert set(refused) == {moved.number, far.number}
    assert "孙分中" in refused[moved.number]  # who was faster
    assert far.description not in refused[far.number]
    assert str(far.get_absolute_url()) not in page
    answer = zhao.post(URL, sent("close", higher))
    assert (answer.status_code, states(higher)) == (409, [State.VERIFIED])
    assert [outcome.number for outcome in answer.context["refused"]] == [higher.number]


def test_somebody_faster_between_asking_and_doing(story, zhao, monkeypatch):
    """The check has passed, and then the row moves: the others are done all the same."""
    one, two = story.report(), story.report()
    from incidents import bulk

    sort_out = bulk.sort_out

    def slow(incidents, deed, user):
        found = sort_out(incidents, deed, user)
        actions.reject(one, by=story.cast.sun, at=story.later(), reason="重复上报")
        return found

    monkeypatch.setattr(bulk, "sort_out", slow)
    answer = zhao.post(URL, sent("accept", one, two))
    assert states(one, two) == [State.REJECTED, State.ACCEPTED]
    assert [outcome.number for outcome in answer.context["refused"]] == [one.number]
    assert [outcome.number for outcome in answer.context["done"]] == [two.number]


def test_a_second_click_changes_nothing_and_says_done(story, zhao):
    one, two = story.report(), story.report()
    zhao.post(URL, sent("accept", one, two))
    before = Move.objects.count()
    answer = zhao.post(URL, sent("accept", one, two))
    assert (answer.status_code, Move.objects.count()) == (200, before)
    assert len(answer.context["done"]) == 2
    assert not answer.context["refused"]


def test_a_department_is_offered_that_all_may_go_to(story, browser):
    tang = browser(story.cast.tang)
    here = story.tell("accepted")
    there = story.report(by=story.cast.qian, point=OTHER_TOWN)
    actions.accept(there, by=story.cast.tang, at=story.later())
    form = tang.post(URL, {"act": "assign", "ids": [here.pk]}).context["form"]
    assert TOWN_OFFICE in form.departments
    form = tang.post(URL, {"act": "assign", "ids": [here.pk, there.pk]}).context["form"]
    assert TOWN_OFFICE not in form.departments
    assert COUNTY_OFFICE in form.departments
    answer = tang.post(URL, sent("assign", here, there, department=TOWN_OFFICE, note="请尽快"))
    assert answer.status_code == 422
    assert "请尽快" in answer.content.decode()
    assert tang.post(URL, sent("assign", here, there, department=COUNTY_OFFICE)).status_code == 200
    assert states(here, there) == [State.ASSIGNED, State.ASSIGNED]
    assert {incident.department.code for incident in Incident.objects.all()} == {COUNTY_OFFICE}


def test_closing_and_signing(story, sun, browser):
    done = story.tell("verified")
    assert sun.post(URL, sent("close", done)).status_code == 200
    assigned = story.tell("assigned")
    guo = browser(story.cast.guo)
    assert guo.post(URL, sent("sign", assigned)).status_code == 200
    assert states(done, assigned) == [State.CLOSED, State.IN_PROGRESS]


@pytest.mark.parametrize("given", [{"ids": []}, {"ids": ["x"]}, {"ids": ["9" * 30]}, {"ids": range(1, 102)}])
def test_what_cannot_be_asked_is_said(zhao, given):
    answer = zhao.post(URL, {"act": "accept", **given})
    assert answer.status_code == 422
    assert "message--error" in answer.content.decode()


@pytest.mark.parametrize("act", ["reject", "return", "rework", "verify", "judge", "", "nonsense"])
def test_no_other_act_is_done_to_many(story, zhao, act):
    incident = story.report()
    assert zhao.post(URL, sent(act, incident, reason="不属于")).status_code == 400
    assert states(incident) == [State.REPORTED]


def test_a_reader_may_not_and_asking_by_get_leads_to_the_list(story, browser, zhao):
    incident = story.report()
    assert browser(story.cast.chen).post(URL, sent("accept", incident)).status_code == 403
    assert zhao.get(URL).url == reverse("incidents:incident-list")
    assert states(incident) == [State.REPORTED]


def test_the_way_back_is_a_list_and_nothing_else(story, zhao):
    answer = zhao.post(URL, {"act": "accept", "ids": [story.report().pk], "back": 'https://evil/"><script>&tab=open'})
    assert answer.context["back"].startswith(reverse("incidents:incident-list"))
    assert "<script>" not in answer.context["back"]


def test_asking_costs_the_same_for_more(story, zhao):
    story.report()

    def cost(incidents):
        with CaptureQueriesContext(connection) as queries:
            zhao.post(URL, {"act": "accept", "ids": [incident.pk for incident in incidents]})
        return len(queries)

    cost([story.report()])
    assert cost([story.report() for _ in range(2)]) == cost([story.report() for _ in range(9)])
