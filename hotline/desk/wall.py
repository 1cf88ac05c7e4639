"""What the board on the wall shows: how the telephones and the tickets stand now. Counts of seats and matters; no
caller, no agent by name."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.utils.timezone import localdate

from shuangliu.deadlines.models import Step
from shuangliu.pages.forms import day_start

from ..models import Ticket
from .models import AgentShift, Call

LONG = 30  # seconds: whoever waits longer hangs up


@dataclass(frozen=True)
class Wall:
    answered: int
    missed: int
    waiting: int
    longest: int  # seconds that the first of them has waited
    on: int
    paused: int
    talking: int
    open: int
    overdue: int
    call_backs: int

    @property
    def longest_wait(self) -> str:
        return f"{self.longest // 60}:{self.longest % 60:02d}"

    @property
    def is_long(self) -> bool:
        return self.longest > LONG

    @property
    def free(self) -> int:
        return max(self.on - self.talking, 0)

    @property
    def share(self) -> int | None:
        """Of the calls of today that are over or answered, how many per cent were answered."""
        both = self.answered + self.missed
        return round(100 * self.answered / both) if both else None


def wall(user, at: datetime) -> Wall:
    calls = Call.objects.visible_to(user)
    today = calls.filter(rang_at__gte=day_start(localdate(at))).aggregate(
        answered=Count("pk", filter=Q(answered_at__isnull=False)),
        missed=Count("pk", filter=Q(state=Call.State.MISSED)))
    waiting = list(calls.ringing(at).order_by("rang_at").values_list("rang_at", flat=True))
    talking = set(calls.talking(at).values_list("agent", flat=True))
    seats = AgentShift.objects.visible_to(user).on().values_list("agent", "paused_at")
    tickets = Ticket.objects.of_county(user)
    counts = tickets.open().aggregate(
        open=Count("pk"), overdue=Count("pk", filter=Q(alert__in=[Step.OVERDUE, Step.RAISED])))
    return Wall(
        **today, waiting=len(waiting), longest=int((at - waiting[0]).total_seconds()) if waiting else 0,
        on=len([agent for agent, paused_at in seats if not paused_at]),
        paused=len([agent for agent, paused_at in seats if paused_at]), talking=len(talking),
        call_backs=tickets.to_call(at).count(), **counts)
