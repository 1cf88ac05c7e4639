"""For the house tests: a request that a program has sent, and its key."""

from uuid import uuid4

from hotline import actions
from hotline.models import Delivery, Ticket
from hotline.open311.publishing import pictures_of, publish
from shuangliu import attachments
from shuangliu.attachments.models import Role
from tests.attachments import images
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


def photographed(cast) -> Ticket:
    """Sent with two photos; none is public yet."""
    calls, uuid = Calls(Story(cast, make_kinds())), uuid4()
    for colour in ("teal", "red"):
        attachments.stage(uuid, images.photo(f"{colour}.jpg", colour), Role.REPORT, None)
    ticket, _is_new = actions.submit(
        at=calls.later(), uuid=uuid, channel="open311", kind="help", category=calls.story.kinds[RUBBISH],
        content="桥头垃圾", area=cast.county, longitude=HERE.longitude, latitude=HERE.latitude, place="", caller=None)
    return ticket


def _public_photo(cast) -> dict:
    ticket = photographed(cast)
    publish(ticket, by=cast.mu, at=ticket.moved_at, description="桥头", answer="", photo=pictures_of(ticket)[0])
    return {"number": ticket.number}


SAMPLES["open311:photo"] = _public_photo
