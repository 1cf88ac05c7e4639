"""The check by another person than the one who handled it."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import attachments

from ..models import Incident
from ..states import Act
from .moving import move


@transaction.atomic
def verify(incident: Incident, *, by, at: datetime, note: str = "", draft: UUID | None = None) -> None:
    """Seen: it is done. Raises PermissionDenied for the one who handled it."""
    _not_own_work(incident, by)
    move(incident, Act.VERIFY, by=by, at=at, note=note, verified_by=by, checked_at=incident.checked_at or at)
    if draft:
        attachments.claim(draft, incident, by=by)


@transaction.atomic
def rework(incident: Incident, *, by, at: datetime, reason: str, draft: UUID | None = None) -> None:
    """Not done: back to the same handler with a new clock. Handling counts as on time by the first limit only.
    Raises PermissionDenied for the one who handled it."""
    _not_own_work(incident, by)
    move(incident, Act.REWORK, by=by, at=at, note=reason, rework_count=incident.rework_count + 1,
         checked_at=incident.checked_at or at, resolved_by=None, resolved_at=None)
    if draft:
        attachments.claim(draft, incident, by=by)


def _not_own_work(incident: Incident, by) -> None:
    if by.pk in (incident.handler_id, incident.resolved_by_id):
        raise PermissionDenied(_("Nobody checks their own work."))
