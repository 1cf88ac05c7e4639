"""For the house tests: the pages of the desk."""

from tests.hotline.story import Calls
from tests.incidents.story import Story, make_kinds


def _received(cast):
    return Calls(Story(cast, make_kinds())).tell("received")


def _many(cast, number: int):
    calls = Calls(Story(cast, make_kinds()))
    for _ in range(number):
        calls.receive()


SAMPLES = {"hotline:ticket-reveal": _received}
LISTS = {"hotline:desk": ("ma", _many)}
