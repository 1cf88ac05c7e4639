"""Filing: only what is complete, as one PDF that does not change; and taking it out again."""

import re

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from mediation import actions as case_actions
from mediation.models import Dossier
from mediation.papers import actions
from shuangliu import attachments, audit
from tests.mediation.papers.conftest import fresh, items
from tests.mediation.papers.reading import fonts, pdf_pages, pdf_text
from tests.mediation.papers.test_paper_pages import file_page, page, scan
from tests.mediation.story import agreed, failed, mediating

SENT = {"retention": "long", "statement": "身份证为复印件。"}
PURPOSE = {"purpose": "法院调阅"}


def url(case, act="archive") -> str:
    return reverse(f"mediation:case-{act}", args=[case.pk])


def file_scan(client, case, kind, subject, **what):
    sent = {"uuid": "0b52e0bb-6a3f-4f9f-8b40-3a2a6b6e0a77", "scan": scan(**what)}
    return client.post(file_page(case, kind, subject), sent)


def open_dossier(client, case, sent=PURPOSE):
    return client.post(reverse("mediation:dossier-open", args=[case.pk, case.dossiers.first().pk]), sent)


def test_an_incomplete_dossier_says_what_is_missing(story, browser):
    case = agreed(story.cast)
    response = browser(story.cast.wu).post(url(case), SENT)
    assert response.status_code == 422
    for name in ["人民调解申请书", "权利义务告知书", "当事人身份证明", "口头协议登记表"]:
        assert name in response.text
    assert "身份证为复印件。" in response.text  # nothing typed is lost
    assert fresh(case).state == "agreed"
    with pytest.raises(actions.Incomplete):
        actions.archive_case(fresh(case), by=story.cast.wu, at=story.now, retention="long")
    assert fresh(case).state == "agreed"
    assert not Dossier.objects.exists()


def test_a_failed_case_needs_the_notice_of_other_ways(story):
    missing = {item.kind.value for item in actions.gaps(failed(story.cast))}
    assert missing == {"application", "rights", "identity", "session", "termination"}


def test_a_case_that_came_from_elsewhere_needs_its_registration_instead(story):
    missing = {item.kind.value for item in actions.gaps(mediating(story.cast, source="hotline"))}
    assert "registration" in missing
    assert "application" not in missing


def test_the_whole_set_is_one_pdf_with_covers_contents_and_numbers(story, browser, complete):
    case = agreed(story.cast)
    client = browser(story.cast.wu)
    assert file_scan(client, case, "rights", 0, text="告知书已签署。", pages=3).status_code == 302
    case = complete(case, story.cast.wu, story.now)
    assert client.post(url(case), SENT).status_code == 302
    case = fresh(case)
    assert case.state == "archived"
    dossier = case.dossiers.get()
    assert audit.history(case).last().detail["sha256"] == dossier.sha256
    content = open_dossier(client, case).content
    pages = pdf_pages(content)
    assert all(fonts(content).values())
    front = pages[0].replace(" ", "")
    for part in ["人民调解卷宗", "张三丰与刘老根", "〔2026〕棠湖社区人调字第1号", "冯调解", "吴窗口", "2026年3月11日",
                 "长期"]:
        assert part in front, part
    # application 1-2 (folder), notice 3-5 (scanned), identity 6-7, session 8-9, oral agreement 10-11, statement 12
    contents = re.sub(r"\s", "", pages[1])
    for line in ["人民调解申请书1－2原件存纸质卷宗", "人民调解当事人权利义务告知书3－5", "卷宗情况说明12"]:
        assert line in contents, contents
    body = pages[2:-1]
    assert "第1－2页" in body[0]
    stamps = [re.sub(r"\s|第1页\s*共1页", "", text).replace("告知书已签署。", "") for text in body[1:4]]
    assert [stamp.replace("第1页共1页", "") for stamp in stamps] == ["3", "4", "5"]
    assert "身份证为复印件。" in body[-1]
    assert f"本卷宗共{dossier.pages}页" in re.sub(r"\s", "", pages[-1])
    assert dossier.pages == 12


def test_afterwards_papers_do_not_change(story, browser, complete):
    case = complete(agreed(story.cast), story.cast.wu, story.now)
    dossier = actions.archive_case(case, by=story.cast.wu, at=story.now, retention="short")
    client = browser(story.cast.wu)
    before = attachments.of(dossier).get().sha256
    assert client.post(reverse("mediation:paper-print", args=[case.pk]), {
        "papers": ["rights-0"], "wanted": "pdf", "purpose": "交当事人签署"}).status_code == 409
    lying = {"uuid": "0b52e0bb-6a3f-4f9f-8b40-3a2a6b6e0a78", "pages": "1"}
    assert client.post(file_page(case), lying).status_code == 409
    assert client.post(url(case), SENT).status_code == 409
    assert attachments.of(dossier).get().sha256 == before == dossier.sha256
    assert "签署件入卷" not in client.get(page(case)).text


