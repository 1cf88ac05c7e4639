"""Open311: a thousand requests at once, beside a bare view that runs the same SQL and prints the same rows."""

from collections.abc import Iterator
from datetime import timedelta

from django.test import Client

from incidents.models import Category
from shuangliu.demo.world import World

from .. import fill
from ..floors import PAGES, Page, as_json, recorded
from ..measure import Case
from .people import HERE, bare_browser, get

ROOT = "/open311/v2/"


def open311(world: World) -> Iterator[Case]:
    """The newest thousand, the open ones, those of one kind, what moved last, old ones; and what happened since."""
    fill.tickets()
    kind = Category.objects.public().order_by("code").first().code
    old = (world.at - timedelta(days=400)).strftime("%Y-%m-%dT%H:%M:%SZ")
    since = (world.at - timedelta(days=2)).strftime("%Y-%m-%dT%H:%M:%SZ")
    for name, asked in {
        "": "requests.json", "-xml": "requests.xml", "-open": "requests.json?status=open",
        "-kind": f"requests.json?service_code={kind}", "-moved": f"requests.json?updated_after={since}",
        "-old": f"requests.json?start_date={old}", "-page": "requests.json?page=20",
        "-updates": f"servicerequestupdates.json?start_date={since}",
    }.items():
        table = "hotline_ticketmove" if name == "-updates" else "hotline_ticket"
        yield _case(f"open311{name}", ROOT + asked, table)


def _case(name: str, url: str, table: str) -> Case:
    client, bare = Client(**HERE), bare_browser()
    get(client, url)
    PAGES[name] = Page(recorded(lambda: get(client, url)), as_json(table))
    return Case(name, lambda: get(client, url), lambda: get(bare, f"/floor/{name}/"))
