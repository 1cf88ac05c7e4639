"""The limits of domain.md §4.6: from when they count, when they rest, who may make them longer, what follows when
over."""

from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import localtime

from mediation import actions
from mediation.models import TimeLimit
from mediation.timing import actions as timing
from shuangliu import audit, deadlines
from shuangliu.deadlines.models import DeadlineStep
from shuangliu.deadlines.sweep import escalate_overdue
from tests.conftest import SHANGHAI
from tests.mediation import work
from tests.mediation.story import accepted, mediating, registered


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def day(value: datetime) -> str:
    return localtime(value).date().isoformat()


def kinds(case) -> dict[str, bool]:
    """The running clocks, and whether they rest."""
    return {clock.kind: clock.paused_at is not None for clock in deadlines.running(case)}


EXTENSION = {"agreed_on": date(2026, 3, 11), "committee": "主任王某", "amount": 10, "record": "书面"}


@pytest.mark.parametrize(("code", "received", "taken_on", "due_on"), [
    ("0299", "2026-01-21 10:00", "2026-01-21 10:00", "2026-02-24"),  # the thirtieth day is a holiday
    ("0299", "2026-09-02 10:00", "2026-09-02 10:00", "2026-10-08"),
    ("0299", "2014-07-31 10:00", "2014-07-31 10:00", "2014-09-01"),  # Saturday, so Monday
    ("0502", "2026-09-30 10:00", "2026-09-30 10:00", "2026-11-17"),  # thirty working days
    ("0701", "2026-03-09 10:00", "2026-03-11 10:00", "2026-03-24"),  # labour: from the application
    ("0299", "2026-03-09 10:00", "2026-03-11 10:00", "2026-04-10"),  # others: from acceptance
])
def test_the_vectors(code, received, taken_on, due_on, story):
    case = registered(story.cast, code=code, at=moment(received))
    actions.accept_case(case, by=story.cast.wu, at=moment(taken_on))
    case.refresh_from_db()
    assert (kinds(case), day(case.due_at)) == ({"mediate": False}, due_on)


def test_it_warns_five_and_two_days_ahead(story):
    case = accepted(story.cast)
    for when in ("2026-04-04 23:00", "2026-04-05 08:00", "2026-04-07 23:00", "2026-04-08 08:00"):
        escalate_overdue(at=moment(when))
    assert [(step.step, day(step.at)) for step in DeadlineStep.objects.order_by("id")] == [
        ("warned", "2026-04-05"), ("warned", "2026-04-08")]
    assert [entry.verb for entry in audit.history(case)][2:] == ["case.warned", "case.warned"]


@pytest.mark.parametrize(("on", "due_on"), [
    (date(2026, 3, 15), "2026-03-25"),  # treated until after acceptance
    (date(2026, 2, 1), "2026-03-23"),  # long before: from acceptance, and the tenth day is a Saturday
])
def test_a_traffic_case_counts_from_its_proper_start(on, due_on, story):
    case = work.traffic(story.cast)
    case.refresh_from_db()
    assert (kinds(case), day(case.due_at)) == ({"start": False}, "2026-04-10")
    timing.start_case_clock(case, by=story.cast.feng, at=moment("2026-03-16 10:00"), event="treatment", on=on)
    case.refresh_from_db()
    assert (kinds(case), day(case.due_at)) == ({"mediate": False}, due_on)


def test_a_start_that_has_not_come_is_refused(story):
    case = work.traffic(story.cast)
    with pytest.raises(actions.Refused):
        timing.start_case_clock(case, by=story.cast.feng, at=story.now, event="loss", on=date(2026, 3, 12))
    assert not case.clockstarts.exists()


def test_an_appraisal_lets_the_medical_limit_rest(story):
    case = work.appraising(story.cast)
    case.refresh_from_db()
    assert kinds(case) == {"mediate": True, "appraise": False}
    assert day(case.due_at) == "2026-05-11"  # the report is asked for: sixty days end on a Sunday
    escalate_overdue(at=moment("2026-05-08 09:00"))
    assert not DeadlineStep.objects.filter(deadline__kind="mediate").exists()
    timing.end_appraisal(case, by=story.cast.feng, at=moment("2026-05-08 10:00"), ended_on=date(2026, 5, 8),
                         result="次要")
    case.refresh_from_db()
    assert kinds(case) == {"mediate": False}
    # Thirty working days were left on the day of acceptance, and are still.
    assert day(case.due_at) == "2026-06-18"  # the make-up Saturday of 9 May counts
    assert case.alert == "none"


