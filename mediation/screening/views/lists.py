"""What is to be screened, what was missed, what was done, and which disputes found wait to be registered."""

from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds, may
from mediation.views.lists import MANY, page_of
from shuangliu.pages.access import allows

from ..forms import ScreeningFilter
from ..models import Finding, Screening
from ..models.results import LOOK_BACK
from .sections import sections

SOONEST, LATEST = ("ends_on", "id"), ("-ends_on", "-id")
TABS = {"due": (_("To be screened"), SOONEST), "missed": (_("Not done"), LATEST), "done": (_("Results"), LATEST),
        "found": (_("Found, not registered"), ("-id",))}
ALERTS = {"missed", "found"}
# What the figures count: shown when a number is opened.
COUNTED = {"over": (_("Periods that are over"), LATEST), "in_time": (_("Done in time"), LATEST)}


@require_safe
@allows("screening.view")
def screening_list(request):
    """`?tab=`, `?area=` a code, `?start=&end=` last days of periods, `?after=`."""
    user, today = request.user, localdate()
    tab = request.GET.get("tab", "due")
    if tab not in TABS | COUNTED:
        raise BadRequest("no such tab")
    form = ScreeningFilter(request.GET)
    rows = form.narrow(rows_of(user, tab, today), "screening__" if tab == "found" else "")
    page = page_of(rows.select_related(
        "screening__point__area", "category", "screening__done_by") if tab == "found" else rows.for_list(),
        request, (TABS | COUNTED)[tab][1])
    for row in page.rows:
        row.is_mine = may(user, "screening.write", row)
        if tab != "found":
            row.is_mine = row.is_mine and not row.is_fixed(today)
            row.edge, row.is_late = row.light(today), row.ends_on < today
    return render(request, "mediation/screening/screening_list.html", {
        "sections": sections(request.user, "screening-list"),
        "page": page, "tab": tab, "today": today, "form": form,
        "is_result": tab in {"done", *COUNTED}, "may_register": holds(user, "case.register"),
        "may_watch": holds(user, "warning.view"),
        "tabs": _tabs(user, tab, today),
    }, status=422 if form.errors else 200)


def _tabs(user, tab: str, today) -> list[tuple]:
    """Name, label, how many where somebody has to act, and whether that is a matter of concern."""
    shown = TABS | ({tab: COUNTED[tab]} if tab in COUNTED else {})
    return [(name, label, rows_of(user, name, today)[:MANY].count() if name in {"due", *ALERTS} else None,
             name in ALERTS) for name, (label, _order) in shown.items()]


def rows_of(user, tab: str, today):
    if tab == "found":
        return Finding.objects.visible_to(user).unregistered()
    seen = Screening.objects.visible_to(user)
    return {"due": seen.waiting(today).filter(ends_on__gte=today),
            "missed": seen.missed().filter(ends_on__gte=today - LOOK_BACK),
            "done": seen.filter(done_at__isnull=False),
            "over": seen.filter(closed_at__isnull=False),
            "in_time": seen.filter(in_time=True)}[tab]
