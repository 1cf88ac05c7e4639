"""Articles are written by who knows, published by the hotline, and looked at again in time."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from hotline.knowledge import actions, counting, reminding
from hotline.knowledge.models import Article, ArticleUse
from shuangliu.audit.models import Entry
from shuangliu.notices.models import Notice
from tests.conftest import NOW
from tests.hotline.story import Calls
from tests.incidents.story import Story, make_kinds

from .story import ANSWER, TITLE


def sent(article: Article, **changed) -> dict:
    form = {"title": article.title, "answer": article.answer, "keywords": article.keywords, "category": "",
            "owner": article.owner_id, "valid_from": "2026-01-01", "valid_to": "", "review_on": "2026-06-01",
            "version": article.version}
    return form | changed


def test_a_department_writes_and_the_hotline_publishes(knowledge, cast, browser):
    owner = cast.departments["urban-management"]
    answer = browser(cast.zhou).post(reverse("hotline:article-write"), {
        "title": TITLE, "answer": ANSWER, "owner": owner.pk, "valid_from": "2026-03-01", "review_on": "2026-09-01",
        "version": 1})
    article = Article.objects.get()
    assert (answer.status_code, article.state, article.is_public) == (302, "draft", False)
    assert Notice.objects.filter(user=cast.mu, kind="article.written").exists()
    assert browser(cast.ma).post(reverse("hotline:article-publish", args=[article.pk])).status_code == 403
    browser(cast.mu).post(reverse("hotline:article-publish", args=[article.pk]))
    article.refresh_from_db()
    assert (article.state, article.due_at.isoformat()) == ("published", "2026-09-01T16:00:00+00:00")
    assert list(Article.objects.public(NOW.date())) == []


@pytest.mark.parametrize(("wrong", "field"), [
    ({"title": ""}, "title"), ({"valid_to": "2025-12-31"}, "__all__"), ({"owner": ""}, "owner"),
    ({"review_on": "nie"}, "review_on")])
def test_what_is_wrong_is_said_and_nothing_is_lost(knowledge, cast, browser, wrong, field):
    article = knowledge.article("draft")
    answer = browser(cast.zhou).post(reverse("hotline:article-edit", args=[article.pk]),
                                     sent(article, answer="新的回答", **wrong))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert "新的回答" in answer.content.decode()
    assert article.versions.count() == 1


def test_of_what_callers_are_told_each_version_is_kept_and_can_be_put_back(knowledge, cast, browser):
    article, mu = knowledge.article(), browser(cast.mu)
    url = reverse("hotline:article-edit", args=[article.pk])
    assert browser(cast.zhou).post(url, sent(article, answer="改一下")).status_code == 403
    mu.post(url, sent(article, answer="打供水热线。", review_on="2026-07-01", is_public="on"))
    article.refresh_from_db()
    assert (article.answer, article.version, article.due_at.date()) == ("打供水热线。", 2, date(2026, 7, 1))
    assert article.versions.first().changed == ["answer", "review_on"]
    assert Entry.objects.filter(verb="article.edited").get().detail == {"fields": ["answer", "review_on"], "version": 2}
    mu.post(reverse("hotline:article-restore", args=[article.pk]), {"number": "1"})
    article.refresh_from_db()
    assert (article.answer, article.version, article.versions.first().came_from) == (ANSWER, 3, 1)
    assert mu.post(reverse("hotline:article-restore", args=[article.pk]), {"number": "9"}).status_code == 404


def test_who_was_faster_wins_and_the_text_of_the_other_is_shown(knowledge, cast, browser):
    article = knowledge.article("draft")
    url, form = reverse("hotline:article-edit", args=[article.pk]), sent(article, is_public="on")
    browser(cast.zhou).post(url, form | {"answer": "先到"})
    answer = browser(cast.ma).post(url, form | {"answer": "后到"})
    assert (answer.status_code, Article.objects.get().answer) == (409, "先到")
    assert "后到" in answer.content.decode()


def test_nothing_changed_is_no_version(knowledge, cast):
    article = knowledge.article("draft")
    actions.edit(article, by=cast.zhou, at=NOW, version=1, title=article.title)
    assert article.versions.count() == 1


def test_withdrawn_it_is_told_nobody_and_can_become_a_draft_again(knowledge, cast, browser):
    article, mu = knowledge.article(), browser(cast.mu)
    url = reverse("hotline:article-withdraw", args=[article.pk])
    assert mu.post(url, {"reason": ""}).status_code == 422
    mu.post(url, {"reason": "规定已改"})
    assert browser(cast.guo).get(article.get_absolute_url()).status_code == 404
    assert mu.post(url, {"reason": "再撤"}).status_code == 409
    mu.post(reverse("hotline:article-reopen", args=[article.pk]))
    assert Article.objects.get().state == "draft"


def test_a_review_that_is_over_is_told_once_and_waits_on_the_desk(knowledge, cast, browser):
    article, later = knowledge.article(review_on=date(2026, 3, 12)), NOW + timedelta(days=2)
    assert reminding.remind(at=NOW) == 0
    assert [reminding.remind(at=later), reminding.remind(at=later)] == [1, 0]
    assert list(Notice.objects.filter(kind="article.due").values_list("user", flat=True)) == [cast.zhou.pk]
    with time_machine.travel(later, tick=False):
        piles = browser(cast.zhou).get("/").context["piles"]
        assert [row.title for pile in piles for row in pile.rows] == [TITLE]
        url = reverse("hotline:article-confirm", args=[article.pk])
        assert browser(cast.zhou).post(url, {"review_on": "2026-03-01"}).status_code == 422
        browser(cast.zhou).post(url, {"review_on": "2026-09-01"})
    article.refresh_from_db()
    assert (article.review_on, article.alert) == (date(2026, 9, 1), "none")


def test_uses_of_a_year_are_counted_by_night(knowledge, cast):
    article, idle = knowledge.article(), knowledge.article(title="另一个")
    Article.objects.filter(pk=idle.pk).update(used_in_year=7)
    for days in (1, 200, 400):
        ArticleUse.objects.create(article=article, by=cast.ma, at=NOW - timedelta(days=days))
    assert [counting.count(at=NOW), counting.count(at=NOW)] == [2, 0]
    assert list(Article.objects.order_by("id").values_list("used_in_year", flat=True)) == [2, 0]


def test_departments_read_what_is_published_and_their_own(knowledge, cast, browser):
    published, draft = knowledge.article(), knowledge.article("draft", title="草稿")
    for who, sees in [(cast.guo, {published}), (cast.zhou, {published, draft}), (cast.ma, {published, draft}),
                      (cast.chen, {published, draft}), (cast.wang, set())]:
        assert set(Article.objects.visible_to(who)) == sees


def test_the_ticket_says_which_article_it_was_answered_from(knowledge, cast, browser):
    article = knowledge.article()
    ticket = Calls(Story(cast, make_kinds())).receive()
    actions.use(article, by=cast.ma, at=NOW, call=ticket.uuid)
    assert ticket.number in browser(cast.ma).get(article.get_absolute_url()).content.decode()
    assert ticket.number not in browser(cast.zhou).get(article.get_absolute_url()).content.decode()
