"""What the clocks do to an incident (domain.md §5.1.2): they inform and raise, they never punish.

The stage has its clock; when that has raised the incident, the tier that owns it now has one of its own for the same
stage ("handle-3"), and so up to the county. Each step is taken once (deadlines.sweep) and says which clock it was.
"""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from shuangliu.deadlines.models import Step

from ..models import Incident
from ..rights import TOP
from ..states import Act, Stage, State
from .ending import clear, lapse
from .moving import move, start_tier_clock


def strike(incident: Incident, *, stage: Stage, tier: int | None, step: Step, at: datetime) -> None:
    """The clock of `stage` has reached `step`; `tier` for the clock of one tier, None for that of the stage."""
    if stage == Stage.EVALUATION or (incident.state == State.SELF_HANDLED and not incident.is_sampled):
        # Nobody is late here: time that passes without a word settles it.
        if step == Step.OVERDUE:
            (lapse if stage == Stage.EVALUATION else clear)(incident, at=at)
        return
    STEPS[step](incident, stage=stage, tier=tier, at=at)


def warn(incident: Incident, *, stage: Stage, at: datetime, tier: int | None = None) -> None:
    """80 % of the limit is gone."""
    _tell(incident, Act.WARN, Step.WARNED, stage, tier, at)


def expire(incident: Incident, *, stage: Stage, at: datetime, tier: int | None = None) -> None:
    """The limit is over. An urgent report that nobody took goes to the sub-centre and shows at the county."""
    unseen = incident.is_urgent and incident.state == State.REPORTED
    _tell(incident, Act.EXPIRE, Step.OVERDUE, stage, tier, at,
          tier_after=max(incident.tier, 3) if unseen else incident.tier)


def raise_(incident: Incident, *, stage: Stage, at: datetime, tier: int | None = None) -> None:
    """150 % of the limit: the next tier owns it, and its own clock begins. Above the county there is nobody."""
    is_top = incident.tier == TOP
    _tell(incident, Act.RAISE, Step.RAISED, stage, tier, at, tier_after=min(incident.tier + 1, TOP))
    if not is_top or tier is None:
        start_tier_clock(incident, stage, at)


STEPS: dict[str, Callable] = {Step.WARNED: warn, Step.OVERDUE: expire, Step.RAISED: raise_}


@transaction.atomic
def _tell(incident: Incident, act: str, step: Step, stage: Stage, tier: int | None, at: datetime, *,
          tier_after: int | None = None) -> None:
    """Once for each step, however often it is called; a tier's clock leaves the alarm of the stage as it is."""
    reached = Step.values.index(incident.alert) >= Step.values.index(step)
    if tier is None and reached:
        return
    clock = stage.value if tier is None else f"{stage}-{tier}"
    move(incident, act, by=None, at=at, note=clock, detail={"clock": clock}, tier=tier_after or incident.tier,
         alert=incident.alert if tier else step)
