"""What a caller says finds the article that answers it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from hotline.knowledge import finding
from hotline.knowledge.models import Article, ArticleUse

TODAY = date(2026, 3, 11)
FIND = reverse("hotline:article-find")


@pytest.fixture
def shelf(knowledge):
    """Several articles, to find the right one among."""
    return [knowledge.article(title=title, keywords=keywords, answer=answer) for title, keywords, answer in [
        ("小区停水了怎么办", "断水 没水", "先看公告，再打供水公司抢修电话。"),
        ("身份证丢了怎么补办", "证件遗失", "本人到任一派出所户籍窗口补领，二十日内发证。"),
        ("垃圾多久清运一次", "垃圾桶满了", "居民小区每天早晚各清运一次；建筑垃圾另行预约。"),
        ("大件家具怎么扔", "沙发 床垫", "打物业或社区电话预约，不要放在垃圾桶旁。")]]


def titles(words, **more) -> list[str]:
    return [article.title for article in finding.find(words, today=TODAY, **more)]


@pytest.mark.parametrize(("said", "title"), [
    ("你好，我家断水了，请问怎么办", "小区停水了怎么办"),
    ("身份证", "身份证丢了怎么补办"),
    ("我身份证遗失了想补一张", "身份证丢了怎么补办"),
    ("楼下垃圾桶满了三天没人清", "垃圾多久清运一次"),
    ("旧沙发", "大件家具怎么扔"),
])
def test_what_is_said_finds_what_answers_it(shelf, said, title):
    assert titles(said)[0] == title


@pytest.mark.parametrize("said", ["", "请问", "你好，怎么办", "水", "　", "13800138000", "飞机晚点"])
def test_what_says_nothing_finds_nothing(shelf, said):
    assert titles(said) == []


def test_the_question_counts_more_than_the_answer(shelf):
    assert titles("垃圾")[0] == "垃圾多久清运一次"
    assert len(titles("垃圾", limit=1)) == 1


@pytest.mark.parametrize("change", [
    {"state": "withdrawn", "due_at": None}, {"state": "draft", "due_at": None},
    {"valid_from": TODAY + timedelta(days=1)},
    {"valid_from": TODAY - timedelta(days=9), "valid_to": TODAY - timedelta(days=1)},
])
def test_only_what_is_published_and_valid_today(shelf, change):
    Article.objects.filter(pk=shelf[0].pk).update(**change)
    assert titles("断水") == []


def test_marks_tell_why(shelf):
    article = shelf[2]
    assert finding.marks_of(article, "垃圾桶满了，建筑垃圾呢") == ["垃圾桶满", "建筑垃圾"]


def test_the_panel_of_a_call(shelf, cast, browser):
    told = browser(cast.ma).post(FIND, {"q": "我家断水了"}).json()["articles"]
    assert [(one["id"], one["owner"], one["valid_to"], one["marks"]) for one in told] == [
        (shelf[0].pk, "区城市管理局", None, ["断水"])]
    assert told[0]["excerpt"] == shelf[0].answer


def test_a_use_counts_once_a_call_and_gives_the_text(shelf, cast, browser):
    url, call = reverse("hotline:article-use", args=[shelf[0].pk]), "6f4b6c5e-2b62-4c0f-9d6b-3c1b7f0a9d11"
    for _again in range(2):
        assert browser(cast.ma).post(url, {"call": call}).json()["text"] == shelf[0].answer
    assert ArticleUse.objects.get().by == cast.ma
    browser(cast.ma).post(url)
    assert shelf[0].uses.count() == 2


def test_what_is_not_valid_is_not_used(shelf, cast, browser):
    Article.objects.filter(pk=shelf[0].pk).update(state="draft", due_at=None)
    url = reverse("hotline:article-use", args=[shelf[0].pk])
    assert browser(cast.ma).post(url).status_code == 409
    assert browser(cast.ma).post(url, {"call": "no key"}).status_code == 422
    assert not ArticleUse.objects.exists()
