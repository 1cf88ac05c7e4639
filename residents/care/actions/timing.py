"""What time does to referrals: clocks strike, somebody is told, and nothing else follows (domain.md §7 rule 11)."""

from datetime import datetime

from shuangliu.deadlines.models import Step

from ..models import CareReferral
from ..states import CLOCK, Act, State
from .moving import move

STRIKES = {Step.WARNED: Act.WARN, Step.OVERDUE: Act.LATE, Step.RAISED: Act.RAISE}


def strike(number: int, *, stage: str, step: str, at: datetime) -> None:
    """Take the step of a clock of the referral with this key."""
    referral = CareReferral.objects.select_for_update(of=("self",)).get(pk=number)
    if stage == CLOCK.get(State(referral.state)):
        move(referral, STRIKES[step], by=None, at=at, alert=step)
