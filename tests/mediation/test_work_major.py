"""Major disputes, panels and risks."""

from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import localtime

from mediation import actions
from mediation.major.rules import is_major
from mediation.models import Case, MajorRule
from mediation.panels import actions as panels
from mediation.risks import actions as risks
from shuangliu import audit, deadlines
from shuangliu.deadlines.sweep import escalate_overdue
from shuangliu.notices.models import Notice
from tests.mediation import work
from tests.mediation.story import accepted, mediating


def told(case, kind: str) -> set[str]:
    return set(Notice.objects.filter(kind=f"case.{kind}").values_list("user__username", flat=True))


@pytest.mark.parametrize(("given", "major"), [
    ({"scale": "03"}, True), ({"people": 30}, True), ({"people": 29}, False), ({"scale": "02"}, False)])
def test_what_is_major_is_data(given, major, story):
    assert is_major(accepted(story.cast, **given)) == major


def test_the_county_sets_the_number_and_marks(story):
    MajorRule.objects.create(pk=1, people=10)
    assert is_major(accepted(story.cast, people=10))
    case = accepted(story.cast)
    work.major.mark_major(case, by=story.cast.chen, at=story.now, reason="社会关注")
    assert is_major(case)


def test_without_the_five_ones_nobody_is_appointed(story, browser):
    case = work.major_accepted(story.cast)
    client, url = browser(story.cast.zheng), f"/mediation/cases/{case.pk}/assign/"
    sent = {"mediator": story.net.feng.pk, "chosen_by": "appointed"}
    refused = client.post(url, sent)
    assert refused.status_code == 422
    assert "一个方案" in refused.text
    client.post(f"/mediation/cases/{case.pk}/five-ones/", work.FIVE | {"plan": ""})
    still = client.post(url, sent)
    assert still.status_code == 422
    assert "一个方案" in str(still.context["form"].errors)
    assert "一个问题" not in str(still.context["form"].errors)
    client.post(f"/mediation/cases/{case.pk}/five-ones/", work.FIVE)
    assert client.post(url, sent).status_code == 302


def test_progress_is_due_every_week_and_told(story):
    case = work.major_mediating(story.cast)
    clock = deadlines.running(case, "progress").get()
    assert localtime(clock.due_at).date().isoformat() == "2026-03-18"
    later = story.now + timedelta(days=3)
    work.major.note_progress(case, by=story.cast.feng, at=later, text="已谈", next_step="再谈")
    clock = deadlines.running(case, "progress").get()
    assert localtime(clock.due_at).date().isoformat() == "2026-03-23"  # the seventh day is a Saturday
    escalate_overdue(at=clock.due_at + timedelta(minutes=1))
    assert told(case, "progress_due") == {"zheng"}
    assert told(case, "progress_due_mine") == {"feng"}
    case.refresh_from_db()
    assert case.alert == "none"  # the case itself has time left


def test_the_supervisor_reads_order_and_reply_and_nothing_else(story, browser):
    case = work.ordered(story.cast)
    assert told(case, "supervised") == {"zheng"}
    work.major.reply_to_order(case, by=story.cast.feng, at=story.now, reply="本周可达成协议。")
    page = browser(story.cast.chen).get(case.get_absolute_url()).text
    assert "本周可达成协议。" in page
    assert case.title not in page
    assert case.title not in browser(story.cast.chen).get(f"/mediation/cases/{case.pk}/supervise/").text
    assert told(case, "order_answered") == {"chen"}


def test_an_order_warns_twice_and_then_tells_who_gave_it(story, browser):
    case = work.mediating(story.cast)
    work.major.supervise_case(case, by=story.cast.chen, at=story.now, text="请报进展", reply_by=date(2026, 3, 27))
    order = case.supervisionorders.get()
    clock = deadlines.running(order).get()
    assert (localtime(clock.due_at).date(), clock.warn_days) == (date(2026, 3, 27), [5, 2])
    assert "剩" in browser(story.cast.chen).get(case.get_absolute_url()).text
    for day, ringing in [("2026-03-22", 1), ("2026-03-25", 2), ("2026-03-26", 2)]:
        escalate_overdue(at=datetime.fromisoformat(f"{day}T08:00+08:00"))
        for user, kind in [(story.cast.zheng, "order_due"), (story.cast.feng, "order_due_mine")]:
            assert Notice.objects.filter(user=user, kind=f"case.{kind}").count() == ringing, (day, kind)
    assert "2026-03-27" in Notice.objects.filter(kind="case.order_due").first().text
    escalate_overdue(at=datetime.fromisoformat("2026-03-28T08:00+08:00"))
    assert told(case, "order_late") == {"chen"}
    assert (told(case, "order_overdue"), told(case, "order_overdue_mine")) == ({"zheng"}, {"feng"})
    assert audit.history(case).filter(verb="case.order_overdue").exists()
    case.refresh_from_db()
    assert case.alert == "none"  # the case itself has time left


