"""挂账: what cannot be settled now rests with an owner and a day on which it is looked at again."""

from datetime import date, datetime

from django.db import transaction

from ..limits import until_day
from ..models import Incident
from ..states import Act
from ..whereabouts import acting_tier
from .moving import move


@transaction.atomic
def suspend(incident: Incident, *, by, at: datetime, review_on: date, reason: str) -> None:
    """The handling clock pauses; the higher tier that suspends owns it and looks at it again on `review_on`."""
    tier = max(incident.tier, acting_tier(incident, "incident.suspend", by))
    move(incident, Act.SUSPEND, by=by, at=at, note=reason, suspended_at=at, tier=tier, limit=until_day(at, review_on),
         detail={"review_on": review_on})


@transaction.atomic
def resume(incident: Incident, *, by, at: datetime, note: str = "") -> None:
    """It can be handled now; the clock goes on with what it had left."""
    move(incident, Act.RESUME, by=by, at=at, note=note, suspended_at=None)
