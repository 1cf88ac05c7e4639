"""What becomes of demands when their incident moves, and what the clocks of both bring about."""

from datetime import datetime

from django.dispatch import receiver

from shuangliu import deadlines
from shuangliu.deadlines.models import Deadline, Step
from shuangliu.deadlines.signals import step_reached
from shuangliu.pages.conflict import Conflict

from ..actions.moving import write_down
from ..models import Demand, Incident
from ..signals import incident_moved
from ..states import ASKED_IN, Act
from .clocks import strike
from .opening import order
from .states import LIVES_IN, Kind, State
from .tasks import unanswered, waiting_words


@receiver(incident_moved, sender=Incident)
def follow(sender, incident, was, act, at, **kwargs):
    """Raises Conflict for a reply while others have not answered their part of the work."""
    if act in ASKED_IN or act == Act.ORDER:
        return
    alive = list(incident.demands.alive())
    if act == Act.RESOLVE and (missing := unanswered(incident)):
        raise Conflict(waiting_words(missing), matter=incident)
    if incident.area_key != was.area_key:
        move_along(alive, incident.area_key)
    for demand in alive:
        if not is_needed(demand, incident, act):
            fall(demand, incident, at=at)
    if act == Act.RAISE:
        order(incident, was, at=at)


@receiver(step_reached, sender=Deadline)
def clock_struck(sender, deadline, step, at, **kwargs):
    if deadline.matter_type != Demand._meta.label_lower:
        return
    incident = Demand.objects.values_list("incident", flat=True).get(pk=deadline.matter_id)
    Incident.objects.select_for_update().get(pk=incident)
    demand = Demand.objects.select_for_update(of=("self",)).get(pk=deadline.matter_id)
    strike(demand, stage=deadline.kind, step=Step(step), at=at)


def move_along(demands: list[Demand], area_key: int) -> None:
    """The incident was put elsewhere, by hand or with its grid: what is asked about it goes along, and its clocks."""
    Demand.objects.filter(pk__in=[demand.pk for demand in demands]).update(area_key=area_key)
    for demand in demands:
        deadlines.running(demand).update(area_key=area_key)


def is_needed(demand: Demand, incident: Incident, act: str) -> bool:
    """Not when the incident has left the states in which it lives; nor an order to a department that lost it."""
    lost = act in (Act.RETURN, Act.RECALL) and demand.kind == Kind.SUPERVISION and demand.department_id
    return incident.state in LIVES_IN[Kind(demand.kind)] and not lost


def fall(demand: Demand, incident: Incident, *, at: datetime) -> None:
    """Nobody waits for it any more. What was answered counts as ended, the rest as dropped and its clock not at all."""
    is_answered = demand.state == State.ANSWERED
    (deadlines.stop if is_answered else deadlines.cancel)(demand, at=at)
    demand.state = State.ENDED if is_answered else State.DROPPED
    demand.due_at, demand.alert, demand.ended_at = None, Step.NONE, at
    demand.save(update_fields=["state", "due_at", "alert", "ended_at"])
    write_down(incident, Act.FALL, by=None, at=at, old=incident.state, demand=demand)
