"""Confirmation within thirty days of effect; and what a court does later changes nothing that was counted."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from mediation.models import Confirmation
from shuangliu.indicators.counting import local_day
from shuangliu.indicators.reading import totals
from tests.mediation import story as before
from tests.mediation.after import story as tale

APPLIED = {"uuid": "0b52e0bb-6a3f-4f9f-8b40-3a2a6b6e0a01", "about_status": "no", "applied_on": "2026-03-11",
           "court": "双流区人民法院"}
RULED = {"uuid": "0b52e0bb-6a3f-4f9f-8b40-3a2a6b6e0a02", "result": "confirmed", "decided_on": "2026-03-11",
         "document_number": "（2026）川0116民特3号"}
SUED = {"uuid": "0b52e0bb-6a3f-4f9f-8b40-3a2a6b6e0a03", "kind": "settlement", "on": "2026-03-11", "court": "区人民法院"}


def url(case, act: str) -> str:
    return reverse(f"mediation:case-{act}", args=[case.pk])


def test_applied_and_confirmed(story, browser):
    case, client = tale.signed(story.cast), browser(story.cast.wu)
    assert client.post(url(case, "confirm"), APPLIED).status_code == 302
    assert not case.duties.open().filter(kind="confirm").exists()
    assert client.post(url(case, "confirm"), APPLIED).status_code == 409  # it stands
    assert client.post(url(case, "rule"), RULED | {"document_number": ""}).status_code == 422
    assert client.post(url(case, "rule"), RULED).status_code == 302
    assert Confirmation.objects.get().result == "confirmed"


def test_after_a_withdrawal_the_rest_of_the_thirty_days_remains(story, browser):
    case, client = tale.applied(story.cast), browser(story.cast.wu)
    assert client.post(url(case, "rule"), RULED | {"result": "withdrawn", "document_number": ""}).status_code == 302
    assert case.duties.open().get(kind="confirm").due_at.date() == date(2026, 4, 10)
    assert client.post(url(case, "confirm"), APPLIED).status_code == 302


def test_no_confirmation_comes_with_advice(story, browser):
    case, client = tale.applied(story.cast), browser(story.cast.wu)
    sent = RULED | {"result": "rejected", "document_number": ""}
    assert client.post(url(case, "rule"), sent | {"advice": ""}).status_code == 422
    assert client.post(url(case, "rule"), sent | {"advice": "可以重新调解或者起诉。"}).status_code == 302


def test_status_is_refused_with_the_article(story, browser):
    marriage, heirs = tale.signed(story.cast, code="0101"), tale.signed(story.cast, code="0103")
    client = browser(story.cast.wu)
    answer = client.get(url(marriage, "confirm"))
    assert answer.status_code == 409
    assert "第四条" in answer.text
    assert not marriage.duties.filter(kind="confirm").exists()
    answer = client.post(url(heirs, "confirm"), APPLIED | {"about_status": "yes"})
    assert answer.status_code == 422
    assert "第四条" in answer.text


@pytest.mark.parametrize("stage", ["agreed", "unsigned"])
def test_the_court_needs_a_signed_paper(stage, story, browser):
    case = tale.STAGES[stage](story.cast)
    assert browser(story.cast.wu).post(url(case, "confirm"), APPLIED).status_code == 409


def test_after_thirty_days_it_is_too_late(story, browser):
    case = tale.signed(story.cast)
    with time_machine.travel(story.now + timedelta(days=40), tick=False):
        answer = browser(story.cast.wu).post(url(case, "confirm"), APPLIED | {"applied_on": "2026-04-14"})
    assert answer.status_code == 422
    assert "2026-04-10" in answer.text


def test_a_failed_case_settled_in_court_stays_failed(story, browser):
    case, day = before.failed(story.cast), local_day(story.now)
    names = ["case.accepted", "case.settled", "case.concluded", "case.concluded_settled"]
    figures = dict(totals(names, story.cast.county, day, day))
    client = browser(story.cast.wu)
    assert client.post(url(case, "suit"), SUED).status_code == 302
    assert client.post(url(case, "suit"), SUED).status_code == 302  # sent twice
    case.refresh_from_db()
    assert (case.outcome, case.state, case.suits.count()) == ("failed", "failed", 1)
    assert dict(totals(names, story.cast.county, day, day)) == figures
    assert "法院调解" in client.get(case.get_absolute_url()).text
