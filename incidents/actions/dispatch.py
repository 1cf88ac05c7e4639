"""Who shall handle it: a department, the desk itself, or another tier."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from grids.models import Department

from ..demands import opening
from ..models import Incident
from ..rights import TOP
from ..routing import rule_of
from ..states import Act
from ..whereabouts import FIRST_TIER, acting_tier
from .moving import move


def assign(incident: Incident, *, by, at: datetime, department=None, note: str = "",
           tasks: Sequence[tuple] = ()) -> None:
    """To a department, which leads (主办); to none = the owning desk handles it itself. Somebody there signs for it.
    `tasks` are the departments that help (协同), each with what it shall do."""
    _send(incident, Act.ASSIGN, by=by, at=at, department=department, note=note, tasks=tasks)


def decide(incident: Incident, *, by, at: datetime, department=None, reason: str, tasks: Sequence[tuple] = ()) -> None:
    """The joint decision (会商) on what nobody wants. It is final: who gets it now does not return it."""
    _send(incident, Act.DECIDE, by=by, at=at, department=department, note=reason, tasks=tasks, is_contested=False,
          is_decided=True)


@transaction.atomic
def _send(incident: Incident, act: Act, *, by, at: datetime, department, note: str, tasks: Sequence[tuple],
          **changes) -> None:
    tier = acting_tier(incident, f"incident.{act}", by)
    move(incident, act, by=by, at=at, note=note, department=department, tier=tier, handler=None,
         **{"department_id": department and department.pk}, **changes)
    for helper, text in tasks:
        opening.give_task(incident, by=by, at=at, department=helper, text=text)


@transaction.atomic
def escalate(incident: Incident, *, by, at: datetime, reason: str) -> None:
    """Beyond the powers of the desk that sends it up: to the next one, whose dispatch limit begins. What had been
    handed down comes back as a matter for a joint decision, so that no two tiers play ball with it."""
    tier = min(max(incident.tier, acting_tier(incident, "incident.escalate", by)) + 1, TOP)
    move(incident, Act.ESCALATE, by=by, at=at, note=reason, tier=tier,
         is_contested=incident.is_contested or incident.was_handed_down)


@transaction.atomic
def hand_down(incident: Incident, *, by, at: datetime, reason: str) -> None:
    """Within the powers of the tier below after all; once, with a reason."""
    move(incident, Act.HAND_DOWN, by=by, at=at, note=reason, tier=incident.tier - 1, was_handed_down=True)


@transaction.atomic
def recall(incident: Incident, *, by, at: datetime, reason: str) -> None:
    """Take it back from whoever has it: the wrong office, or one that does nothing. What a grid worker had settled
    is then as if they had not."""
    move(incident, Act.RECALL, by=by, at=at, note=reason, department=incident.department, handler=None,
         department_id=None, self_handled_at=None, is_sampled=False)


@transaction.atomic
def assign_by_rule(incident: Incident, *, at: datetime) -> None:
    """Dispatch what has just been accepted, if an automatic rule fits. The desk whose powers it takes owns it then:
    of a town's office the sub-centre, of a county's department the county (domain.md §5.1.2)."""
    rule = rule_of(incident, localdate(at))
    if rule is None or not rule.is_automatic or incident.category.is_dispute:
        return
    office = rule.department
    if office and not Department.objects.staffed(localdate(at)).filter(pk=office.pk).exists():
        return  # nobody there could sign for it: the dispatcher decides
    tier = max(incident.tier, FIRST_TIER[office.area.level]) if office else incident.tier
    move(incident, Act.ASSIGN, by=None, at=at, note=rule.name, department=office, tier=tier, handler=None,
         department_id=office and office.pk, detail={"rule": rule.code})
