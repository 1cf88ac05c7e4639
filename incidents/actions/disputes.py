"""A dispute goes to the mediators, and comes back with their outcome."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from mediation.actions import register_case
from mediation.models import Case, DisputeCategory
from mediation.models.cases import Outcome, Source

from ..models import Incident
from ..states import Act
from .moving import move


@transaction.atomic
def mediate(incident: Incident, *, by, at: datetime, category: DisputeCategory, title: str, people: int,
            note: str = "") -> Case:
    """Open a mediation case of the dispute; the incident waits for its outcome."""
    case = register_case(
        source=Source.INCIDENT, external_ref=incident.number, category=category, title=title,
        summary=incident.description, area_key=incident.area_key, happened_on=localdate(incident.noticed_at),
        place=incident.place or str(incident.grid or ""), people=people, by=by, at=at,
    )
    move(incident, Act.MEDIATE, by=by, at=at, note=note, case=case, is_contested=False,
         detail={"case": case.pk})
    return case


@transaction.atomic
def settle(incident: Incident, *, case: Case, at: datetime) -> None:
    """The parties agreed: what is left is the check. The papers stay with the mediators."""
    move(incident, Act.SETTLE, by=None, at=at, note=case.number, resolved_at=at, detail={"case": case.pk})


@transaction.atomic
def unsettle(incident: Incident, *, case: Case, at: datetime) -> None:
    """Not accepted or not settled: the owning desk decides what comes next, a second case among them."""
    move(incident, Act.UNSETTLE, by=None, at=at, note=case.number, case=None, handle_due_at=None,
         detail={"case": case.pk})


def hear(incident: Incident, *, case: Case, at: datetime) -> None:
    """The outcome of the case, whichever it is."""
    (settle if case.outcome == Outcome.SETTLED else unsettle)(incident, case=case, at=at)
