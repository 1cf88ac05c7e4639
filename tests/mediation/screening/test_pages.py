"""The pages: who sees what, input that is refused, and nothing typed that is lost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from grids.roles import Role
from mediation.models import Case, ScreeningPoint
from mediation.screening import results, sweep
from mediation.screening.models import Finding, PointWarning, Screening, ScreeningPlan, WarningRule
from shuangliu.audit.models import Entry
from tests.mediation import story as cases

from . import story

DAY = timedelta(days=1)


def sent(outcome: str, *rows, version: int = 0, **more) -> dict:
    data = {"outcome": outcome, "version": version, "form-TOTAL_FORMS": len(rows) or 2, "form-INITIAL_FORMS": 0, **more}
    for n, (category, text) in enumerate(rows):
        data |= {f"form-{n}-category": category.pk if category else "", f"form-{n}-text": text}
    return data


def test_a_grid_worker_writes_a_result_on_the_street(cast, browser, now):
    one = story.screening(cast, at=now)
    client = browser(cast.wang)
    assert one.get_absolute_url() in client.get(reverse("mediation:screening-list")).content.decode()
    form = sent("found", (story.kind(), "摊位之争"), is_incident="on")
    response = client.post(one.get_absolute_url(), form, follow=True)
    assert Finding.objects.get().text == "摊位之争"
    assert reverse("incidents:incident-new") in response.content.decode()  # what has to be put right goes its own way
    assert browser(cast.qian).get(one.get_absolute_url()).status_code == 404
    assert browser(cast.chen).get(one.get_absolute_url()).status_code == 403


@pytest.mark.parametrize(("outcome", "rows"), [
    ("none", [("02", "摊位")]), ("found", []), ("", []), ("found", [("", "摊位")]),
])
def test_answers_that_do_not_agree_are_asked_again(cast, browser, now, outcome, rows):
    one = story.screening(cast, at=now)
    rows = [(story.kind(code) if code else None, text) for code, text in rows]
    response = browser(cast.zhao).post(one.get_absolute_url(), sent(outcome, *rows))
    assert response.status_code == 422
    body = response.content.decode()
    assert all(text in body for _category, text in rows)
    assert not Screening.objects.get(pk=one.pk).is_done


def test_one_more_row_keeps_what_was_typed(cast, browser, now):
    one = story.screening(cast, at=now)
    rows = [(story.kind(), "一"), (story.kind("03"), "二")]
    body = browser(cast.zhao).post(one.get_absolute_url(), sent("found", *rows, add_row="1")).content.decode()
    assert 'value="一"' in body
    assert 'value="二"' in body
    assert "form-2-text" in body


def test_a_result_of_yesterday_is_refused_with_409(cast, browser, now):
    one = story.screening(cast, at=now - DAY)
    results.write_result(one, by=cast.zhao, at=now - DAY)
    assert browser(cast.zhao).get(one.get_absolute_url()).status_code == 409


def test_taking_back_asks_first(cast, browser, now):
    one = story.screening(cast, at=now)
    results.write_result(one, by=cast.zhao, at=now)
    url = reverse("mediation:screening-take-back", args=[one.pk])
    client = browser(cast.wang)
    assert client.get(url).status_code == 200
    assert Screening.objects.get().is_done
    assert client.post(url).status_code == 302
    assert not Screening.objects.get().is_done
    assert client.post(url).status_code == 409


def test_a_finding_becomes_a_case_once(cast, browser, now):
    finding = story.found(cast, at=now)
    client, url = browser(cast.wu), reverse("mediation:case-new") + f"?finding={finding.pk}"
    form = client.get(url).context["form"]
    assert (form["source"].value(), form["place"].value(), form["title"].value()) == (
        "screening", "棠湖农贸市场", "摊位之争")
    data = {
        "uuid": form["uuid"].value(), "source": "screening", "category": cases.category().pk, "scale": "01",
        "title": "摊位之争", "happened_on": "2026-03-11", "area": cast.community.pk, "place": "棠湖农贸市场",
        "people": 2, "summary": "两家争一个摊位。", "form-TOTAL_FORMS": 2, "form-INITIAL_FORMS": 0,
        "form-0-role": "applicant", "form-0-name": "甲某", "form-1-role": "respondent", "form-1-name": "乙某"}
    assert client.post(url, data).status_code == 302
    case = Case.objects.get()
    assert case.finding == finding
    assert client.get(url).status_code == 409
    assert client.post(url, data).status_code == 302
    assert Case.objects.count() == 1
    assert client.get(reverse("mediation:case-new") + "?finding=999999").status_code == 404


def test_the_page_of_a_point_names_the_cases_to_those_who_may_open_them(cast, browser, now):
    story.warned(cast, at=now)
    url = reverse("mediation:point-detail", args=[ScreeningPoint.objects.get().pk])
    numbers = [case.number for case in Case.objects.all()]
    seen = {person: browser(getattr(cast, person)).get(url).content.decode()
            for person in ("wu", "feng", "wang", "chen")}
    assert all(number in seen["wu"] and number in seen["chen"] for number in numbers)
    # A mediator sees the own cases, a grid worker none: both see how many there are.
    assert not any(number in seen[person] for number in numbers for person in ("feng", "wang"))
    assert all("level--blue" in page for page in seen.values())


def test_a_manager_resets_with_a_reason(cast, browser, now):
    warning = story.warned(cast, at=now)
    url = reverse("mediation:point-reset", args=[warning.pk])
    client = browser(cast.zheng)
    for wrong in ({"reason": "", "until": "2026-03-12"}, {"reason": "好", "until": "2026-05-12"},
                  {"reason": "好", "until": "2026-03-10"}):
        assert client.post(url, wrong).status_code == 422
    assert client.post(url, {"reason": "已现场协调", "until": "2026-03-12"}).status_code == 302
    assert PointWarning.objects.get().level == "none"
    page = client.get(reverse("mediation:point-detail", args=[warning.pk])).content.decode()
    assert "已现场协调" in page
    assert cast.zheng.name in page
    assert client.get(url).status_code == 409
    assert browser(cast.wu).get(url).status_code == 403


def test_a_manager_changes_the_plan(cast, browser, now):
    plan = story.planned(cast, at=now)
    url = reverse("mediation:point-plan", args=[plan.pk])
    client = browser(cast.zheng)
    assert client.post(url, {"every": "daily", "org": plan.point.org_id}).status_code == 422
    assert client.post(url, {"every": "monthly", "org": plan.point.org_id, "is_active": "on"}).status_code == 302
    assert ScreeningPlan.objects.get().every == "monthly"
    assert Entry.objects.get(verb="screening.planned").detail["was"] == "weekly"


def thresholds(**cells) -> dict:
    return {"valid_from": "2026-03-11", "reason": "试行", **cells}


def test_the_county_looks_first_and_then_sets_the_rule(cast, browser, now):
    story.warned(cast, at=now)
    client, url = browser(cast.zheng), reverse("mediation:warning-rule-new")
    seen = client.post(url, thresholds(red_open=2, preview="1"))
    assert seen.status_code == 200
    assert "棠湖农贸市场" in seen.content.decode()
    assert WarningRule.objects.count() == 1
    assert client.post(url, thresholds(blue_open=4, red_open=3)).status_code == 422  # the higher one lower
    assert client.post(url, thresholds()).status_code == 422
    assert client.post(url, {**thresholds(red_open=2), "valid_from": "2026-03-10"}).status_code == 422
    assert client.post(url, thresholds(red_open=2)).status_code == 302
    assert PointWarning.objects.get().level == "red"


def test_a_town_s_manager_reads_the_rule_and_does_not_set_it(cast, browser, now):
    story.planned(cast, at=now)
    manager = cases.someone("town-manager", Role.CENTER_MANAGER, cast.town)
    client = browser(manager)
    assert client.get(reverse("mediation:warning-rule")).status_code == 200
    assert client.get(reverse("mediation:warning-rule-new")).status_code == 403


@pytest.mark.parametrize("tab", ["due", "missed", "done", "found"])
def test_the_tabs_show_what_belongs_there(cast, browser, now, tab):
    story.found(cast, at=now - 7 * DAY)
    sweep.sweep(now)
    Screening.objects.filter(done_at=None).update(starts_on=now.date(), remind_on=now.date())
    page = browser(cast.wu).get(reverse("mediation:screening-list") + f"?tab={tab}")
    assert len(page.context["page"].rows) == {"due": 1, "missed": 0, "done": 1, "found": 1}[tab]
    assert browser(cast.qian).get(reverse("mediation:screening-list") + f"?tab={tab}").context["page"].rows == []
    assert browser(cast.wu).get(reverse("mediation:screening-list") + "?tab=other").status_code == 400


def test_the_points_are_sorted_by_level_and_narrowed(cast, browser, now):
    warning = story.warned(cast, at=now)
    other = ScreeningPoint.objects.create(name="机场路工地", area=cast.areas["510116002001"], org=warning.point.org)
    sweep.sweep(now)
    client, url = browser(cast.chen), reverse("mediation:point-list")
    names = lambda query: [state.point.name for state in client.get(url + query).context["found"]]  # noqa: E731
    assert names("") == ["棠湖农贸市场", "机场路工地"]
    assert names("?level=none") == names("?town=510116002") == [other.name]
    assert names("?missed=on") == []
    assert client.get(url + "?level=violet").status_code == 422
    assert [one.point.name for one in browser(cast.sun).get(url).context["found"]] == ["棠湖农贸市场"]


def test_the_situation_counts_what_is_open(cast, browser, now):
    story.planned(cast, at=now)
    story.late(cases.registered(cast, at=now, scale="03"))
    cases.registered(cast, at=now - 7 * DAY)
    cases.agreed(cast, at=now - 7 * DAY)
    story.warning(cast, at=now)
    picture = browser(cast.chen).get(reverse("mediation:situation")).context["picture"]
    here, there = picture.towns
    assert (here.open, here.group, here.major, here.overdue) == (2, 1, 1, 1)
    assert (here.new, here.before, here.warning, here.points) == (1, 2, 1, 1)
    assert (here.rate_a, here.rate_b) == ("100.00", "100.00")
    assert (there.open, there.new, there.rate_a) == (0, 0, None)
    assert picture.total.open == 2
    assert [town.area for town in browser(cast.sun).get(reverse("mediation:situation")).context["picture"].towns] == [
        cast.town]


def test_the_workload_is_named_to_managers_only(cast, browser, now):
    cases.network(cast)
    cases.mediating(cast, at=now)
    story.late(cases.assigned(cast, at=now - 40 * DAY))
    cases.agreed(cast, at=now)
    url = reverse("mediation:workload")
    org = browser(cast.zheng).get(url).context["found"].orgs[0]
    assert [(mediator.name, *vars(load).values()) for mediator, load in org.members] == [
        ("冯调解", 2, 2, 1, 1), ("老支书", 0, 0, 0, 0)]
    watched = browser(cast.chen).get(url)
    assert watched.context["found"].total.open == 2
    assert "冯调解" not in watched.content.decode()
    own = browser(cast.feng).get(url).context["found"]
    assert [mediator.name for one in own.orgs for mediator, _load in one.members] == ["冯调解"]
    assert own.mediators == 1
    neighbour = cases.someone("other-manager", Role.CENTER_MANAGER, cast.areas["510116002"])
    assert "冯调解" not in browser(neighbour).get(url).content.decode()
    assert browser(cast.wu).get(url).status_code == 403


def test_a_supervisor_cannot_count_the_cases_of_one_mediator(cast, browser, now):
    net = cases.network(cast)
    cases.mediating(cast, at=now)
    cases.registered(cast, at=now)
    url = reverse("mediation:case-list") + f"?tab=all&mediator={net.feng.pk}"
    assert len(browser(cast.zheng).get(url).context["page"].rows) == 1
    assert len(browser(cast.chen).get(url).context["page"].rows) == 2


@pytest.mark.parametrize("view", ["point", "situation", "workload"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_each_view_is_a_file(cast, browser, now, view, kind):
    story.warned(cast, at=now)
    client, url = browser(cast.zheng), reverse(f"mediation:{view}-export")
    response = client.get(url, {"format": kind})
    assert response.status_code == 200
    assert f".{kind}" in response["Content-Disposition"]
    assert client.get(url, {"format": "pdf"}).status_code == 400
    assert Entry.objects.filter(verb__endswith=".exported").count() == 1


@pytest.mark.parametrize("page", ["situation", "workload", "point-list"])
def test_more_points_and_cases_cost_no_more_queries(cast, browser, now, page):
    story.warned(cast, at=now)
    client, url = browser(cast.zheng), reverse(f"mediation:{page}")
    org = ScreeningPoint.objects.get().org

    def cost() -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    few = cost()
    for n in range(20):
        ScreeningPoint.objects.create(name=f"点位{n}", area=cast.community, org=org)
        cases.mediating(cast, at=now)
    story.warning(cast, at=now)
    assert cost() == few
