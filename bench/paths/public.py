"""A resident's report: the whole request with its commit, beside a bare view that makes the same rows.

The work that is asked of the browser is not measured, its check is; throttles are wide open (bench/settings.py).
"""

from collections.abc import Iterator
from uuid import uuid4

from django.db import connection, transaction
from django.shortcuts import redirect
from django.test import Client

from grids.models import Level
from hotline.models import Ticket
from incidents.models import Incident
from shuangliu.demo import accounts
from shuangliu.demo.world import World
from shuangliu.guard import puzzle

from ..floors import PAGES, Page, recorded
from ..measure import Case
from .people import HERE, bare_browser

URL = "/public/report/"
INSERTS = {'INSERT INTO "hotline_ticket" ': "ticket", 'INSERT INTO "incidents_incident" ': "incident"}
FAR = 900_000_000  # keys that no other number in the statements equals


def public_create(world: World) -> Iterator[Case]:
    """In a grid, without a photo and without a phone."""
    near = Incident.objects.filter(grid=accounts.home(world)[Level.GRID]).exclude(longitude=None).first()
    sent = {"category": "E99-01", "asked": "E99-01", "kind": "report", "seen": "1", "consent": "on", "proof": "0",
            "content": "桥头垃圾桶满了没人收，已经有味道。", "place": "桥头",
            "longitude": near.longitude, "latitude": near.latitude}
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval('hotline_ticket_id_seq', greatest(%s, nextval('hotline_ticket_id_seq')))", [FAR])
    client, bare, first = Client(**HERE), bare_browser(), uuid4()
    client.get(URL)
    _send(client, URL, sent | {"uuid": uuid4()})  # what is remembered after the first time
    statements = recorded(lambda: _send(client, URL, sent | {"uuid": first}))
    ticket = Ticket.objects.select_related("incident").get(uuid=first)

    def answer(request, statements):
        """The same once more under other uuids, everything that hangs on ticket and incident too."""
        swapped = {first: uuid4(), ticket.incident.uuid: uuid4()}
        with transaction.atomic():
            for statement in statements:
                rows = statement.run(swapped)
                for start, name in INSERTS.items():
                    if statement.sql.startswith(start):
                        swapped[ticket.pk if name == "ticket" else ticket.incident_id] = rows[0][0]
        return redirect("/")

    PAGES["public"] = Page(statements, answer)
    yield Case("public-create", lambda: _send(client, URL, sent | {"uuid": uuid4()}),
               lambda: _send(bare, "/floor/public/", sent | {"uuid": uuid4()}))
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM indicators_delta")


def _send(client, url: str, sent: dict) -> None:
    response = client.post(url, sent | {"puzzle": puzzle.issue()})
    if response.status_code != 302:
        raise RuntimeError(f"{url}: {response.status_code}")
