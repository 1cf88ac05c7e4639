"""Handling: signed for, returned as wrong, answered; or settled by the reporter on the spot."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import attachments, deadlines

from ..limits import extended_due, last_moment
from ..models import Incident, LoopRule
from ..rights import TOP
from ..sampling import is_drawn
from ..states import Act, Stage
from .moving import move


@transaction.atomic
def sign(incident: Incident, *, by, at: datetime, note: str = "") -> None:
    """The one who signs handles it, and will not be the one who checks."""
    move(incident, Act.SIGN, by=by, at=at, note=note, handler=by)


@transaction.atomic
def return_(incident: Incident, *, by, at: datetime, reason: str) -> None:
    """Not ours: back to the desk that assigned it; after the second bounce the next tier decides jointly (domain.md
    §5.1.2), so that nobody plays ball with it."""
    returned = incident.returned_count + 1
    is_bounce = returned % LoopRule.current().bounces == 0
    move(incident, Act.RETURN, by=by, at=at, note=reason, detail={"returned": returned}, department_id=None,
         handler=None, returned_count=returned, is_contested=is_bounce,
         tier=min(incident.tier + 1, TOP) if is_bounce else incident.tier)


@transaction.atomic
def resolve(incident: Incident, *, by, at: datetime, reply: str, draft: UUID | None = None) -> None:
    """It is handled, this is what was done; files staged under `draft` prove it."""
    move(incident, Act.RESOLVE, by=by, at=at, note=reply, reply=reply, resolved_by=by, resolved_at=at)
    if draft:
        attachments.claim(draft, incident, by=by)


@transaction.atomic
def self_handle(incident: Incident, *, by, at: datetime, reply: str, draft: UUID | None = None) -> None:
    """当场处置: the reporter has settled a small matter; photos before and after are staged under `draft`. The station
    checks a sample that nobody can foresee; what is not drawn is closed when the check limit is over."""
    move(incident, Act.SELF_HANDLE, by=by, at=at, note=reply, reply=reply, handler=by, resolved_by=by, resolved_at=at,
         self_handled_at=at, is_sampled=is_drawn(incident.uuid))
    if draft:
        attachments.claim(draft, incident, by=by)


@transaction.atomic
def extend(incident: Incident, *, by, at: datetime, amount: int | Decimal, reason: str = "") -> None:
    """延期: the handling limit gets so much more of its own unit. The first limit moves with it: what was granted is
    in time. Raises ValidationError as check_extension does."""
    check_extension(incident, amount, at)
    clock = deadlines.extend(incident, Stage.HANDLE, amount=amount, at=at)
    for other in deadlines.running(incident).exclude(kind=Stage.HANDLE):
        deadlines.cancel(incident, at=at, kind=other.kind)  # the tiers above have nothing to wait for yet
    first = {"handle_due_at": clock.due_at} if incident.handle_due_at == incident.due_at else {}
    move(incident, Act.EXTEND, by=by, at=at, note=reason, due_at=clock.due_at, alert=clock.step,
         detail={"amount": str(amount), "unit": clock.unit}, **first)


def check_extension(incident: Incident, amount: int | Decimal, at: datetime) -> None:
    """Raises ValidationError beyond the longest that handling may take in all (domain.md §5.1.3), and when it would be
    over all the same."""
    due_at = extended_due(incident, amount)
    if due_at > last_moment(incident):
        raise ValidationError(_("With this extension it would take longer than the %(n)d working days that handling "
                                "may take in all. Suspend it instead.") % {"n": LoopRule.current().most_days})
    if due_at <= at:
        raise ValidationError(_("Even with this extension the time limit would have passed already."))
