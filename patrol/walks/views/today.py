"""My shifts: the one that runs or comes next, its points in order, and what is done."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from shuangliu.pages.access import allows

from ...models import CheckIn, Shift, ShiftFinding, ShiftStop
from ...shifts.states import OPENS_BEFORE, Act, allowed
from .. import mine


@dataclass(frozen=True)
class Step:
    """A point of the shift as the phone shows it; `uuid` is the number of its form."""

    stop: ShiftStop
    check_in: CheckIn | None
    is_late: bool
    is_next: bool
    uuid: UUID


@require_safe
@allows("shift.walk")
def my_shifts(request):
    """Kept by the phone: it works without a network."""
    at, user = now(), request.user
    rows = mine.shifts(user, at)
    shift = mine.main(rows, at)
    return render(request, "patrol/walks/my_shifts.html", {
        "shift": shift, "others": [row for row in rows if row != shift], "today": localdate(at),
        "is_today": shift is not None and localdate(shift.starts_at) == localdate(at),
        "steps": steps(shift, at) if shift else [],
        "people": shift.duties.select_related("person") if shift else [],
        "findings": findings(shift, user) if shift else [],
        "is_open": shift is not None and at >= shift.starts_at - OPENS_BEFORE,
        "may_finish": shift is not None and allowed(Act.FINISH, shift.state),
    })


def steps(shift: Shift, at: datetime) -> list[Step]:
    """In the order of the walk; the first that nobody has visited is the next."""
    told = {}
    for made in shift.check_ins.order_by("made_at", "pk"):
        told.setdefault(made.point_id, made)
    found, is_next = [], True
    for stop in shift.stops.select_related("point"):
        waits = stop.visited_at is None
        found.append(Step(stop, told.get(stop.point_id), waits and stop.due_at < at, waits and is_next, uuid4()))
        is_next = is_next and not waits
    return found


def findings(shift: Shift, user) -> list[ShiftFinding]:
    """What `user` has found on it."""
    return list(ShiftFinding.objects.filter(shift=shift, incident__reporter=user).select_related(
        "incident__category", "point"))
