"""The page of figures: both rates with their numbers, by whatever part, for whom they are."""

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from grids.roles import Role
from mediation import actions
from mediation.models import Mediator
from shuangliu.audit.models import Entry
from shuangliu.indicators.models import Difference
from shuangliu.indicators.reading import by_item
from shuangliu.indicators.registry import indicator, registry
from tests.mediation.story import AT, agreed, assigned, failed, mediating, refused, registered, someone

URL = "/mediation/figures/"


@pytest.fixture
def cases(story):
    """This month: three settled and one failed with Feng, one open, one refused; one of last month settled."""
    for _ in range(3):
        agreed(story.cast)
    failed(story.cast, code="0503", source="court")
    mediating(story.cast)
    refused(story.cast)
    agreed(story.cast, at=AT - timedelta(days=31))


def rows(response) -> dict[str, list[str]]:
    return {row.label: [cell.text if cell.denominator is None else f"{cell.text} {cell.numerator.count}/"
                        f"{cell.denominator.count}" for cell in row.cells] for row in response.context["table"].rows}


def test_both_rates_stand_with_their_numbers_and_beside_the_month_before(cases, story, browser):
    response = browser(story.cast.chen).get(URL)
    rate_a, rate_b = response.context["sheet"].rates
    assert (rate_a.now.text, rate_a.now.numerator.count, rate_a.now.denominator.count) == ("60.00 %", 3, 5)
    assert (rate_b.now.text, rate_b.now.numerator.count, rate_b.now.denominator.count) == ("75.00 %", 3, 4)
    assert [(text, cell.text, points) for text, cell, points in rate_a.changes] == [
        ("上期", "100.00 %", "-40.00"), ("上年同期", "—", "")]
    assert response.context["sheet"].pending == 1
    refused_rate = response.context["sheet"].others[0].now
    assert (refused_rate.text, refused_rate.numerator.count, refused_rate.denominator.count) == ("16.67 %", 1, 6)
    for told in ["样本过少", "第 1 版", "尚未结束"]:
        assert told in response.text, told


@pytest.mark.parametrize(("part", "expected"), [
    ("area", {"东升街道": ["5", "60.00 % 3/5", "4", "75.00 % 3/4"], "西航港街道": ["0", "— 0/0", "0", "— 0/0"]}),
    ("org", {"棠湖社区人民调解委员会": ["5", "60.00 % 3/5", "4", "75.00 % 3/4"]}),
    ("category", {"邻里纠纷": ["4", "75.00 % 3/4", "3", "100.00 % 3/3"],
                  "侵权相关纠纷": ["1", "0.00 % 0/1", "1", "0.00 % 0/1"]}),
    ("source", {"当事人申请": ["4", "75.00 % 3/4", "3", "100.00 % 3/3"],
                "法院委派委托": ["1", "0.00 % 0/1", "1", "0.00 % 0/1"]}),
    ("channel", {"人民调解": ["5", "60.00 % 3/5", "4", "75.00 % 3/4"]}),
])
def test_by_each_part(part, expected, cases, story, browser):
    found = rows(browser(story.cast.zheng).get(URL, {"by": part}))
    assert list(found.values()) == list(expected.values())
    if part in {"area", "org", "category"}:
        assert list(found) == list(expected)


@pytest.mark.parametrize("part", ["area", "org", "category", "source", "channel", "mediator"])
def test_every_number_opens_the_cases_it_counts(part, cases, story, browser):
    client = browser(story.cast.zheng)
    for row in client.get(URL, {"by": part}).context["table"].rows:
        for cell in row.cells:
            for number in filter(None, [cell.numerator, cell.denominator]):
                assert len(client.get(number.url).context["page"].rows) == number.count, (row.label, number.url)


def test_what_has_no_organisation_yet_is_a_line_of_its_own(story, browser):
    """A dispute of the whole county, where no committee is at hand."""
    actions.accept_case(registered(story.cast, area=story.cast.county), by=story.cast.wu, at=story.now)
    agreed(story.cast)
    found = rows(browser(story.cast.chen).get(URL, {"by": "org"}))
    assert found == {"棠湖社区人民调解委员会": ["1", "100.00 % 1/1", "1", "100.00 % 1/1"],
                     "尚未指派调解组织": ["1", "0.00 % 0/1", "0", "— 0/0"]}


