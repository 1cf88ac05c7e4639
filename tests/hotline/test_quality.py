"""Quality checks are drawn by lot, noted by the supervisor once, and read by whose work it was."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from hotline.actions import quality
from hotline.models import QualityCheck
from shuangliu.pages.conflict import Conflict
from tests.conftest import NOW

DAY = localdate(NOW)


@pytest.fixture
def ended(calls):
    return [calls.tell("answered") for _number in range(5)]


def test_the_draw_is_the_same_whoever_draws(ended, settings):
    settings.HOTLINE_QUALITY_PERCENT = 60
    assert quality.draw(DAY) == 3
    drawn = set(QualityCheck.objects.values_list("ticket", flat=True))
    assert quality.draw(DAY) == 0
    QualityCheck.objects.all().delete()
    quality.draw(DAY)
    assert set(QualityCheck.objects.values_list("ticket", flat=True)) == drawn


def test_two_of_each_agent_at_least_and_none_of_another_day(ended, calls, settings):
    settings.HOTLINE_QUALITY_PERCENT = 1
    calls.tell("closed")
    calls.tell("invalid")
    assert quality.draw(DAY - timedelta(days=1)) == 0
    assert quality.draw(DAY) == 2


def test_noted_once_and_read_by_the_agent(ended, calls, browser):
    quality.draw(DAY)
    check = QualityCheck.objects.first()
    page, lead, agent = reverse("hotline:quality-detail", args=[check.pk]), *map(
        browser, (calls.cast.mu, calls.cast.ma))
    assert agent.get(page).status_code == 404
    assert lead.post(page, {"result": "improve"}).status_code == 422
    assert lead.post(page, {"result": "improve", "points": ["told"], "words": "没有告知时限"}).status_code == 302
    with pytest.raises(Conflict):
        quality.note(check, by=calls.cast.mu, at=calls.later(), result="ok")
    shown = agent.get(page)
    assert shown.status_code == 200
    assert "没有告知时限" in shown.content.decode()
    assert shown.context["form"] is None
    assert list(agent.get(reverse("hotline:quality-list")).context["page"].rows) == [check]


def test_nobody_checks_their_own_work(calls):
    ticket = calls.receive(by=calls.cast.mu)
    calls.answered(ticket)
    quality.draw(DAY)
    with pytest.raises(Conflict):
        quality.note(QualityCheck.objects.get(), by=calls.cast.mu, at=calls.later(), result="ok")
