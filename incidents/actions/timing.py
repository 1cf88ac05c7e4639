"""What the clock does to an incident (domain.md §5.1.2): it informs and raises, it never punishes.

Each says which clock it was; each is done once however often it is called.
"""

from datetime import datetime

from shuangliu.deadlines.models import Step

from ..models import Incident
from ..rights import TOP
from ..states import Act, Stage, State
from .moving import move


def warn(incident: Incident, *, stage: Stage, at: datetime) -> None:
    """80 % of the limit is gone."""
    if incident.alert == Step.NONE:
        move(incident, Act.WARN, by=None, at=at, note=stage.value, alert=Step.WARNED, detail={"clock": stage})


def expire(incident: Incident, *, stage: Stage, at: datetime) -> None:
    """The limit is over. An urgent report that nobody took goes to the sub-centre and shows at the county."""
    if incident.alert in (Step.NONE, Step.WARNED):
        unseen = incident.is_urgent and incident.state == State.REPORTED
        tier = max(incident.tier, 3) if unseen else incident.tier
        move(incident, Act.EXPIRE, by=None, at=at, note=stage.value, alert=Step.OVERDUE, tier=tier,
             detail={"clock": stage})


def raise_(incident: Incident, *, stage: Stage, at: datetime) -> None:
    """150 % of the limit: the next tier owns it."""
    if incident.alert != Step.RAISED:
        move(incident, Act.RAISE, by=None, at=at, note=stage.value, alert=Step.RAISED,
             tier=min(incident.tier + 1, TOP), detail={"clock": stage})