def test_another_round_after_a_breach_takes_nothing_from_who_settled_it(story):
    """Feng settled it; the round after the breach is another mediator's and counts nowhere."""
    case = agreed(story.cast)
    actions.reopen_case(case, by=story.cast.wu, at=story.now, reason="未修好。")
    actions.assign_case(case, by=story.cast.zheng, at=story.now, mediator=story.net.without_account)
    actions.hold_session(case, by=story.cast.wu, at=story.now, held_at=story.now, place="室", participants="双方",
                         record="谈。")
    actions.fail_case(case, by=story.cast.wu, at=story.now, failed_reason="sued", advice="诉。")
    day = story.now.date()
    found = by_item(["case.settled", "case.concluded"], "mediator", story.cast.county, day, day)
    assert {item: dict(figures) for item, figures in found.items() if any(figures.values())} == {
        str(story.net.feng.pk): {"case.settled": 1, "case.concluded": 1}}


def test_a_case_reassigned_counts_for_who_has_it(story):
    case = assigned(story.cast)
    actions.reassign_case(case, by=story.cast.zheng, at=story.now, mediator=story.net.without_account, reason="absent")
    day = story.now.date()
    found = by_item(["case.accepted"], "mediator", story.cast.county, day, day)
    assert {item: figures["case.accepted"] for item, figures in found.items() if figures["case.accepted"]} == {
        str(story.net.without_account.pk): 1}


def test_mediators_are_for_their_own_manager_in_the_order_of_the_network(cases, story, browser):
    assert list(rows(browser(story.cast.zheng).get(URL, {"by": "mediator"}))) == ["冯调解"]
    for person in ["chen", "wu"]:
        response = browser(getattr(story.cast, person)).get(URL, {"by": "mediator"})
        assert response.status_code == 400
        assert "按调解员" not in browser(getattr(story.cast, person)).get(URL).text


def test_the_manager_of_the_county_leaves_the_mediators_of_a_town_to_its_own_manager(cases, story, browser):
    own = someone("dongsheng", Role.CENTER_MANAGER, story.cast.town)
    assert list(rows(browser(own).get(URL, {"by": "mediator"}))) == ["冯调解"]
    assert rows(browser(story.cast.zheng).get(URL, {"by": "mediator"})) == {}


def test_nobody_else_counts_a_mediators_cases_by_the_list(cases, story, browser):
    feng = story.net.feng.pk
    list_of = f"/mediation/cases/?tab=all&count=case.settled&mediator={feng}"
    assert browser(story.cast.zheng).get(list_of).status_code == 200
    assert browser(story.cast.feng).get(list_of).status_code == 200
    for person in ["chen", "wu", "he"]:
        assert browser(getattr(story.cast, person)).get(list_of).status_code == 422, person
    assert browser(story.cast.feng).get(
        f"/mediation/cases/?mediator={story.net.without_account.pk}").status_code == 422


def test_a_mediator_sees_their_own_figures_and_no_others(cases, story, browser):
    client = browser(story.cast.feng)
    assert client.get(URL).status_code == 403
    response = client.get(f"{URL}own/")
    assert [(line["value"], [number for number, _url in line["numbers"]]) for line in response.context["lines"]] == [
        ("60.00", [3, 5]), ("75.00", [3, 4])]
    for line in response.context["lines"]:
        for number, url in line["numbers"]:
            assert len(client.get(url).context["page"].rows) == number
    other = Mediator.objects.get(user=None, org=story.net.here)
    assert other.name not in response.text
    for person in ["zheng", "wu", "chen"]:
        assert browser(getattr(story.cast, person)).get(f"{URL}own/").status_code == 403


def test_a_clerk_sees_the_figures_of_the_own_centre(cases, story, browser):
    response = browser(story.cast.wu).get(URL)
    assert response.context["area"] == story.cast.town
    assert browser(story.cast.wu).get(URL, {"area": "510116"}).status_code == 404
    assert browser(story.cast.wu).get(URL, {"area": "510116002"}).status_code == 404


