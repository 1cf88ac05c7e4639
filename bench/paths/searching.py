"""Finding: words that are rare and words that are in every second text, a number; and what may be the same matter.
Beside the SQL alone."""

from collections.abc import Callable, Iterator
from urllib.parse import quote

from django.utils.timezone import now

from grids.models import Level
from incidents.models import Category, Incident
from incidents.similar import similar as similar_to
from shuangliu.accounts.models import User
from shuangliu.demo import accounts
from shuangliu.demo.world import World

from ..floors import recorded, replay
from ..measure import Case
from .people import browser, get

WORDS = {"rare": "讨薪", "common": "电动车", "frequent": "垃圾", "none": "没有这个词"}


def searching(world: World) -> Iterator[Case]:
    """The page of a search, for the county and for a station: fill.sql has put the words into the texts."""
    for username in ("county", "station"):
        for name, word in WORDS.items():
            yield beside_its_sql(f"search-{name}-{username}", username, f"/incidents/?q={quote(word)}")
    number = Incident.objects.latest("pk").number
    yield beside_its_sql("search-number", "county", f"/incidents/?q={number}")


def similar(world: World) -> Iterator[Case]:
    """Asked by the worker, at a point of the own grid."""
    grid = accounts.home(world)[Level.GRID]
    point = Incident.objects.filter(grid=grid).exclude(longitude=None).latest("pk")
    asked = {"category": Category.objects.select_related("parent").get(code="E01-01"), "longitude": point.longitude,
             "latitude": point.latitude, "text": "桥头垃圾桶满了没人收，已经有味道。"}

    def ask():
        similar_to(User.objects.get(username="worker"), now(), **asked)

    yield _beside("similar", ask)


def beside_its_sql(name: str, username: str, url: str) -> Case:
    client = browser(username)
    get(client, url)
    return _beside(name, lambda: get(client, url))


def _beside(name: str, call: Callable) -> Case:
    statements = recorded(call)
    return Case(name, call, lambda: replay(statements))
