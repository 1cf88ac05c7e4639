"""Articles and gaps of the cast, in any state."""

from datetime import date

from hotline.knowledge import actions
from hotline.knowledge.models import Article, Gap
from tests.conftest import NOW

TITLE, ANSWER = "小区停水了怎么办", "先看小区公告栏的停水通知；没有通知的，打供水公司抢修电话，抢修到场不超过两小时。"


class Knowledge:
    """`knowledge.article("published")` is one of urban management's, written by Zhou and published by Mu."""

    def __init__(self, cast):
        self.cast = cast

    def draft(self, **more) -> Article:
        given = {"title": TITLE, "answer": ANSWER, "keywords": "自来水 断水 没水", "category": None,
                 "owner": self.cast.departments["urban-management"], "valid_from": date(2026, 1, 1), "valid_to": None,
                 "review_on": date(2026, 6, 1), "is_public": True, **more}
        return actions.write(by=self.cast.zhou, at=NOW, **given)

    def article(self, state: str = "published", **more) -> Article:
        article = self.draft(**more)
        if state != "draft":
            actions.publish(article, by=self.cast.mu, at=NOW)
        if state == "withdrawn":
            actions.withdraw(article, by=self.cast.mu, at=NOW, reason="规定已改")
        return article

    def gap(self, **more) -> Gap:
        given = {"question": "电动自行车上牌要带什么", "owner": self.cast.departments["urban-management"], **more}
        return actions.note(by=self.cast.ma, at=NOW, county=self.cast.county, **given)
