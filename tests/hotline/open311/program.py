"""A program that others wrote, as the server sees it; and XML read back into what JSON says."""

import json
from dataclasses import dataclass, field
from urllib.parse import urlencode
from xml.etree import ElementTree

from django.test import Client
from django.utils.timezone import now

from hotline.models import ApiKey, Ticket
from hotline.open311.formats import ELEMENT
from tests.hotline.story import Calls

ROOT = "/open311/v2/"
FORMATS = ["json", "xml"]
WORDS = {"true": True, "false": False}
NUMBERS = {"order": int, "lat": float, "long": float, "code": int}


def make_key(**how) -> tuple[ApiKey, str]:
    key = ApiKey(name="随手拍小程序", **how)
    secret = key.renew()
    key.save()
    return key, secret


@dataclass
class Program:
    """`program.get("requests.json", status="open")` is what the server says, read from either format."""

    calls: Calls
    made: tuple[ApiKey, str]
    client: Client = field(default_factory=Client)

    @property
    def key(self) -> str:
        return self.made[1]

    def get(self, path: str, expect: int = 200, **asked):
        return self.read(self.client.get(ROOT + path, asked), expect)

    def post(self, path: str, sent: dict, expect: int = 200, *, key: str | None = None, multipart=False):
        data = {"api_key": self.key if key is None else key, **sent}
        if multipart:
            return self.read(self.client.post(ROOT + path, data), expect)
        body = urlencode(data, doseq=True)
        form = "application/x-www-form-urlencoded; charset=utf-8"
        return self.read(self.client.post(ROOT + path, body, content_type=form), expect)

    def send(self, sent: dict) -> Ticket:
        (receipt,) = self.post("requests.json", sent)
        self.calls.story.at = now()  # what the offices do comes after it
        return Ticket.objects.numbered(receipt["service_request_id"]).get()

    @staticmethod
    def read(response, expect: int):
        assert response.status_code == expect, response.content.decode()
        if response["Content-Type"].startswith("application/json"):
            return json.loads(response.content)
        return from_xml(ElementTree.fromstring(response.content))


def from_xml(element):
    """What the Spark convention makes of it: containers are lists, everything else is by its name."""
    if element.tag in ELEMENT and element.tag != "error":
        return [from_xml(child) for child in element]
    if len(element):
        return {child.tag: from_xml(child) if len(child) or child.tag in ELEMENT else _plain(element.tag, child)
                for child in element}
    return element.text


def _plain(parent: str, element):
    text = element.text
    if text is None:
        return None
    if element.tag in ("metadata", "variable", "required"):
        return WORDS[text]
    if element.tag in NUMBERS and (element.tag != "code" or parent == "error"):
        return NUMBERS[element.tag](text)
    return text
