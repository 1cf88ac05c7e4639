"""What the clock of a demand does: it warns, says that the answer is late, and tells it higher up. Each once."""

from datetime import datetime

from shuangliu import deadlines
from shuangliu.deadlines.models import Step

from ..actions.moving import write_down
from ..models import Demand
from ..states import Act
from .limits import limit_of
from .rights import TOP
from .states import DECIDED_ABOVE, Stage, State, clock_of

ACTS = {Step.WARNED: Act.DEMAND_WARN, Step.OVERDUE: Act.DEMAND_EXPIRE, Step.RAISED: Act.DEMAND_RAISE}


def strike(demand: Demand, *, stage: str, step: Step, at: datetime) -> None:
    """The clock of `stage` has reached `step`. A desk that does not decide or look at an answer loses it to the
    next one, which has as long; a department or desk that does not answer keeps it, and the county is told."""
    if stage != clock_of(demand.kind, demand.state):
        return
    demand.alert = step
    if step == Step.RAISED and (desk := _desk_of(demand)) and getattr(demand, desk) < TOP:
        setattr(demand, desk, getattr(demand, desk) + 1)
        deadlines.stop(demand, at=at)
        clock = deadlines.start(demand, stage, limit=limit_of(demand, Stage(stage)), at=at)
        demand.due_at, demand.alert = clock.due_at, clock.step
    demand.save(update_fields=["alert", "due_at", "tier", "asked_tier"])
    write_down(demand.incident, ACTS[step], by=None, at=at, old=demand.incident.state, note=stage, demand=demand)


def _desk_of(demand: Demand) -> str | None:
    """The field that names the desk whose turn it is, where the next one can do it instead."""
    if demand.state == State.PASSING or demand.kind in DECIDED_ABOVE:
        return "tier"
    return "asked_tier" if demand.state == State.ANSWERED and demand.asked_tier else None
