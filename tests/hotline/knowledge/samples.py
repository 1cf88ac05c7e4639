"""For the house tests: an article or a gap in the right state for each route."""

from datetime import date

from .story import Knowledge

ARTICLES = {"detail": "published", "edit": "draft", "versions": "published", "use": "published",
            "restore": "published", "confirm": "published", "publish": "draft", "withdraw": "published",
            "reopen": "withdrawn"}
GAPS = ["detail", "answer", "pass-on", "drop"]


def _article(state: str):
    return lambda cast: Knowledge(cast).article(state)


SAMPLES = {f"hotline:article-{act}": _article(state) for act, state in ARTICLES.items()} | {
    f"hotline:gap-{act}": lambda cast: Knowledge(cast).gap() for act in GAPS}


def _articles(cast, n: int) -> None:
    for number in range(n):
        Knowledge(cast).article(title=f"第{number}个问题", review_on=date(2026, 3, 20))


def _gaps(cast, n: int) -> None:
    for number in range(n):
        Knowledge(cast).gap(question=f"第{number}个没有答案的问题", owner=None)


LISTS = {"hotline:article-list": ("ma", _articles), "hotline:article-reviews": ("mu", _articles),
         "hotline:gap-list": ("mu", _gaps)}
