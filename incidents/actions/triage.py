"""The first look of the desk: where it is and of which kind, whether it is taken, whether it is known already."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu import deadlines
from shuangliu.pages.conflict import Conflict

from ..models import Category, Incident
from ..states import NOT_INTO, Act, Turn
from ..whereabouts import acting_tier
from .dispatch import assign_by_rule
from .moving import move


@transaction.atomic
def locate(incident: Incident, *, by, at: datetime, grid, note: str = "") -> None:
    """Put the incident into a grid; its clock runs on."""
    move(incident, Act.LOCATE, by=by, at=at, note=note, grid=grid, area_key=grid.key, detail={"grid": grid.code})
    deadlines.running(incident).update(area_key=grid.key)


@transaction.atomic
def correct(incident: Incident, *, by, at: datetime, category: Category, place: str = "", note: str = "") -> None:
    """Put category and place right. One that turns out to be urgent begins its short limit now."""
    if (category.pk, place) == (incident.category_id, incident.place):
        return
    is_urgent = incident.is_urgent or category.is_urgent
    move(incident, Act.CORRECT, by=by, at=at, note=note, category=category, place=place,
         is_urgent=is_urgent, turn=Turn.NEXT if is_urgent and not incident.is_urgent else None,
         detail={"category": category.code, "was": incident.category.code})


@transaction.atomic
def accept(incident: Incident, *, by, at: datetime, note: str = "") -> None:
    """Take it on. A desk above that accepts for one below owns it from now on. An automatic rule dispatches it at
    once."""
    tier = acting_tier(incident, "incident.accept", by)
    move(incident, Act.ACCEPT, by=by, at=at, note=note, tier=tier, accepted_at=at)
    assign_by_rule(incident, at=at)


@transaction.atomic
def reject(incident: Incident, *, by, at: datetime, reason: str) -> None:
    """Not a matter for this platform; the reporter reads the reason."""
    move(incident, Act.REJECT, by=by, at=at, note=reason, rejected_reason=reason)


@transaction.atomic
def merge(incident: Incident, *, by, at: datetime, into: Incident, note: str = "") -> None:
    """The same matter is known as `into`, which goes on for both. Each keeps its own timeline.

    Raises Conflict where that one cannot take it: itself merged, never taken on, or the same.
    """
    # In one order: two desks may merge the same two, each its own way.
    both = Incident.objects.select_for_update(of=("self",)).filter(pk__in=[incident.pk, into.pk])
    into = {row.pk: row for row in both.order_by("pk")}[into.pk]
    if into.pk == incident.pk or into.state in NOT_INTO or incident.merged.exists():
        raise Conflict(_("%(one)s cannot be merged into %(other)s: take the one that is still being worked on, and "
                         "that is not merged itself.") % {"one": incident.number, "other": into.number}, matter=into)
    move(incident, Act.MERGE, by=by, at=at, note=note, merged_into=into, is_contested=False,
         detail={"into": into.pk})


@transaction.atomic
def unmerge(incident: Incident, *, by, at: datetime, reason: str) -> None:
    """They were two after all: it begins again at the desk that had it."""
    move(incident, Act.UNMERGE, by=by, at=at, note=reason, merged_into=None, accepted_at=None,
         detail={"from": incident.merged_into_id})


@transaction.atomic
def cancel(incident: Incident, *, by, at: datetime, reason: str) -> None:
    """Withdrawn by the reporter before a desk has taken it, or by the desk: reported by mistake.

    Raises Conflict where it goes on for others as well: their reports would end with it, and nobody would know.
    """
    Incident.objects.select_for_update(of=("self",)).get(pk=incident.pk)  # nothing is merged into it from here on
    if incident.merged.exists():
        raise Conflict(_("Other reports have been merged into %(number)s: it goes on for them. Take them apart first, "
                         "or do not accept it.") % {"number": incident.number}, matter=incident)
    move(incident, Act.CANCEL, by=by, at=at, note=reason, is_contested=False)
