"""Who shall handle it: a department, the desk itself, or the next tier."""

from datetime import datetime

from ..models import Incident
from ..rights import TOP
from ..states import Act
from ..whereabouts import acting_tier
from .moving import move


def assign(incident: Incident, *, by, at: datetime, department=None, note: str = "") -> None:
    """To a department; to none = the owning desk handles it itself. Somebody there signs for it."""
    tier = acting_tier(incident, "incident.assign", by)
    move(incident, Act.ASSIGN, by=by, at=at, note=note, department=department,
         tier=tier, handler=None, **{"department_id": department and department.pk})


def escalate(incident: Incident, *, by, at: datetime, reason: str) -> None:
    """Beyond the powers of the desk that sends it up: to the next one, whose dispatch limit begins."""
    tier = max(incident.tier, acting_tier(incident, "incident.escalate", by))
    move(incident, Act.ESCALATE, by=by, at=at, note=reason, tier=min(tier + 1, TOP))
