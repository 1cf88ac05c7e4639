"""What the page of a shift offers to whom, the likeliest first."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from grids.jurisdiction import may

from .models import Shift
from .states import AHEAD, Act, State, allowed

# act: its icon; the first that is allowed is the main one. Those of the clock and of walkers' phones are not here.
ICONS = {Act.PUBLISH: "send", Act.STAFF: "users", Act.CORRECT: "edit", Act.CANCEL: "x"}


@dataclass(frozen=True)
class Deed:
    label: str
    url: str
    icon: str
    is_main: bool = False
    is_post: bool = False  # done by one tap
    is_grave: bool = False


def offered(shift: Shift, user, at: datetime) -> list[Deed]:
    """The acts of the leader that the state allows."""
    return [Deed(act.label, reverse(f"patrol:shift-{act}", args=[shift.pk]), icon, act == Act.PUBLISH,
                 act == Act.PUBLISH, act == Act.CANCEL)
            for act, icon in ICONS.items() if allowed(act, shift.state) and may(user, f"shift.{act}", shift)]


def may_swap(shift: Shift, user, at: datetime) -> bool:
    """Whoever walks it may ask another, as long as it has not begun."""
    return shift.state in AHEAD - {State.PLANNED} and shift.starts_at > at and shift.duties.filter(
        person=user).exists()
