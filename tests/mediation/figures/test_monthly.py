"""The justice bureau's table: each part adds up to the same, and what an agreement was worth stands in it."""

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from mediation import actions
from mediation.models import DisputeCategory
from mediation.models.categories import JusticeCategory
from tests.mediation.story import AT, agreed, failed, mediating, refused, registered

URL = "/mediation/figures/monthly/"


@pytest.fixture
def cases(story):
    """March 2026: 6 accepted, 3 settled (one of February's), 1 failed."""
    agreed(story.cast)
    for code, source, amount in [("0503", "court", "1200.50"), ("0402", "screening", "300")]:
        case = mediating(story.cast, code=code, source=source, people=5)
        actions.agree_case(case, by=story.cast.feng, at=AT, agreement_form="written", agreement="赔偿。", amount=amount)
    failed(story.cast, code="0701", source="petition")
    mediating(story.cast)
    actions.accept_case(registered(story.cast, source="hotline"), by=story.cast.wu, at=AT)
    refused(story.cast)
    old = mediating(story.cast, at=AT - timedelta(days=20))
    actions.fail_case(old, by=story.cast.feng, at=AT - timedelta(days=15), failed_reason="refused", advice="诉。")


def test_by_kind_level_and_town(cases, story, browser):
    response = browser(story.cast.chen).get(URL, {"month": "2026-03"})
    kinds, levels, towns = response.context["month"].parts
    found = {str(line.label): line.cells for line in kinds.lines if any(line.cells)}
    assert found == {  # accepted, own, asked, handed over, people, settled, written, oral, amount, failed
        "邻里纠纷": [3, 0, 3, 0, 6, 1, 0, 1, 0, 0],
        "道路交通事故纠纷": [1, 0, 0, 1, 5, 1, 1, 0, pytest.approx(1200.5), 0],
        "物业纠纷": [1, 1, 0, 0, 5, 1, 1, 0, 300, 0],
        "劳动争议纠纷": [1, 0, 0, 1, 2, 0, 0, 0, 0, 1],
    }
    assert len(kinds.lines) == 15
    assert kinds.total.cells == levels.total.cells == towns.total.cells == [
        6, 1, 3, 2, 18, 3, 2, 1, pytest.approx(1500.5), 1]
    assert {str(line.label): line.cells[0] for line in levels.lines if line.cells[0]} == {"社区（村）": 6}


def test_last_month_is_what_is_asked_for_by_itself(cases, story, browser):
    month = browser(story.cast.chen).get(URL).context["month"]
    assert str(month.first) == "2026-02-01"
    assert month.parts[0].total.cells == [1, 0, 1, 0, 2, 0, 0, 0, 0, 1]


def test_what_is_no_peoples_mediation_is_another_table(cases, story, browser):
    story.net.here.kind = "administrative"
    story.net.here.save()
    agreed(story.cast)
    assert browser(story.cast.chen).get(URL, {"month": "2026-03"}).context["month"].parts[0].total.cells[0] == 6


def test_another_round_changes_nothing(story, browser):
    case = agreed(story.cast)
    actions.reopen_case(case, by=story.cast.wu, at=AT, reason="未修好。")
    actions.assign_case(case, by=story.cast.zheng, at=AT, mediator=story.net.feng)
    actions.hold_session(case, by=story.cast.feng, at=AT, held_at=AT, place="室", participants="双方", record="谈。")
    later = AT + timedelta(minutes=5)
    actions.agree_case(case, by=story.cast.feng, at=later, agreement_form="written", agreement="赔。", amount="200")
    total = browser(story.cast.chen).get(URL, {"month": "2026-03"}).context["month"].parts[0].total.cells
    assert total == [1, 0, 1, 0, 2, 1, 0, 1, 0, 0]


def test_the_file_adds_up(cases, story, browser):
    answer = browser(story.cast.chen).get(f"{URL}export/", {"month": "2026-03"})
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    totals = []
    for page in book.worksheets:
        *lines, total = page.iter_rows(min_row=2, values_only=True)
        assert [sum(line[column] for line in lines) for column in range(1, 11)] == list(total[1:])
        totals.append(total[1:])
    assert totals[0] == totals[1] == totals[2]
    assert "人民调解案件情况月报表" in answer.headers["Content-Disposition"] or "%E4%BA%BA" in answer.headers[
        "Content-Disposition"]


@pytest.mark.parametrize("month", ["2026-13", "März", "2026-04", "1800-01", "2026-3-1"])
def test_a_month_that_is_none_is_said(month, story, browser):
    response = browser(story.cast.chen).get(URL, {"month": month})
    assert response.status_code == 422
    assert response.context["form"].errors["month"]
    assert browser(story.cast.chen).get(f"{URL}export/", {"month": month}).status_code == 422


def test_a_clerk_gets_the_own_town(cases, story, browser):
    assert browser(story.cast.wu).get(URL).context["month"].area == story.cast.town
    for person in ["feng", "he", "zhao", "wang"]:
        assert browser(getattr(story.cast, person)).get(URL).status_code == 403


def test_every_category_has_its_line(story):
    assert not DisputeCategory.objects.filter(justice_category="").exists()
    assert set(DisputeCategory.objects.values_list("justice_category", flat=True)) == set(JusticeCategory.values)
