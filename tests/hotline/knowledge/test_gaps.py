"""A question without an answer is work until an article answers it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from hotline.knowledge import actions, reminding
from hotline.knowledge.models import Article, Gap
from shuangliu.notices.models import Notice
from tests.conftest import NOW

QUESTION = "电动自行车上牌要带什么"


def told(kind: str) -> set[int]:
    return set(Notice.objects.filter(kind=kind).values_list("user", flat=True))


def test_from_the_question_to_the_answer(knowledge, cast, browser):
    browser(cast.ma).post(reverse("hotline:gap-note"), {"question": QUESTION, "words": "上牌"})
    gap = Gap.objects.get()
    assert (gap.owner, gap.county, told("gap.noted")) == (None, cast.county, {cast.mu.pk})
    assert browser(cast.zhou).get(gap.get_absolute_url()).status_code == 404
    owner = cast.departments["urban-management"]
    browser(cast.mu).post(reverse("hotline:gap-pass-on", args=[gap.pk]), {"owner": owner.pk})
    assert cast.zhou.pk in told("gap.noted")
    assert [row.title for row in browser(cast.zhou).get("/").context["piles"][-1].rows] == [QUESTION]
    browser(cast.zhou).post(reverse("hotline:article-write"), {
        "gap": gap.pk, "title": QUESTION, "answer": "带身份证和发票。", "owner": owner.pk, "valid_from": "2026-03-01",
        "review_on": "2026-09-01", "version": 1})
    gap.refresh_from_db()
    assert (gap.state, gap.article) == ("open", Article.objects.get())
    actions.publish(gap.article, by=cast.mu, at=NOW)
    gap.refresh_from_db()
    assert (gap.state, gap.due_at, told("gap.closed")) == ("answered", None, {cast.ma.pk})


def test_an_article_that_is_there_answers_it_too(knowledge, cast, browser):
    article, gap = knowledge.article(title="电动自行车怎么上牌"), knowledge.gap()
    url = reverse("hotline:gap-answer", args=[gap.pk])
    assert browser(cast.zhou).post(url, {"article": "999"}).status_code == 422
    browser(cast.zhou).post(url, {"article": article.pk})
    assert Gap.objects.get().article == article
    assert browser(cast.zhou).post(url, {"article": article.pk}).status_code == 409


def test_what_is_no_longer_right_goes_to_who_answers_for_it(knowledge, cast, browser):
    article = knowledge.article()
    browser(cast.ma).post(reverse("hotline:gap-note"), {"question": "电话换了", "article": article.pk})
    assert (Gap.objects.get().owner, Gap.objects.get().article) == (article.owner, article)
    assert "电话换了" in browser(cast.mu).get(article.get_absolute_url()).content.decode()


def test_it_is_dropped_for_a_reason_only(knowledge, cast, browser):
    url = reverse("hotline:gap-drop", args=[knowledge.gap().pk])
    assert browser(cast.mu).post(url, {"reason": " "}).status_code == 422
    browser(cast.mu).post(url, {"reason": "问的是邻县"})
    assert (Gap.objects.get().state, Gap.objects.get().reason) == ("dropped", "问的是邻县")
    with pytest.raises(actions.GapMoved):
        actions.drop(Gap.objects.get(), by=cast.mu, at=NOW, reason="再关")


def test_five_working_days_and_then_the_supervisor_hears_of_it(knowledge, cast):
    gap = knowledge.gap()
    assert gap.due_at.isoformat() == "2026-03-19T00:00:00+08:00"
    assert [reminding.remind(at=gap.due_at), reminding.remind(at=gap.due_at + timedelta(days=1))] == [1, 0]
    assert told("gap.overdue") == {cast.zhou.pk, cast.mu.pk}


def test_a_notice_does_not_repeat_the_question(knowledge):
    knowledge.gap()
    assert not any(QUESTION in notice.text for notice in Notice.objects.all())
