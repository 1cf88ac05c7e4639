"""Which articles answer what a caller says: by the pairs of characters that question and article share.

What is asked is a sentence more often than a word: "请问小区停水了怎么办".
What any question says (请问, 怎么办) is left out, and the rest is cut into pairs. An article counts three
for each pair in its question or its other words, one for each in its answer alone; the best come first, among equals
the one that is used more. Which pieces were shared is shown by marks, and that is the whole of it: nothing is learned
of who asks.
"""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, IntegerField, QuerySet, Value, When

from shuangliu import search
from shuangliu.search.lookups import Holds, Said

from .models import Article

# What a question says whatever it is about, the longer before what they begin with.
IDLE = re.compile("|".join((
    "请问一下", "请问", "你好", "您好", "怎么办理", "怎么办", "怎么样", "怎么", "怎样", "如何", "为什么",
    "什么时候", "什么", "哪里", "哪儿", "哪个", "多少", "多久", "可不可以", "可以", "能不能", "是不是",
    "有没有", "没有",
    "我们", "我家", "我想", "我要", "需要", "一下", "这个",
    "那个", "现在", "已经", "还是", "就是", "一个", "办理", "处理", "[的了吗呢啊吧呀我你您]", r"[\W_]", r"\d+")))
IN_TITLE, IN_ANSWER = 3, 1
MOST_PAIRS = 24  # a longer question is its first characters
FEW_PAIRS = 6  # of a longer one nothing holds all
ENOUGH = 0.34  # of what the best could count: below a third of the best one, an article is no answer


@dataclass(frozen=True)
class Found:
    """An article, and the pieces of the question that stand in it."""

    article: Article
    marks: list[str]

    @property
    def excerpt(self) -> str:
        return search.excerpt(self.article.answer, self.marks, 120)


def find(words: str, *, today: date, limit: int = 5, among: QuerySet | None = None) -> list[Article]:
    """At most `limit` articles that are published and valid on this day, the best first; none for words that say
    nothing. `among` narrows it (`Article.objects.visible_to(user)`, `.public(today)`)."""
    articles = Article.objects.all() if among is None else among
    return ranked(articles.current(today).for_queue(), words, limit)


def ranked(articles: QuerySet, words: str, limit: int) -> list[Article]:
    """At most `limit` of `articles`, whatever their state, the best first. Where as many hold all that is said, those
    that hold a part of it are not looked at: of a frequent word they are the most."""
    pairs, said = pairs_of(words), " ".join(pieces(words))
    if not pairs:
        return []
    found = _best(search.matching(articles, said), pairs, limit) if len(pairs) <= FEW_PAIRS else []
    if len(found) < limit:
        found = _best(search.sharing(articles, pairs), pairs, limit)
    return [article for article in found if article.score >= found[0].score * ENOUGH]


def _best(articles: QuerySet, pairs: list[str], limit: int) -> list[Article]:
    rows = articles.annotate(score=_score(pairs))
    return list(rows.order_by("-score", "-used_in_year", "-id")[:limit])


def explained(articles: list[Article], words: str) -> list[Found]:
    """The same with their marks."""
    return [Found(article, marks_of(article, words)) for article in articles]


def pieces(words: str) -> list[str]:
    """What is left of a question when what any question says is taken out."""
    return [piece for piece in IDLE.sub(" ", " ".join(search.words(words[:search.MOST]))).split() if len(piece) > 1]


def pairs_of(words: str) -> list[str]:
    """Its pairs in the order in which they are said, each once."""
    pairs = [piece[place:place + 2] for piece in pieces(words) for place in range(len(piece) - 1)]
    return list(dict.fromkeys(pairs))[:MOST_PAIRS]


def marks_of(article: Article, words: str) -> list[str]:
    """The pieces of the question that the article holds, as long as they are."""
    said = search.fold("\n".join((article.title, article.keywords, article.answer)))
    marks = []
    for piece in pieces(words):
        start = 0
        while start < len(piece) - 1:
            end = start + 2
            if piece[start:end] not in said:
                start += 1
                continue
            while end < len(piece) and piece[start:end + 1] in said:
                end += 1
            marks.append(piece[start:end])
            start = end
    return list(dict.fromkeys(marks))


def _score(pairs: list[str]):
    title, answer = Said(F("title"), F("keywords")), Said(F("answer"))
    total = Value(0)
    for pair in pairs:
        total = total + Case(When(Holds(title, Value(pair)), then=IN_TITLE), When(Holds(answer, Value(pair)),
                             then=IN_ANSWER), default=0, output_field=IntegerField())
    return total
