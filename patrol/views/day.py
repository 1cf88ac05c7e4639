"""The day of whoever works outside: what to do now, what was done today, what became of the reports."""

from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds, posts_for
from incidents.columns import COLUMNS
from incidents.models import Incident
from incidents.rows import rows_of
from residents.models import VisitTask
from shuangliu.pages.access import allows

from ..models import Note
from ..walks import mine

REPORTS, NOTES = 8, 20
BECAME = tuple(column for column in COLUMNS if column.name in ("state", "clock"))  # what became of a report


@require_safe
@allows("day.view")
def day(request):
    """The first page of the installed app, for workers, volunteers and patrol leaders; desks come to read what was
    noted."""
    user, at = request.user, now()
    if not holds(user, "shift.walk"):
        return redirect("patrol:note-list")
    reports = Incident.objects.filter(reporter=user).for_queue().order_by("-id")[:REPORTS]
    shift = mine.main(mine.shifts(user, at), at)
    context = {
        "today": localdate(at), "area": posts_for(user, "shift.walk")[0].area,
        "shift": shift if shift and localdate(shift.starts_at) == localdate(at) else None,
        "reports": rows_of(reports, at, columns=BECAME), "leads": holds(user, "shift.plan"),
        "is_worker": holds(user, "note.write"),
    }
    if context["is_worker"]:
        context |= _of_worker(user, localdate(at))
    return render(request, "patrol/day.html", context)


def _of_worker(user, today) -> dict:
    latest = Note.objects.filter(by=user).order_by("-id")[:NOTES]
    return {
        "notes": [note for note in latest if localdate(note.noted_at) == today],
        "visits": VisitTask.objects.of_desk(user, "visit.report").to_make()[:100].count(),
        "waiting": Incident.objects.waiting_for(user)[:100].count(),
    }
