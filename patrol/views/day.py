"""The worker's day: what to do now, what was done today, what became of the reports."""

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

REPORTS, NOTES = 8, 20
BECAME = tuple(column for column in COLUMNS if column.name in ("state", "clock"))  # what became of a report


@require_safe
@allows("note.view")
def day(request):
    """The first page of the installed app; desks come to read what was noted."""
    if not holds(request.user, "note.write"):
        return redirect("patrol:note-list")
    at, today = now(), localdate()
    latest = Note.objects.filter(by=request.user).order_by("-id")[:NOTES]
    reports = Incident.objects.filter(reporter=request.user).for_queue().order_by("-id")[:REPORTS]
    return render(request, "patrol/day.html", {
        "today": today,
        "area": posts_for(request.user, "note.write")[0].area,
        "notes": [note for note in latest if localdate(note.noted_at) == today],
        "reports": rows_of(reports, at, columns=BECAME),
        "visits": VisitTask.objects.of_desk(request.user, "visit.report").to_make()[:100].count(),
        "waiting": Incident.objects.waiting_for(request.user)[:100].count(),
    })
