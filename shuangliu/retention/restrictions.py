"""Matters that are stored and used for nothing else (PIPL art. 47 (2)).

    Ticket.objects.visible_to(user)           # keep them out: restrictions.unrestricted(queryset), or
    class TicketQuerySet(Restrictable, models.QuerySet): …      # Ticket.objects.unrestricted()
    privacy.guards.refuse(ticket)             # a reveal, an act: raises Refused (a 403 that says why)
    restrictions.restrict(ticket, by=…, at=…, reason=…, basis=…)
"""

from datetime import datetime

from django.db import models, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from shuangliu import audit

from .models import Restriction


def unrestricted(rows: QuerySet, path: str = "pk", model: type[models.Model] | None = None) -> QuerySet:
    """Those of `rows` that may be used. `path` leads to the matter when the rows are not it: ("caller", Caller)."""
    kind = (model or rows.model)._meta.label_lower
    return rows.filter(~Exists(Restriction.objects.on_kind(kind).filter(matter_id=OuterRef(path))))


class Restrictable:
    """For a QuerySet, named first: `unrestricted()` leaves out what is stored and used for nothing else."""

    def unrestricted(self):
        return unrestricted(self)


def is_restricted(matter: models.Model) -> bool:
    return Restriction.objects.on_kind(matter._meta.label_lower).filter(matter_id=matter.pk).exists()


def why_not(matter: models.Model) -> str:
    """The answer for privacy.guards."""
    return _("This is restricted: by law it is stored and used for nothing else.") if is_restricted(matter) else ""


@transaction.atomic
def restrict(matter: models.Model, *, by, at: datetime, reason: str, basis: str, area_key: int | None = None) -> bool:
    """Stop all processing but storage; False when it was stopped already. `by=None`: a rule did."""
    _mark, is_new = Restriction.objects.get_or_create(
        matter_type=matter._meta.label_lower, matter_id=matter.pk, lifted_at=None,
        defaults={"reason": reason, "basis": basis, "by": by, "at": at,
                  "area_key": getattr(matter, "area_key", None) or area_key or 0})
    if is_new:
        audit.record("restriction.made", matter, by=by, at=at, basis=basis)
    return is_new


@transaction.atomic
def lift(mark: Restriction, *, by, at: datetime, why: str) -> bool:
    """Let the matter be used again; False when somebody was faster."""
    moved = Restriction.objects.filter(pk=mark.pk, lifted_at=None).update(lifted_at=at, lifted_by=by, lifted_why=why)
    if moved:
        audit.record("restriction.lifted", mark, by=by, at=at, kind=mark.matter_type, key=mark.matter_id)
    return bool(moved)
