"""Who shall handle it: a department, the desk itself, or the next tier."""

from datetime import datetime

from django.utils.timezone import localdate

from ..models import Incident
from ..rights import TOP
from ..routing import rule_of
from ..states import Act
from ..whereabouts import FIRST_TIER, acting_tier
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


def assign_by_rule(incident: Incident, *, at: datetime) -> None:
    """Dispatch what has just been accepted, if an automatic rule fits. The desk whose powers it takes owns it then:
    of a town's office the sub-centre, of a county's department the county (domain.md §5.1.2)."""
    rule = rule_of(incident, localdate(at))
    if rule is None or not rule.is_automatic or incident.category.is_dispute:
        return
    office = rule.department
    tier = max(incident.tier, FIRST_TIER[office.area.level]) if office else incident.tier
    move(incident, Act.ASSIGN, by=None, at=at, note=str(rule), department=office, tier=tier, handler=None,
         department_id=office and office.pk, detail={"rule": rule.code})
