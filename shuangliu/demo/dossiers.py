"""Papers of a few disputes that are over: the first dossier is put away, the others show what keeps them from it."""

import uuid
from datetime import datetime
from random import Random

from django.db.models import Exists, OuterRef

from grids.models import Level
from grids.roles import Role
from mediation.models import Case, Session
from mediation.papers import actions, facts, inventory
from mediation.papers.inventory import Item
from mediation.states import State
from shuangliu import audit

from . import accounts
from .world import SEED, World

HANDFUL = 5
PAGES = {"session": 2, "agreement": 2, "rights": 2}


def load(world: World) -> int:
    """Papers of the town of the tour first; returns how many originals were filed."""
    desk, filed = Desk(world), 0
    for n, case in enumerate(_over(world)[:HANDFUL]):
        filed += desk.file(case, is_complete=n == 0)  # binding takes half a second
    return filed


def _over(world: World) -> list[Case]:
    """Cases that are over, with a record of how they were mediated, and nobody still to sign."""
    town = accounts.home(world)[Level.TOWN]
    cases = Case.objects.for_detail().filter(
        Exists(Session.objects.filter(case=OuterRef("pk"))), state__in=[State.AGREED, State.FAILED], host_key=None)
    ready = [case for case in cases.order_by("concluded_at", "id") if not case.round.waits_for_signatures]
    return sorted(ready, key=lambda case: not town.low <= case.area_key < town.high)


class Desk:
    """Draws from a row of chances of its own: what is drawn elsewhere stays as it was."""

    def __init__(self, world: World):
        self.world, self.random = world, Random(SEED + 5)  # noqa: S311 - no secrets here

    def file(self, case: Case, *, is_complete: bool) -> int:
        """Print the papers, file what came back signed and, where all did, put the dossier away."""
        clerk = self.world.one(Role.MED_CLERK, self.world.town_of(case.area))
        items = [item for item in inventory.items(case, facts.of(case, clear=False)) if item.is_must]
        actions.note_made(case, by=clerk, at=self._moment(case), chosen=items, purpose="交当事人签署")
        signed = items if is_complete else items[:-1]
        for item in signed:
            self._original(case, clerk, item)
        if is_complete:
            actions.archive_case(case, by=clerk, at=self._moment(case), retention="long",
                                 statement="当事人身份证明为复印件，已与原件核对。")
        return len(signed)

    def _original(self, case: Case, clerk, item: Item) -> None:
        actions.file_original(case, by=clerk, at=self._moment(case), item=item, pages=PAGES.get(item.kind, 1),
                              uuid=uuid.UUID(int=self.random.getrandbits(128), version=4))

    def _moment(self, case: Case) -> datetime:
        """Some time after what was done last."""
        last = audit.history(case).last().at
        return last + (self.world.at - last) * 0.1
