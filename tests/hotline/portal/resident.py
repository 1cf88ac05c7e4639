"""Somebody of the county with a phone and no account."""

from dataclasses import dataclass
from itertools import count
from uuid import uuid4

from django.test import Client

from hotline.models import Ticket
from shuangliu.guard import puzzle
from tests.cast import HERE
from tests.incidents.story import RUBBISH


def solved(text: str = "") -> dict:
    """A puzzle with the work done for it."""
    text = text or puzzle.issue()
    return {"puzzle": text, "proof": next(str(n) for n in count() if puzzle.is_proven(text, str(n)))}


@dataclass
class Resident:
    """`resident.reports()` sends the form and gives the answer; `resident.follows(ticket)` opens it by its code."""

    client: Client
    kinds: dict

    def form(self, **more) -> dict:
        return {"uuid": str(uuid4()), "category": RUBBISH, "asked": RUBBISH, "kind": "report", "consent": "on",
                "content": "路边有一堆垃圾", "place": "棠湖西路",
                "longitude": HERE.longitude, "latitude": HERE.latitude,
                **solved(), **more}

    def reports(self, **more):
        return self.client.post("/public/report/", self.form(**more))

    def ticket(self, **more) -> Ticket:
        assert self.reports(**more).status_code == 302
        return Ticket.objects.latest("pk")

    def follows(self, ticket: Ticket, code: str = ""):
        return self.client.post("/public/follow/", {"number": ticket.number, "code": code or ticket.code}, follow=True)
