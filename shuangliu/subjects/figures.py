"""How many asked what in a year, and what became of it: numbers alone, of the whole county."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q

from grids.jurisdiction import scope_q
from shuangliu.deadlines.models import Deadline
from shuangliu.pages.forms import day_start

from .limits import CLOCK
from .models import SubjectRequest
from .states import OPEN, Kind, State


@dataclass(frozen=True)
class Line:
    """Requests of one kind."""

    label: str
    asked: int
    open: int
    granted: int
    partly: int
    refused: int
    withdrawn: int


@dataclass(frozen=True)
class Figures:
    lines: list[Line]
    in_time: int
    late: int

    @property
    def on_time(self) -> str:
        """Share in percent; "" where nothing was answered."""
        return f"{100 * self.in_time / (self.in_time + self.late):.2f}" if self.in_time + self.late else ""


def of_year(user, year: int) -> Figures:
    """Of what came in that year."""
    rows = SubjectRequest.objects.filter(
        scope_q(user, "subject.figures"), at__gte=day_start(date(year, 1, 1)), at__lt=day_start(date(year + 1, 1, 1)))
    answered, partly = Q(state=State.ANSWERED), Q(is_partly=True)
    counts = {row.pop("kind"): row for row in rows.order_by().values("kind").annotate(
        asked=Count("pk"), open=Count("pk", Q(state__in=sorted(OPEN))), granted=Count("pk", answered & ~partly),
        partly=Count("pk", answered & partly), refused=Count("pk", Q(state=State.REFUSED)),
        withdrawn=Count("pk", Q(state=State.WITHDRAWN)))}
    lines = [Line(str(Kind(kind).label), **counts[kind]) for kind in Kind.values if kind in counts]
    clocks = Deadline.objects.filter(
        matter_type=SubjectRequest._meta.label_lower, kind=CLOCK, stopped_at__isnull=False, is_cancelled=False,
        matter_id__in=rows.values("pk")).aggregate(
            in_time=Count("pk", Q(stopped_at__lte=F("due_at"))), late=Count("pk", Q(stopped_at__gt=F("due_at"))))
    return Figures(lines, **clocks)