def test_opening_a_dossier_asks_for_a_purpose(story, browser, complete):
    case = complete(agreed(story.cast), story.cast.wu, story.now)
    dossier = actions.archive_case(case, by=story.cast.wu, at=story.now, retention="permanent")
    client = browser(story.cast.wu)
    assert open_dossier(client, case, {"purpose": ""}).status_code == 422
    assert audit.history(case).last().verb == "case.archived"
    assert open_dossier(client, case).status_code == 200
    assert (audit.history(case).last().verb, audit.history(case).last().purpose) == ("case.dossier_opened", "法院调阅")
    assert client.get(attachments.of(dossier).get().url).status_code == 404
    assert open_dossier(browser(story.cast.chen), case).status_code == 403


def test_a_dossier_that_was_tampered_with_is_not_shown(story, browser, complete):
    case = complete(agreed(story.cast), story.cast.wu, story.now)
    dossier = actions.archive_case(case, by=story.cast.wu, at=story.now, retention="long")
    with open(attachments.of(dossier).get().file.path, "ab") as file:
        file.write(b"x")
    response = open_dossier(browser(story.cast.wu), case)
    assert response.status_code == 409
    assert "摘要不符" in response.text


def test_taken_out_completed_and_filed_again(story, browser, complete):
    case = complete(agreed(story.cast), story.cast.wu, story.now)
    first = actions.archive_case(case, by=story.cast.wu, at=story.now, retention="long")
    assert browser(story.cast.wu).post(url(case, "take-out"), {"reason": "补充回访记录"}).status_code == 403
    assert browser(story.cast.zheng).post(url(case, "take-out"), {"reason": ""}).status_code == 422
    assert browser(story.cast.zheng).post(url(case, "take-out"), {"reason": "补充回访记录"}).status_code == 302
    case = fresh(case)
    assert case.state == "agreed"
    actions.file_original(case, by=story.cast.wu, at=story.now, item=items(case)["follow_up"],
                          uuid="0b52e0bb-6a3f-4f9f-8b40-3a2a6b6e0a79", pages=1)
    second = actions.archive_case(case, by=story.cast.wu, at=story.now, retention="long")
    first.refresh_from_db()
    assert (first.taken_out_by, first.taken_out_why) == (story.cast.zheng, "补充回访记录")
    assert second.pages == first.pages + 1
    assert attachments.of(first).count() == attachments.of(second).count() == 1


def test_a_failed_case_comes_back_as_failed(story, complete):
    case = complete(failed(story.cast), story.cast.wu, story.now)
    actions.archive_case(case, by=story.cast.wu, at=story.now, retention="short")
    actions.take_out_case(fresh(case), by=story.cast.zheng, at=story.now, reason="补正")
    assert fresh(case).state == "failed"


def test_mediated_again_the_earlier_agreement_stays_in_the_dossier(story, complete):
    case = complete(agreed(story.cast), story.cast.wu, story.now)
    actions.archive_case(case, by=story.cast.wu, at=story.now, retention="long")
    case = fresh(case)
    case_actions.reopen_case(case, by=story.cast.zheng, at=story.now, reason="对方未修")
    case = fresh(case)
    case_actions.assign_case(case, by=story.cast.zheng, at=story.now, mediator=story.net.feng)
    case_actions.hold_session(case, by=story.cast.feng, at=story.now, held_at=story.now, place="调解室",
                              participants="双方", record="再次调解。")
    case_actions.agree_case(case, by=story.cast.feng, at=story.now, agreement_form="written", agreement="今日修好。")
    case = fresh(case)
    found = items(case)
    assert found["oral_agreement"].original is not None  # of the first round
    assert not found["oral_agreement"].fits
    assert found["agreement"].is_missing
    case = complete(case, story.cast.wu, story.now)
    again = actions.archive_case(case, by=story.cast.wu, at=story.now, retention="long")
    assert Dossier.objects.filter(case=case, taken_out_at=None).get() == again
    text = pdf_text(attachments.of(again).get().file.read())
    assert "口头协议登记表" in text
    assert "人民调解协议书" in text


def test_one_dossier_in_force(story, complete):
    case = complete(agreed(story.cast), story.cast.wu, story.now)
    dossier = actions.archive_case(case, by=story.cast.wu, at=story.now, retention="long")
    dossier.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        dossier.save()
