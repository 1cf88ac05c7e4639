"""The clocks of a case as its page needs them."""

from shuangliu import deadlines
from shuangliu.deadlines.models import Deadline

from ..models.cases import Case


def clocks_of(case: Case, *kinds: str) -> list[Deadline]:
    """Those that have not stopped (of these kinds, or all), first due first, resting ones last. Read once per case in
    hand: for looking, not for acts that move a clock."""
    found = getattr(case, "_clocks", None)
    if found is None:
        found = case._clocks = list(deadlines.running(case))
    return [clock for clock in found if not kinds or clock.kind in kinds]
