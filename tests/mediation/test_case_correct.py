"""Putting right what was registered, until mediation has ended."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from mediation import actions, openings
from mediation.models import Case, TimeLimit
from mediation.routing.finding import destination
from shuangliu import audit, deadlines
from shuangliu.indicators.models import Delta
from tests.mediation.after.story import agreed
from tests.mediation.story import LIU, STAGES, accepted, category, mediating, registered


def url(case) -> str:
    return reverse("mediation:case-correct", args=[case.pk])


def sent(case, **changes) -> dict:
    """The form as the page shows it, with these answers changed."""
    names = ("title", "summary", "place", "happened_on", "scale", "people")
    return {**{name: getattr(case, name) for name in names}, "category": case.category_id, **changes}


def test_a_clerk_puts_right_what_was_typed_wrong(story, browser):
    case, wu = registered(story.cast), browser(story.cast.wu)
    form = wu.get(url(case)).context["form"]
    assert (form["title"].value(), form["people"].value()) == (case.title, 2)
    response = wu.post(url(case), sent(case, title="楼上水管漏水", people=3, happened_on="2026-03-09"))
    assert response["Location"] == case.get_absolute_url()
    case.refresh_from_db()
    assert (case.title, case.people, case.happened_on) == ("楼上水管漏水", 3, date(2026, 3, 9))
    entry = audit.history(case).filter(verb="case.corrected").get()
    assert (entry.actor_name, entry.detail) == (story.cast.wu.name, {"fields": ["happened_on", "people", "title"]})
    assert "水管" not in str(entry.detail)
    text = wu.get(case.get_absolute_url()).text
    assert "更正案件信息" in text
    assert "发生日期、涉及人数、标题" in text


def test_what_is_the_same_is_no_correction(story):
    case = registered(story.cast)
    actions.correct_case(case, by=story.cast.wu, at=story.now, changes={"title": case.title})
    assert not audit.history(case).filter(verb="case.corrected").exists()


def test_another_category_goes_another_way_before_acceptance(story, browser):
    case = registered(story.cast)
    TimeLimit.objects.create(kind="triage", category=category("07"), amount=1, unit="working_days", source="试行")
    before = deadlines.running(case).get()
    browser(story.cast.wu).post(url(case), sent(case, category=category("07").pk, scale="02"))
    case = Case.objects.get(pk=case.pk)
    clock = deadlines.running(case).get()
    assert (clock.started_at, case.due_at) == (before.started_at, clock.due_at)
    assert clock.due_at < before.due_at
    assert destination(case, date(2026, 3, 11)).route.code == "group"
    actions.accept_case(case, by=story.cast.wu, at=story.now)
    assert deadlines.running(case, "mediate").get().amount == 15


def test_the_clock_that_is_right_already_runs_on(story):
    case = registered(story.cast)
    before = deadlines.running(case).get()
    actions.correct_case(case, by=story.cast.wu, at=story.now + timedelta(hours=1),
                         changes={"category": category("0503")})
    assert deadlines.running(case).get() == before


def test_after_acceptance_limit_and_organisation_stay_and_the_figures_follow(story, browser):
    case = mediating(story.cast)
    due_at, org, other = case.due_at, case.org_id, category("07")
    wu = browser(story.cast.wu)
    page = wu.get(url(case))
    assert not {"people", "scale"} & set(page.context["form"].fields)
    assert "调解期限和承办组织不变" in page.text
    assert wu.post(url(case), sent(case, category=other.pk)).status_code == 422  # without a reason
    counted = Delta.objects.latest("pk").pk
    wu.post(url(case), sent(case, category=other.pk, people=300, reason="实为欠薪。"))
    case.refresh_from_db()
    assert (case.category, case.due_at, case.org_id, case.people) == (other, due_at, org, 2)
    changed = Delta.objects.filter(pk__gt=counted, item__in=[str(other.pk), str(category().pk)])
    assert {(row.item == str(other.pk), row.amount) for row in changed} == {(True, 1), (False, -1)}


def test_without_a_reason_nothing_of_a_case_taken_on_is_changed(story):
    case = accepted(story.cast)
    with pytest.raises(actions.Refused):
        actions.correct_case(case, by=story.cast.wu, at=story.now, changes={"title": "楼上水管漏水"})


@pytest.mark.parametrize(("changes", "field"), [
    ({"title": f"{LIU.name}家漏水"}, "title"), ({"title": ""}, "title"), ({"happened_on": "2026-03-12"}, "happened_on"),
    ({"category": 0}, "category"), ({"people": 0}, "people"),
])
def test_what_is_wrong_is_said_at_its_field(changes, field, story, browser):
    case = registered(story.cast)
    response = browser(story.cast.wu).post(url(case), sent(case, **{"summary": "改过的经过。", **changes}))
    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert "改过的经过。" in response.text
    case.refresh_from_db()
    assert case.summary == "张三丰家漏水到刘老根家。"


def test_a_category_out_of_use_need_not_be_left(story, browser):
    case = registered(story.cast)
    type(case.category).objects.filter(pk=case.category_id).update(is_active=False)
    assert browser(story.cast.wu).post(url(case), sent(case, place="棠湖西路9号")).status_code == 302


@pytest.mark.parametrize("state", ["agreed", "failed", "not_accepted", "joined", "transferred", "moved"])
def test_what_is_over_or_with_others_stays(state, story, browser):
    case = STAGES[state](story.cast)
    assert browser(story.cast.wu).post(url(case), sent(case, reason="更正")).status_code == 409


def test_what_was_concluded_once_stays_when_it_is_mediated_again(story, browser):
    case = agreed(story.cast)
    actions.reopen_case(case, by=story.cast.wu, at=story.now, reason="到期未付。")
    assert browser(story.cast.wu).post(url(case), sent(case, reason="更正")).status_code == 409


def test_a_manager_says_first_why_they_open_it(story, browser):
    case, zheng = registered(story.cast), browser(story.cast.zheng)
    response = zheng.get(url(case))
    assert response["Location"] == reverse("mediation:case-open", args=[case.pk])
    openings.open_case(case, by=story.cast.zheng, at=story.now, purpose="核对登记")
    assert zheng.post(url(case), sent(case, title="楼上水管漏水")).status_code == 302


def test_who_mediates_or_watches_corrects_nothing(story, browser):
    case = mediating(story.cast)
    for name in ("feng", "chen", "he"):
        assert browser(getattr(story.cast, name)).post(url(case), sent(case, reason="更正")).status_code == 403
