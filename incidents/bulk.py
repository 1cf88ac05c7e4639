"""One act for many incidents of a list: each on its own, by the same check and action as from its page.

What moved meanwhile or is not theirs is refused with its reason; nothing is skipped in silence, and one refusal
keeps no other from being done.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from .actions import IncidentMoved
from .deeds import DEEDS, Deed, check
from .models import Incident
from .states import Act

MOST = 100  # incidents at once
# No grave act, none that needs a look at the place, none that differs from one incident to the next.
ACTS = (Act.ACCEPT, Act.ASSIGN, Act.SIGN, Act.CLOSE)
KEYS = {Act.ACCEPT: "a", Act.ASSIGN: "d", Act.SIGN: "s", Act.CLOSE: "c"}  # on the list
BULK: dict[str, Deed] = {act: DEEDS[act] for act in ACTS}


@dataclass(frozen=True)
class Outcome:
    """What became of one incident: done, when `reason` is empty. `incident` is None where the asker sees none."""

    number: str
    incident: Incident | None
    reason: str = ""


def find(pks: Sequence[int], user) -> tuple[list[Incident], list[Outcome]]:
    """The incidents that `user` sees, in the order asked for, and a refusal for each of the others."""
    seen = Incident.objects.visible_to(user).select_related("category").in_bulk(pks)
    missing = [Outcome(Incident(pk=pk).number, None, _("There is no such incident in your area."))
               for pk in pks if pk not in seen]
    return [seen[pk] for pk in pks if pk in seen], missing


def sort_out(incidents: Iterable[Incident], deed: Deed, user) -> tuple[list[Incident], list[Outcome]]:
    """Those to which `user` may do the deed now, and why not the others. What the same hand has just done stays
    with the first: doing it again changes nothing and is said as done."""
    ready, refused = [], []
    for incident in incidents:
        try:
            check(incident, deed.act, user)
        except IncidentMoved as moved:
            if moved.is_repeat:
                ready.append(incident)
            else:
                refused.append(Outcome(incident.number, incident, str(moved)))
        except PermissionDenied:
            refused.append(Outcome(incident.number, incident, _("This one is not yours to do.")))
        else:
            ready.append(incident)
    return ready, refused


def do_all(incidents: Iterable[Incident], deed: Deed, *, by, at: datetime, given: dict) -> list[Outcome]:
    """Do it to each in a transaction of its own."""
    return [_do(incident, deed, by=by, at=at, given=given) for incident in incidents]


def _do(incident: Incident, deed: Deed, *, by, at: datetime, given: dict) -> Outcome:
    reason = ""
    try:
        with transaction.atomic():
            deed.do(incident, by=by, at=at, **given)
    except IncidentMoved as moved:
        reason = "" if moved.is_repeat else str(moved)
    except PermissionDenied as denied:
        reason = str(denied) or _("This one is not yours to do.")
    return Outcome(incident.number, incident, reason)
