"""Joint meetings: who came, what was decided, and the clocks of the decisions."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils.timezone import localtime

from grids.roles import Role
from mediation.models import JointMeeting, MeetingDecision, MemberUnit
from mediation.network import actions
from shuangliu import audit, deadlines
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.notices.models import Notice
from shuangliu.pages.conflict import Conflict
from tests.mediation import story as stories
from tests.mediation.network import samples

URL = "/mediation/network/"


@pytest.fixture
def unit(cast):
    return samples.unit(cast)


@pytest.fixture
def decision(cast, now):
    return samples.decision(cast)


def due(decision) -> str:
    decision.refresh_from_db()
    return localtime(decision.due_at).strftime("%Y-%m-%d %H:%M")


def test_a_meeting_is_written_down_once(cast, unit, now, browser):
    absent = MemberUnit.objects.create(center=unit.center, name="区信访局")
    client = browser(cast.zheng)
    given = {"uuid": str(uuid4()), "center": unit.center_id, "subject": "第一季度联席会议",
             "held_at": "2026-03-10T09:00", "place": "会议室", "agenda": "通报", "minutes": "", "present": [unit.pk]}
    url = f"{URL}meetings/new/?center={unit.center_id}"
    assert client.post(url, given).status_code == 302
    assert client.post(url, given).status_code == 302
    meeting = JointMeeting.objects.get()
    assert meeting.recorded_by == cast.zheng
    page = client.get(meeting.get_absolute_url())
    assert (page.context["present"], page.context["absent"]) == ([unit], [absent])
    assert client.post(url, {**given, "uuid": str(uuid4()), "held_at": "2026-03-12T09:00"}).status_code == 422


def test_minutes_are_added_later_and_attendance_is_put_right(cast, now, browser):
    meeting = samples.meeting(cast)
    given = {"center": meeting.center_id, "subject": meeting.subject, "held_at": "2026-03-09T09:30", "place": "会议室",
             "agenda": "通报情况", "minutes": "议定三项。", "present": []}
    assert browser(cast.zheng).post(meeting.get_absolute_url() + "edit/", given).status_code == 302
    page = browser(cast.wu).get(meeting.get_absolute_url())
    assert "议定三项" in page.text
    assert [unit.name for unit in page.context["absent"]] == ["区司法局"]
    assert [entry.verb for entry in audit.history(meeting)] == ["meeting.held", "meeting.edited"]


def test_a_decision_runs_until_its_day_or_the_next_working_day(cast, now, browser):
    meeting = samples.meeting(cast)
    unit = MemberUnit.objects.get()
    given = {"uuid": str(uuid4()), "text": "制定计划", "unit": unit.pk, "due_on": "2026-03-21"}  # a Saturday
    for _ in range(2):
        assert browser(cast.zheng).post(meeting.get_absolute_url() + "decide/", given).status_code == 302
    decision = MeetingDecision.objects.get()
    assert due(decision) == "2026-03-23 23:59"
    assert deadlines.running(decision).get().due_at == decision.due_at


@pytest.mark.parametrize("changes", [{"due_on": "2026-03-11"}, {"due_on": "2028-01-01"}, {"text": ""}, {"unit": "0"}])
def test_a_decision_that_cannot_be(cast, now, browser, changes):
    meeting = samples.meeting(cast)
    given = {"uuid": str(uuid4()), "text": "制定计划", "unit": MemberUnit.objects.get().pk, "due_on": "2026-03-20"}
    response = browser(cast.zheng).post(meeting.get_absolute_url() + "decide/", {**given, **changes})
    assert response.status_code == 422
    assert not MeetingDecision.objects.exists()


def test_done_and_not_done_after_all(cast, decision, now, browser):
    client, url = browser(cast.zheng), f"{URL}decisions/{decision.pk}/"
    was = due(decision)
    assert client.post(url + "done/", {"result": ""}).status_code == 422
    assert client.post(url + "done/", {"result": "计划已印发。"}).status_code == 302
    assert not deadlines.running(decision).exists()
    assert client.post(url + "done/", {"result": "再次"}).status_code == 409
    assert client.get(url + "extend/").status_code == 409
    assert client.post(url + "reopen/").status_code == 302
    assert client.post(url + "reopen/").status_code == 409
    assert due(decision) == was
    assert (decision.state, decision.result, deadlines.running(decision).get().due_at) == ("open", "", decision.due_at)


def test_more_time_with_a_reason(cast, decision, now, browser):
    client, url = browser(cast.zheng), f"{URL}decisions/{decision.pk}/extend/"
    assert due(decision) == "2026-03-23 23:59"  # ten days on is a Saturday
    for wrong in ({"due_on": "2026-03-23", "reason": "等待批复"}, {"due_on": "2026-04-01", "reason": ""}):
        assert client.post(url, wrong).status_code == 422
    assert client.post(url, {"due_on": "2026-04-01", "reason": "等待批复"}).status_code == 302
    assert due(decision) == "2026-04-01 23:59"
    assert deadlines.running(decision).get().due_at == decision.due_at
    assert "等待批复" in client.get(decision.meeting.get_absolute_url()).text


def test_withdrawn_with_a_reason(cast, decision, now, browser):
    browser(cast.zheng).post(f"{URL}decisions/{decision.pk}/drop/", {"reason": "重复"})
    decision.refresh_from_db()
    assert (decision.state, decision.result) == ("dropped", "重复")
    assert not deadlines.running(decision).exists()


def test_an_overdue_one_is_told_to_the_manager_and_stands_on_the_desk(cast, decision, now, browser, time_machine):
    later = stories.AT + timedelta(days=14)
    time_machine.move_to(later)
    for _ in range(2):
        escalate_overdue(later)
    decision.refresh_from_db()
    assert decision.alert in {"overdue", "raised"}
    told = Notice.objects.filter(user=cast.zheng, matter_type="mediation.meetingdecision")
    assert told.filter(kind="decision.overdue").count() == 1
    desk = browser(cast.zheng).get("/")
    assert "制定换届计划" in desk.text
    assert browser(cast.zheng).get(URL + "meetings/").context["late"] == 1
    assert "制定换届计划" not in browser(cast.wu).get("/").text


def test_reopened_after_its_day_it_is_overdue_and_can_be_extended(cast, decision, now, time_machine):
    actions.finish(decision, by=cast.zheng, at=stories.AT, result="已完成")
    later = stories.AT + timedelta(days=30)
    time_machine.move_to(later)
    actions.reopen(decision, by=cast.zheng, at=later)
    assert decision.alert == "overdue"
    actions.extend(decision, by=cast.zheng, at=later, due_on=date(2026, 4, 20), reason="重新办理")
    assert due(decision) == "2026-04-20 23:59"
    assert deadlines.running(decision).count() == 1


def test_somebody_was_faster(cast, decision, now):
    stale = MeetingDecision.objects.get(pk=decision.pk)
    actions.finish(decision, by=cast.zheng, at=stories.AT, result="已完成")
    with pytest.raises(Conflict):
        actions.drop(stale, by=cast.zheng, at=stories.AT, reason="重复")


def test_who_sees_and_who_writes(cast, decision, now, neighbours, browser):
    url = decision.meeting.get_absolute_url()
    assert browser(cast.wu).get(url).status_code == 200
    assert browser(cast.feng).get(url).status_code == 403
    assert browser(neighbours["zheng"]).get(url).status_code == 404
    assert browser(cast.wu).get(url + "decide/").status_code == 403
    assert browser(neighbours["zheng"]).post(f"{URL}decisions/{decision.pk}/reopen/").status_code == 404
    assert browser(cast.zheng).get(f"{URL}decisions/{decision.pk}/reopen/").status_code == 405


def test_a_town_does_not_see_the_meetings_of_the_county(cast, now, browser):
    net = stories.network(cast)
    JointMeeting.objects.create(center=net.centers["510116"], subject="县联席会议", held_at=now, place="区",
                                agenda="议题", recorded_by=cast.zheng)
    manager = stories.someone("town-manager", Role.CENTER_MANAGER, cast.town)
    assert "县联席会议" not in browser(manager).get(URL + "meetings/").text
    assert "县联席会议" in browser(cast.zheng).get(URL + "meetings/").text
