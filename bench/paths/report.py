"""Sending a report: the whole request with its commit, beside a bare view that makes the same rows."""

from collections.abc import Iterator
from uuid import uuid4

from django.db import connection, transaction
from django.shortcuts import redirect

from grids.models import Level
from incidents.models import Category, Incident
from shuangliu.demo import accounts
from shuangliu.demo.world import World

from ..floors import PAGES, Page, recorded
from ..measure import Case
from .people import bare_browser, browser

URL = "/incidents/new/"
INSERT = 'INSERT INTO "incidents_incident"'


def create(world: World) -> Iterator[Case]:
    """By the worker, in the own grid, without a photo."""
    grid = accounts.home(world)[Level.GRID]
    near = Incident.objects.filter(grid=grid).exclude(longitude=None).first()
    sent = {
        "category": Category.objects.get(code="E01-01").code, "description": "桥头垃圾桶满了没人收，已经有味道。",
        "place": "桥头", "longitude": near.longitude, "latitude": near.latitude,
    }
    client, bare, first = browser("worker"), bare_browser(), uuid4()
    _send(client, URL, sent | {"uuid": uuid4()})  # what is remembered after the first time
    statements = recorded(lambda: _send(client, URL, sent | {"uuid": first}))
    made = Incident.objects.get(uuid=first)

    def answer(request, statements):
        """The same once more under another uuid, everything that hangs on the incident too."""
        swapped = {first: uuid4()}
        with transaction.atomic():
            for statement in statements:
                rows = statement.run(swapped)
                if statement.sql.startswith(INSERT):
                    swapped[made.pk] = rows[0][0]
        return redirect("/")

    PAGES["create"] = Page(statements, answer)
    yield Case("create", lambda: _send(client, URL, sent | {"uuid": uuid4()}),
               lambda: _send(bare, "/floor/create/", sent | {"uuid": uuid4()}))
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM indicators_delta")


def _send(client, url: str, sent: dict) -> None:
    response = client.post(url, sent)
    if response.status_code != 302:
        raise RuntimeError(f"{url}: {response.status_code}")