def test_a_quarrel_of_neighbours_has_no_appraisal(story, browser):
    case = mediating(story.cast)
    with pytest.raises(actions.CaseMoved):
        timing.appraise_case(case, by=story.cast.feng, at=story.now, subject="漏水", institution="鉴定所",
                             began_on=date(2026, 3, 11))
    assert not case.appraisals.exists()
    assert f"/mediation/cases/{case.pk}/appraise/" not in browser(story.cast.feng).get(case.get_absolute_url()).text


@pytest.mark.parametrize(("applicant", "respondent"), [(True, False), (False, True), (False, False)])
def test_without_both_sides_there_is_no_extension(applicant, respondent, story):
    case = work.medical(story.cast)
    before = case.due_at
    with pytest.raises(actions.Refused):
        timing.extend_case(case, by=story.cast.feng, at=story.now, applicant_agrees=applicant,
                           respondent_agrees=respondent, **EXTENSION)
    case.refresh_from_db()
    assert (case.due_at, case.extensions.count()) == (before, 0)


def test_all_three_agree_and_the_limit_is_longer(story):
    case = work.medical(story.cast)
    timing.extend_case(case, by=story.cast.feng, at=story.now, applicant_agrees=True, respondent_agrees=True,
                       **EXTENSION)
    case.refresh_from_db()
    assert day(case.due_at) == "2026-05-11"  # ten working days after the 23rd of April, 劳动节 off
    assert case.extensions.get().by == story.cast.feng


def test_a_labour_limit_is_not_extended(story):
    case = mediating(story.cast, code="0701")
    with pytest.raises(actions.CaseMoved):
        timing.extend_case(case, by=story.cast.feng, at=story.now, applicant_agrees=True, respondent_agrees=True,
                           **EXTENSION)


def test_over_time_is_a_reason_only_when_it_is_over(story, browser, now):
    case = mediating(story.cast)
    client, url = browser(story.cast.feng), f"/mediation/cases/{case.pk}/fail/"
    sent = {"failed_reason": "over_time", "advice": "可以起诉。"}
    response = client.post(url, sent)
    assert response.status_code == 422
    assert "期限尚未届满" in str(response.context["form"].errors["failed_reason"])
    late = case.due_at + timedelta(minutes=1)
    escalate_overdue(at=late)
    case.refresh_from_db()
    assert case.state == "mediating"  # the clock ends nothing
    actions.fail_case(case, by=story.cast.feng, at=late, **sent)
    assert case.state == "failed"


def test_labour_over_fifteen_days_may_go_to_arbitration(story, browser):
    case = mediating(story.cast, code="0701", at=story.now - timedelta(days=20))
    page = browser(story.cast.feng).get(case.get_absolute_url()).text
    assert "可以依法申请劳动仲裁" in page
    assert "劳动争议调解仲裁法" in page


@pytest.mark.parametrize(("code", "says"), [
    ("0702", "一年内向劳动争议仲裁委员会申请仲裁"), ("0901", "二年内向农村土地承包仲裁委员会"),
    ("0503", "三日内共同书面申请公安机关"), ("0502", "行政调解"), ("0299", "人民法院"),
])
def test_the_end_offers_the_ways_of_its_kind(code, says, story, browser):
    case = mediating(story.cast, code=code)
    assert says in browser(story.cast.feng).get(f"/mediation/cases/{case.pk}/fail/").text


def test_every_limit_names_its_source_and_warning_points(story):
    assert set(TimeLimit.objects.filter(kind="mediate").values_list("warn_days", flat=True)) == {"5,2"}
    assert not TimeLimit.objects.filter(source="").exists()


@pytest.mark.parametrize(("make", "act"), [
    (work.traffic, "start-clock"), (work.medical, "appraise"), (work.appraising, "appraised"), (work.medical, "extend"),
])
def test_the_page_of_an_act_on_the_limit_tells_its_source_and_no_more(make, act, story, browser):
    page = browser(story.cast.feng).get(f"/mediation/cases/{make(story.cast).pk}/{act}/").text
    assert page.count("《") >= 1
    assert "button--primary" in page[page.index("<form"):page.index("</main>")]
    assert "分流去向" not in page
    assert "/consent/" not in page
