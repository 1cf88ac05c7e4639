"""A report is drafted from figures, written by people, signed twice, and then stays as it is."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from hotline.voices import actions
from hotline.voices.models import AnalysisReport
from tests.conftest import NOW

from .story import TODAY


def act(name: str, report: AnalysisReport) -> str:
    return reverse(f"hotline:analysis-{name}", args=[report.pk])


def test_it_is_drafted_from_the_figures_without_what_is_few(voices, cast, browser):
    voices.came(40, date(2026, 2, 3))
    voices.came(7, date(2026, 2, 9), category="E01-02")
    voices.came(3, date(2026, 2, 9), category="E01-03")
    voices.came(20, date(2026, 1, 9))
    browser(cast.mu).post(reverse("hotline:analysis-draft"), {"period": "month:2026-02-01"})
    report = AnalysisReport.objects.get()
    assert report.title == "双流区2026年2月社情民意研判报告"
    assert "共收到群众诉求50件，上期20件，上升150.0%。" in report.findings
    assert [row[::2] for row in report.figures["topics"]] == [["E01-01", 40], ["E01-02", None], ["E01-03", None]]
    assert "3件" not in report.findings


def test_once_a_period(voices, cast):
    assert voices.report() == voices.report()


def test_written_signed_twice_and_locked(voices, cast, browser):
    report, mu, chen = voices.report(), browser(cast.mu), browser(cast.chen)
    mu.post(act("edit", report), {"findings": "本期平稳。", "advice": "加强夜间清运。"})
    mu.post(act("sign", report))
    assert mu.post(act("edit", report), {"findings": "改", "advice": ""}).status_code == 409
    assert mu.post(act("issue", report)).status_code == 403
    chen.post(act("issue", report))
    report.refresh_from_db()
    assert (report.state, report.signed_by, report.issued_by, report.advice) == (
        "issued", cast.mu, cast.chen, "加强夜间清运。")
    assert mu.post(act("redraft", report)).status_code == 409
    words = "\n".join(line.text for line in Document(BytesIO(chen.get(act("word", report)).content)).paragraphs)
    assert "本期平稳。" in words
    assert "县级审定：陈监管" in words


def test_it_goes_back_for_a_reason(voices, cast, browser):
    report = voices.report("signed")
    assert browser(cast.chen).post(act("send-back", report), {"reason": ""}).status_code == 422
    browser(cast.chen).post(act("send-back", report), {"reason": "请补充建议"})
    report.refresh_from_db()
    assert (report.state, report.signed_at, report.sent_back) == ("draft", None, "请补充建议")


def test_one_person_does_not_sign_for_both(voices, cast):
    with pytest.raises(actions.ReportMoved):
        actions.issue(voices.report("signed"), by=cast.mu, at=NOW)


def test_figures_taken_anew_leave_the_words(voices, cast):
    report = voices.report()
    actions.edit(report, by=cast.mu, at=NOW, findings="自己写的", advice="")
    voices.came(12, date(2026, 2, 3))
    actions.redraft(report, by=cast.mu, at=NOW, today=TODAY)
    assert (report.figures["count"], report.findings) == (12, "自己写的")
