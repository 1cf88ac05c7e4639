"""The first look of the desk: where it is, and whether it is taken."""

from datetime import datetime

from django.db import transaction

from shuangliu import deadlines

from ..models import Incident
from ..states import Act
from ..whereabouts import acting_tier
from .dispatch import assign_by_rule
from .moving import move


@transaction.atomic
def locate(incident: Incident, *, by, at: datetime, grid, note: str = "") -> None:
    """Put the incident into a grid; its clock runs on."""
    move(incident, Act.LOCATE, by=by, at=at, note=note, grid=grid, area_key=grid.key, detail={"grid": grid.code})
    deadlines.running(incident).update(area_key=grid.key)


@transaction.atomic
def accept(incident: Incident, *, by, at: datetime, note: str = "") -> None:
    """Take it on. A desk above that accepts for one below owns it from now on. An automatic rule dispatches it at
    once."""
    tier = acting_tier(incident, "incident.accept", by)
    move(incident, Act.ACCEPT, by=by, at=at, note=note, tier=tier, accepted_at=at)
    assign_by_rule(incident, at=at)


def reject(incident: Incident, *, by, at: datetime, reason: str) -> None:
    """Not a matter for this platform; the reporter reads the reason."""
    move(incident, Act.REJECT, by=by, at=at, note=reason, rejected_reason=reason)
