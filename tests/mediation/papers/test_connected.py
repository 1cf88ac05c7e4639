"""What other parts of mediation know stands on the papers; what they keep from mediators stays kept."""

import uuid
from decimal import Decimal

from django.urls import reverse

from mediation import models
from mediation.after.models import FollowUp, Performance
from mediation.papers import actions, facts
from tests.mediation.papers.conftest import fresh, items
from tests.mediation.papers.reading import pdf_text
from tests.mediation.story import LIU, ZHANG, agreed


def asked(case, cast, now):
    return FollowUp.objects.create(
        case=case, round=case.round, area_key=case.area_key, uuid=uuid.uuid4(), party=case.parties.first(), way="phone",
        made_at=now, answer="unsatisfied", kept="kept", note="觉得调解员偏心。", by=cast.wu, recorded_at=now)


def test_a_receipt_for_each_performance(story, browser):
    case = fresh(agreed(story.cast))
    Performance.objects.filter(case=case).delete()
    item = Performance.objects.create(
        case=case, round=case.round, area_key=case.area_key, batch=uuid.uuid4(),
        party=case.parties.get(role="applicant"), what="支付赔偿款", amount=Decimal(200))
    response = browser(story.cast.wu).post(reverse("mediation:paper-print", args=[case.pk]), {
        "papers": [f"receipt-{item.pk}"], "wanted": "pdf", "purpose": "交当事人签署"})
    text = pdf_text(response.content)
    assert (f"今收到{ZHANG.name}按〔2026〕棠湖社区人调字第1号调解协议履行的下列款（物）："
            "支付赔偿款，人民币贰佰元整（¥200.00）。") in text


def test_an_agent_is_named_and_needs_a_power_of_attorney(story):
    case = fresh(agreed(story.cast))
    agent = models.Representative.objects.create(
        party=case.parties.get(role="respondent"), kind="agent", name="刘小根", relation="父子", powers="special",
        authorised_on=story.now.date(), added_at=story.now)
    known = facts.of(case, clear=True)
    assert [(one.name, one.acts_for, one.kind) for one in known.agents] == [("刘小根", LIU.name, "agent")]
    assert items(case)["authorisation"].is_missing
    assert items(case)["authorisation"].subject == agent.pk
    assert "刘小根" not in str(facts.of(case, clear=False))


def test_what_parties_answered_is_on_no_paper_that_the_mediator_gets(story, browser, complete):
    case = fresh(agreed(story.cast))
    visit = asked(case, story.cast, story.now)
    sent = {"papers": [f"follow_up-{visit.pk}"], "wanted": "pdf", "purpose": "整理卷宗"}
    door = reverse("mediation:paper-print", args=[case.pk])
    assert "觉得调解员偏心。" in pdf_text(browser(story.cast.wu).post(door, sent).content)
    assert browser(story.cast.feng).post(door, sent).status_code == 422
    page = reverse("mediation:paper-file", args=[case.pk, "follow_up", visit.pk])
    assert browser(story.cast.feng).get(page).status_code == 404
    case = complete(case, story.cast.wu, story.now)
    dossier = actions.archive_case(case, by=story.cast.wu, at=story.now, retention="long")
    opened = reverse("mediation:dossier-open", args=[case.pk, dossier.pk])
    assert browser(story.cast.feng).post(opened, {"purpose": "想看看评价"}).status_code == 403
    assert browser(story.cast.wu).post(opened, {"purpose": "法院调阅"}).status_code == 200


def test_filing_ends_what_waits_for_it(story, complete):
    case = complete(fresh(agreed(story.cast)), story.cast.wu, story.now)
    waiting = case.duties.open().filter(kind="archive")
    assert waiting.exists()
    actions.archive_case(case, by=story.cast.wu, at=story.now, retention="long")
    assert not waiting.exists()
    actions.take_out_case(fresh(case), by=story.cast.zheng, at=story.now, reason="补正")
    assert waiting.exists()
