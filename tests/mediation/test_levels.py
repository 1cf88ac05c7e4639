"""Tried again, and handed up: who has it then, who still reads what, and what stands on top for whoever goes on."""

from datetime import timedelta

import pytest

from grids.roles import Role
from mediation import actions
from mediation.models import Case, MediationOrg, Mediator
from shuangliu import deadlines
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.notices.models import Notice
from tests.mediation.story import county_committee, mediating, someone

SENT = {"failed_reason": "no_agreement", "tried": "甲要三千元，乙只出一千元；提过分期，甲不同意。"}


@pytest.fixture
def town_committee(story) -> MediationOrg:
    org = MediationOrg.objects.create(name="东升街道人民调解委员会", area=story.cast.town, place="town",
                                      center=story.net.centers[story.cast.town.code])
    Mediator.objects.create(name="街道老田", org=org)
    return org


@pytest.fixture
def case(story, town_committee) -> Case:
    """Failed once in the village and tried again; then handed up to the town."""
    case = mediating(story.cast)
    actions.retry_case(case, by=story.cast.feng, at=story.now, failed_reason="no_agreement", tried="第一次各不相让。")
    actions.hold_session(case, by=story.cast.feng, at=story.now, held_at=story.now, place="村委会", participants="双方",
                         record="第二次仍未谈拢。")
    actions.move_up_case(case, by=story.cast.feng, at=story.now, **SENT)
    return Case.objects.for_detail().get(pk=case.pk)


def up(story, case, at=None) -> Case:
    actions.assign_case(case, by=story.cast.zheng, at=story.now, mediator=Mediator.objects.get(name="街道老田"))
    actions.move_up_case(case, by=story.cast.wu, at=at or story.now, failed_reason="no_agreement",
                         tried="街道也未谈成。")
    return Case.objects.for_detail().get(pk=case.pk)


def test_the_town_has_it_with_all_that_was_tried_on_top(case, story, town_committee, browser):
    assert (case.level, case.org, case.state, case.host_key) == ("town", town_committee, "accepted", None)
    text = browser(story.cast.wu).get(case.get_absolute_url()).text
    top = text[:text.index("当事人</h2>")]
    level = case.rounds.first().get_level_display()
    for told in ["前期调解情况", "第一次各不相让。", "甲要三千元", level, "未达成协议"]:
        assert told in top, told


def test_the_mediator_of_the_village_keeps_the_own_records_and_no_later_ones(case, story, browser):
    actions.assign_case(case, by=story.cast.zheng, at=story.now, mediator=Mediator.objects.get(name="街道老田"))
    actions.hold_session(case, by=story.cast.wu, at=story.now, held_at=story.now, place="街道", participants="双方",
                         record="街道调解笔录。")
    feng = browser(story.cast.feng)
    text = feng.get(case.get_absolute_url()).text
    for read in ["双方陈述了事实。", "第二次仍未谈拢。"]:
        assert read in text
    for secret in ["街道调解笔录。", case.title, case.summary, "张**", "街道老田"]:
        assert secret not in text, secret
    assert feng.post(f"/mediation/cases/{case.pk}/session/", {}).status_code == 403
    assert case.pk in [row.pk for row in feng.get("/mediation/cases/?tab=all").context["page"].rows]
    assert case not in Case.objects.waiting_for(story.cast.feng)


def test_the_county_has_it_then_and_the_town_its_outline(case, story, browser):
    committee = county_committee(story.cast, story.net)
    manager = someone("town-manager", Role.CENTER_MANAGER, story.cast.town)
    case = up(story, case)
    assert (case.level, case.org, case.center, case.host_key) == (
        "county", committee, story.net.centers["510116"], story.cast.county.key)
    assert case in Case.objects.waiting_for(story.cast.zheng)
    assert case not in Case.objects.waiting_for(manager)
    assert case not in Case.objects.waiting_for(story.cast.wu)
    text = browser(manager).get(case.get_absolute_url()).text
    assert "第二次仍未谈拢。" in text
    assert case.title not in text
    assert browser(manager).get(f"/mediation/cases/{case.pk}/assign/").status_code == 403
    assert set(Mediator.objects.assignable_to(case).values_list("name", flat=True)) == {"县级老李", "县级老周"}
    assert browser(story.cast.zheng).post(f"/mediation/cases/{case.pk}/assign/", {
        "mediator": Mediator.objects.get(name="县级老李").pk}).status_code == 302


def test_above_the_county_there_is_nobody(case, story, browser):
    county_committee(story.cast, story.net)
    case = up(story, case)
    actions.assign_case(case, by=story.cast.zheng, at=story.now, mediator=Mediator.objects.get(name="县级老李"))
    page = browser(story.cast.zheng).get(case.get_absolute_url())
    assert "/move-up/" not in page.text
    assert browser(story.cast.zheng).post(f"/mediation/cases/{case.pk}/move-up/", SENT).status_code == 409


def test_each_level_has_the_whole_time(case, story):
    later = story.now + timedelta(days=10)
    case = up(story, case, at=later)
    assert deadlines.running(case).get().started_at == later


def test_long_overdue_the_manager_is_told_and_offered_the_step(story, browser):
    case = mediating(story.cast)
    escalate_overdue(at=case.due_at + timedelta(days=60))
    escalate_overdue(at=case.due_at + timedelta(days=120))
    case.refresh_from_db()
    assert (case.alert, case.state, case.level) == ("raised", "mediating", "community"), "nothing goes up by itself"
    assert Notice.objects.filter(user=story.cast.zheng, kind="case.raised").exists()
    assert case in Case.objects.waiting_for(story.cast.zheng)
    assert "系统不会自动提级" in browser(story.cast.zheng).get(case.get_absolute_url()).text


def test_what_was_tried_is_asked_for_where_others_go_on(story, browser):
    case = mediating(story.cast)
    feng = browser(story.cast.feng)
    assert "tried" in feng.post(f"/mediation/cases/{case.pk}/move-up/", SENT | {"tried": ""}).context["form"].errors
    assert feng.post(f"/mediation/cases/{case.pk}/retry/", SENT | {"tried": ""}).status_code == 302


@pytest.mark.parametrize(("query", "found"), [
    ("level=town", True), ("level=community", False), ("channel=people", True), ("channel=judicial", False),
    ("org=", True), ("level=nowhere", None), ("org=x", None)])
def test_the_list_knows_level_channel_and_organisation(query, found, case, story, browser):
    answer = browser(story.cast.wu).get(f"/mediation/cases/?tab=open&{query}")
    assert answer.status_code == (422 if found is None else 200)
    if found is not None:
        assert (case.pk in [row.pk for row in answer.context["page"].rows]) == found


def test_the_list_of_an_organisation(case, story, town_committee, browser):
    wu = browser(story.cast.wu)
    for org, found in [(town_committee, True), (story.net.here, False)]:
        rows = wu.get(f"/mediation/cases/?tab=all&org={org.pk}").context["page"].rows
        assert (case.pk in [row.pk for row in rows]) == found
