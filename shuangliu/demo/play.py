"""Playing what happened lately: the real acts in the order of time, and the clocks sweeping between them."""

from collections.abc import Callable
from datetime import datetime

from django.utils.timezone import localdate

from mediation.screening import levels
from shuangliu.deadlines.models import Deadline
from shuangliu.deadlines.sweep import escalate_overdue


class Play:
    """Acts to be done, each at its moment; `run` does them, earliest first."""

    def __init__(self):
        self.acts: list[tuple[datetime, Callable[[], None]]] = []

    def add(self, at: datetime, act: Callable[[], None]) -> None:
        self.acts.append((at, act))

    def run(self, until: datetime) -> None:
        """Do all acts up to `until`; clocks take each step at the moment it is due."""
        day = None
        for at, act in sorted(self.acts, key=lambda pair: pair[0]):
            sweep(at)
            act()
            if day != localdate(at):  # levels move in between as well; once a day is enough to tell how
                day = localdate(at)
                levels.catch_up(at)
        sweep(until)
        levels.catch_up(until)


def sweep(until: datetime) -> None:
    """What the job would have done, every minute. Raises RuntimeError where a step fails, which here is a fault."""
    due = Deadline.objects.to_check(until).values_list("next_check_at", flat=True)
    while moment := due.first():
        if escalate_overdue(moment)["failed"]:
            raise RuntimeError(f"a clock could not take the step it had to take at {moment}")
