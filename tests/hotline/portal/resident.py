"""Somebody of the county with a phone and no account."""

from dataclasses import dataclass
from uuid import uuid4

from django.test import Client

from hotline.models import Ticket
from tests.cast import HERE
from tests.guard.solving import solved
from tests.incidents.story import RUBBISH


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
