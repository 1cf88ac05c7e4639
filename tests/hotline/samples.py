"""For the house tests: a ticket in the right state for each route."""

from tests.incidents.story import Story, make_kinds

from .desk import samples as desk
from .knowledge import samples as knowledge
from .open311 import samples as open311
from .portal import samples as portal
from .story import Calls

STATE_FOR = {"detail": "received"}


def _sample(act: str):
    return lambda cast: Calls(Story(cast, make_kinds())).tell(STATE_FOR[act])


SAMPLES = {f"hotline:ticket-{act}": _sample(act) for act in STATE_FOR}
LISTS = {}

for part in (desk, knowledge, open311, portal):
    SAMPLES |= part.SAMPLES
    LISTS |= getattr(part, "LISTS", {})
