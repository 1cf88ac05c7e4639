"""A desk of the hotline: lines, wrap-up codes, a telephone system that tells what happens, and a form as it is sent."""

import json
from uuid import uuid4

from django.test import Client

from hotline import catalogue
from hotline.models import HotlineLine
from tests.cast import HERE
from tests.hotline.story import PHONE

TOKEN = "secret-of-the-telephones"
RING = "/hotline/calls/ring/"
NEW = "/hotline/calls/new/"


def furnish(category=None) -> HotlineLine:
    """Wrap-up codes, and the water department's old line."""
    catalogue.load()
    return HotlineLine.objects.create(number="85770110", name="供水热线", category=category)


class Pbx:
    """A telephone system: `pbx("ring", "a1", agent="ma")` sends one message."""

    def __init__(self, token: str = TOKEN):
        self.client, self.token = Client(), token

    def __call__(self, event: str, call_id: str = "a1", **more):
        said = {"event": event, "call_id": call_id, **({"from": PHONE, "to": "83721000"} if event == "ring" else {})}
        return self.send(json.dumps(said | more))

    def send(self, body: str, **headers):
        headers = headers or {"Authorization": f"Bearer {self.token}"}
        return self.client.post(RING, body, content_type="application/json", headers=headers)


def typed(cast, end: str, **more) -> dict:
    """The form of a call as the browser sends it: rubbish at Wang's corner, unless told otherwise."""
    return {
        "uuid": str(uuid4()), "phone": PHONE, "name": "刘女士", "known": "named", "kind": "help",
        "content": "路边垃圾三天没人清", "place": "棠湖西路", "area": cast.county.pk, "category": "E01-01",
        "longitude": HERE.longitude, "latitude": HERE.latitude, "asked": "E01-01", "end": end, **more}
