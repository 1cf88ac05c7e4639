"""催办. Those who told us ask again: whoever has the matter hears of it."""

from datetime import datetime

from django.db import transaction

from ..models import Incident
from ..states import Act
from .moving import move


@transaction.atomic
def remind(incident: Incident, *, by, at: datetime, note: str = "") -> None:
    """Say in the timeline that an answer is waited for; state and clocks stay. `by` is of the hotline, None when its
    clock reminds."""
    move(incident, Act.REMIND, by=by, at=at, note=note)
