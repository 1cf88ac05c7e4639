"""Writing down what belongs to the network, taking it out of service, and taking it back."""

from datetime import datetime

from django.db import models, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.conflict import Conflict

from ...models import Case, Expert, MediationOrg, MediationWindow, Mediator, MemberUnit, OrgMember, ScreeningPoint

# How the audit log calls them: "org.added", "org.edited", "org.retired", "org.restored".
NOUNS = {MediationOrg: "org", MediationWindow: "window", Mediator: "mediator", Expert: "expert", MemberUnit: "unit",
         OrgMember: "member"}


class StillNeeded(Conflict):
    """Something that others lean on cannot be taken out of service."""


def noun(row: models.Model) -> str:
    return NOUNS[type(row)]


@transaction.atomic
def keep(row: models.Model, *, by, at: datetime, fields: list[str], many: dict | None = None) -> None:
    """Write a row of the network, new or with these `fields` changed; `many` are those to many. Two who change
    different things of one row do not undo each other. The log tells which fields, not what they say."""
    verb = "added" if row._state.adding else "edited"
    if row._state.adding:
        row.save()
    elif columns := [name for name in fields if name not in (many or {})]:
        row.save(update_fields=columns)
    for name, values in (many or {}).items():
        getattr(row, name).set(values)
    if verb == "added" or fields:
        audit.record(f"{noun(row)}.{verb}", row, by=by, at=at, fields=sorted(fields) if verb == "edited" else None)
        if isinstance(row, OrgMember):
            # A change of members is part of the history of their organisation.
            audit.record(f"org.member-{verb}", row.org, by=by, at=at, member=row.pk)


def needed_by(row: models.Model) -> list[models.Model]:
    """What leans on this row and has to be handed over before it goes: open cases, those offered to it, screening
    points, decisions to be done."""
    if isinstance(row, Mediator):
        return list(Case.objects.open().filter(mediator=row).order_by("due_at", "id"))
    if isinstance(row, MediationOrg):
        cases = Case.objects.open().filter(mediator__in=row.mediators.all()).order_by("due_at", "id")
        offered = Case.objects.filter(transfers__answered_at=None, transfers__to_org=row).order_by("due_at", "id")
        return [*cases, *offered, *ScreeningPoint.objects.active().filter(org=row)]
    if isinstance(row, MemberUnit):
        return list(row.decisions.open())
    return []


@transaction.atomic
def retire(row: models.Model, *, by, at: datetime, reason: str) -> None:
    """Take out of service; nothing is deleted. Raises StillNeeded, and Conflict when it is out already."""
    type(row).objects.select_for_update().get(pk=row.pk)  # whoever appoints a mediator waits here, or was first
    if needed_by(row):
        raise StillNeeded(_("Something still leans on “%(name)s”. Hand it over first.") % {"name": row},
                          matter=_linked(row))
    changes = {"active_until": localdate(at)} if isinstance(row, Mediator) else {}
    if not type(row).objects.filter(pk=row.pk, is_active=True).update(is_active=False, **changes):
        raise Conflict(_("“%(name)s” is out of service already.") % {"name": row}, matter=_linked(row))
    audit.record(f"{noun(row)}.retired", row, by=by, at=at, reason=reason)


@transaction.atomic
def restore(row: models.Model, *, by, at: datetime) -> None:
    """Take back into service. Raises Conflict when it is in service."""
    changes = {"active_until": None} if isinstance(row, Mediator) else {}
    if not type(row).objects.filter(pk=row.pk, is_active=False).update(is_active=True, **changes):
        raise Conflict(_("“%(name)s” is in service.") % {"name": row}, matter=_linked(row))
    audit.record(f"{noun(row)}.restored", row, by=by, at=at)


def _linked(row: models.Model) -> models.Model | None:
    """What the page of a conflict can lead to."""
    return row if hasattr(row, "get_absolute_url") else None
