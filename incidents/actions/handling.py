"""Handling: signed for, returned as wrong, or answered."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from shuangliu import attachments

from ..models import Incident
from ..rights import TOP
from ..states import Act
from .moving import move

BOUNCES = 2  # returned so often, it goes to the next tier, so that nobody plays ball with it


def sign(incident: Incident, *, by, at: datetime, note: str = "") -> None:
    """The one who signs handles it, and will not be the one who checks."""
    move(incident, Act.SIGN, by=by, at=at, note=note, handler=by)


def return_(incident: Incident, *, by, at: datetime, reason: str) -> None:
    """Not ours: back to the desk that assigned it; after the second bounce up to the next."""
    returned = incident.returned_count + 1
    tier = min(incident.tier + 1, TOP) if returned % BOUNCES == 0 else incident.tier
    move(incident, Act.RETURN, by=by, at=at, note=reason, detail={"returned": returned},
         department_id=None, handler=None, returned_count=returned, tier=tier)


@transaction.atomic
def resolve(incident: Incident, *, by, at: datetime, reply: str, draft: UUID | None = None) -> None:
    """It is handled, this is what was done; files staged under `draft` prove it."""
    move(incident, Act.RESOLVE, by=by, at=at, note=reply, reply=reply, resolved_by=by, resolved_at=at)
    if draft:
        attachments.claim(draft, incident, by=by)