def test_how_long_cases_took(story, browser):
    for days in (0, 2, 10):
        case = mediating(story.cast, at=AT - timedelta(days=days))
        actions.agree_case(case, by=story.cast.feng, at=AT, agreement_form="oral", agreement="好。")
    durations = browser(story.cast.chen).get(URL).context["sheet"].durations
    assert (durations.count, str(durations.mean), str(durations.median)) == (3, "4.0", "2.0")


def test_what_differed_in_the_night_is_said(cases, story, browser):
    warned = "最近一次夜间比对发现"
    assert warned not in browser(story.cast.chen).get(URL).text
    Difference.objects.create(measure="case.settled", area_key=story.cast.community.key, day=AT.date(), rolled=9,
                              counted=3, found_at=AT)
    assert warned in browser(story.cast.chen).get(URL).text
    assert warned not in browser(story.cast.chen).get(URL, {"area": "510116002"}).text


def test_the_file_says_what_the_page_says(cases, story, browser):
    answer = browser(story.cast.zheng).get(f"{URL}export/")
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    assert book.sheetnames == ["比率", "按区域", "按调解组织", "按纠纷类别", "按来源", "按调解渠道", "按调解员"]
    rate_a = [cell.value for cell in book["比率"][2]]
    assert rate_a[1:5] == [1, 3, 5, 60]
    for name in book.sheetnames[1:]:
        lines = list(book[name].iter_rows(min_row=2, values_only=True))
        assert [sum(line[column] for line in lines) for column in (2, 3, 5, 6)] == [5, 3, 4, 3], name
    assert Entry.objects.get(verb="figure.exported").detail["area"] == "510116"
    assert "按调解员" not in load_workbook(io.BytesIO(b"".join(
        browser(story.cast.chen).get(f"{URL}export/").streaming_content))).sheetnames


@pytest.mark.parametrize(("query", "status"), [
    ({"by": "party"}, 400), ({"start": "2026-03-02", "end": "2026-03-01"}, 422), ({"area": "999"}, 404)])
def test_nonsense_is_said(query, status, story, browser):
    assert browser(story.cast.chen).get(URL, query).status_code == status


def test_every_version_of_a_definition_is_explained(story, browser, monkeypatch):
    for shelf in ("indicators", "versions"):
        monkeypatch.setattr(registry, shelf, {name: [*one] if isinstance(one, list) else one
                                              for name, one in getattr(registry, shelf).items()})
    indicator("mediation_success", "调解成功率新口径", numerator="case.settled", denominator="case.registered",
              version=2, since=AT.date(), note="试验。")
    for person in ["wu", "feng", "zheng", "chen"]:
        text = browser(getattr(story.cast, person)).get(f"{URL}definitions/").text
        for told in ["调解成功率新口径", "第 2 版", "第 1 版", "12,861", "四舍五入", "只在那一案件中计数"]:
            assert told in text, told
    agreed(story.cast)
    refused(story.cast)
    client = browser(story.cast.chen)
    before, after = (client.get(URL, {"start": "2026-03-01", "end": end}).context["sheet"].rates[0].now
                     for end in ("2026-03-10", "2026-03-11"))
    assert (before.version, after.version, after.text) == (1, 2, "50.00 %")


def test_records_written_late_are_found(story, browser):
    case = assigned(story.cast, at=AT - timedelta(days=5))
    actions.hold_session(case, by=story.cast.feng, at=AT, held_at=AT - timedelta(hours=25), place="室",
                         participants="双方", record="说了秘密。")
    actions.hold_session(case, by=story.cast.feng, at=AT, held_at=AT - timedelta(hours=24), place="室",
                         participants="双方", record="又说了。")
    rate = browser(story.cast.chen).get(URL).context["sheet"].others[2].now
    assert (rate.numerator.count, rate.denominator.count) == (1, 2)
    late = browser(story.cast.chen).get(f"{URL}sessions/", {"in_time": "no"})
    assert [session.hours for session in late.context["page"].rows] == [25.0]
    assert "秘密" not in late.text
