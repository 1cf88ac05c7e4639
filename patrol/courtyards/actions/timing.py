"""What time does to courtyards: clocks strike, somebody is told, and nothing else follows."""

from datetime import datetime

from shuangliu.deadlines.models import Step

from ..models import Courtyard
from ..states import CLOCK, Act, State
from .moving import move

STRIKES = {Step.WARNED: Act.WARN, Step.OVERDUE: Act.LATE, Step.RAISED: Act.RAISE}


def strike(number: int, *, stage: str, step: str, at: datetime) -> None:
    """Take the step of a clock of the courtyard with this key."""
    courtyard = Courtyard.objects.select_for_update(of=("self",)).get(pk=number)
    if stage == CLOCK.get(State(courtyard.state)):
        move(courtyard, STRIKES[step], by=None, at=at, alert=step)
