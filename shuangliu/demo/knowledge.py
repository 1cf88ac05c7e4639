"""The knowledge base of the hotline: the articles of the folder `reference` are published, used, and due for review one
after the other; a few questions have no answer yet."""

from datetime import datetime, timedelta

from hotline.knowledge import actions, counting
from hotline.knowledge.models import Article, ArticleUse
from shuangliu.pages.forms import day_start

from .world import World

# What nobody has written yet: the question, and the code of the department that has to know.
GAPS = [("小区想装电动车充电棚，手续怎么办？", "housing"), ("城乡公交末班车延到几点？", "transport"),
        ("孩子转学到双流要哪些材料？", None)]
APART, LATE = 9, 20  # days: between two reviews, and how long the first is overdue


def load(world: World) -> int:
    """Publish and use them; returns how many articles and gaps there are."""
    articles = list(Article.objects.select_related("owner__area").order_by("code"))
    uses = []
    for number, article in enumerate(articles):
        actions.publish(article, by=None, at=world.at)
        actions.confirm(article, by=None, at=world.at,
                        review_on=world.today + timedelta(days=APART * number - LATE))
        uses += [ArticleUse(article=article, by=world.users["hotline"], at=_moment(world, ago))
                 for ago in range(1, 180, 4 + 3 * number)]
    ArticleUse.objects.bulk_create(uses)
    counting.count(at=world.at)
    for question, owner in GAPS:
        actions.note(by=world.users["hotline"], at=world.at - timedelta(days=2), county=world.county,
                     question=question, owner=world.departments.get(owner))
    return len(articles) + len(GAPS)


def _moment(world: World, days_ago: int) -> datetime:
    return day_start(world.today - timedelta(days=days_ago)) + timedelta(hours=10)
