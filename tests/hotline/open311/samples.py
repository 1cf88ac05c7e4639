"""For the house tests: a request that a program has sent, and its key."""

from hotline.models import Delivery
from tests.cast import HERE
from tests.hotline.story import Calls
from tests.incidents.story import RUBBISH, Story, make_kinds

from .program import make_key


def _sample(**parameters):
    def make(cast) -> dict:
        calls, (key, secret) = Calls(Story(cast, make_kinds())), make_key(per_minute=1000)
        ticket = calls.receive(channel="open311", by=None, phone="", point=HERE)
        Delivery.objects.create(ticket=ticket, key=key)
        known = {"number": ticket.number, "token": ticket.uuid, "code": RUBBISH}
        return {"form": "xml", "query": {"api_key": secret}} | {name: known[name] for name in parameters.get("of", ())}

    return make


SAMPLES = {f"open311:{name}": _sample(of=of) for name, of in {
    "discovery": (), "services": (), "requests": (), "updates": (), "service-definition": ("code",),
    "request-detail": ("number",), "token": ("token",)}.items()}


def _sent_openly(cast):
    return Calls(Story(cast, make_kinds())).receive(channel="portal", by=None, phone="", point=HERE)


SAMPLES["hotline:ticket-publish"] = _sent_openly