def test_a_reply_ends_the_clock_of_the_order(story):
    case = work.ordered(story.cast)
    order = case.supervisionorders.get()
    work.major.reply_to_order(case, by=story.cast.feng, at=story.now, reply="本周可达成协议。")
    assert not deadlines.running(order).exists()


def test_an_order_is_answered_after_the_case_has_ended(story, browser):
    case = work.ordered(story.cast)
    actions.fail_case(case, by=story.cast.feng, at=story.now, failed_reason="refused", advice="可以起诉。")
    assert deadlines.running(case.supervisionorders.get()).exists()
    response = browser(story.cast.feng).post(f"/mediation/cases/{case.pk}/reply/", {"reply": "一方拒绝，已终止。"})
    assert response.status_code == 302
    assert not deadlines.running(case.supervisionorders.get()).exists()


@pytest.mark.parametrize("reply_by", [date(2026, 3, 11), date(2026, 3, 12)])
def test_an_order_for_today_or_tomorrow_is_due_that_day(reply_by, story):
    case = mediating(story.cast)
    work.major.supervise_case(case, by=story.cast.chen, at=story.now, text="请报进展", reply_by=reply_by)
    clock = deadlines.running(case.supervisionorders.get()).get()
    assert localtime(clock.due_at).date() == reply_by


def test_a_panel_is_asked_and_the_limit_runs_on(story):
    case = mediating(story.cast)
    due = case.due_at
    panels.consult_panel(case, by=story.cast.zheng, at=story.now, question="责任？", experts=[("王律师", "法律")])
    clocks = {clock.kind: clock.paused_at for clock in deadlines.running(case)}
    assert clocks == {"mediate": None, "panel": None}
    panels.advise_case(case, by=story.cast.zheng, at=story.now, opinion="各半", plan="先修后赔")
    case.refresh_from_db()
    assert (case.state, case.due_at) == ("mediating", due)
    assert [clock.kind for clock in deadlines.running(case)] == ["mediate"]
    assert told(case, "advised") == {"feng"}


@pytest.mark.parametrize(("experts", "status"), [("王律师 法律\n李医生，骨科", 302), ("王律师", 422), ("", 422)])
def test_experts_are_a_name_and_a_field(experts, status, story, browser):
    case = mediating(story.cast)
    response = browser(story.cast.zheng).post(f"/mediation/cases/{case.pk}/consult/", {
        "uuid": "0b52e0bb-6a3f-4f9f-8b40-3a2a6b6e0a55", "question": "责任？", "experts": experts})
    assert response.status_code == status


def test_one_tap_records_a_report_to_the_police(story, browser):
    """What the page offers is sent as it is."""
    case = mediating(story.cast)
    client, url = browser(story.cast.feng), f"/mediation/cases/{case.pk}/police/"
    form = client.get(url).context["form"]
    sent = {name: str(form[name].value() or "") for name in form.fields}
    assert client.post(url, sent).status_code == 302
    case.refresh_from_db()
    assert case.is_at_risk
    assert case.risks.get().reports.get().to == "110报警服务台"
    assert told(case, "police") == told(case, "risk") == {"zheng"}
    assert url in client.get(f"/mediation/cases/{case.pk}/session/").text


def test_a_danger_is_red_until_somebody_says_it_is_over(story, browser):
    case = work.at_risk(story.cast)
    client = browser(story.cast.feng)
    assert "可能激化" in client.get(case.get_absolute_url()).text
    assert "可能激化" in client.get("/mediation/cases/").text
    risks.end_risk(case, by=story.cast.feng, at=story.now, end_note="已和解")
    assert not Case.objects.get(pk=case.pk).is_at_risk
    assert "可能激化" not in client.get("/mediation/cases/").text


def test_two_open_risks_are_one(story):
    case = work.at_risk(story.cast)
    with pytest.raises(actions.CaseMoved):
        risks.flag_risk(case, by=story.cast.feng, at=story.now, sign="crowd", measure="再次")
