"""One point: its level and why, when it was screened and has to be next; its plan; the reset of its warning."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import get_or_404, holds, may
from mediation.models import Case
from shuangliu import audit
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import plans, resets
from ..counting import LATE, cases_of
from ..forms import PlanForm, ResetForm
from ..history import lines
from ..models import Screening, ScreeningPlan, WarningChange
from ..models.warnings import Why
from ..rule import Level, Measure, reasons

GET_AND_POST = require_http_methods(["GET", "POST"])
PAST, CHANGES, NAMED = 12, 8, 30
BELONGS = {
    Measure.OPEN: lambda case: True,
    Measure.GROUP: lambda case: case.scale in {"02", "03"},
    Measure.MAJOR: lambda case: case.scale == "03",
    Measure.OVERDUE: lambda case: case.alert in LATE,
    Measure.OVERDUE_GROUP: lambda case: case.alert in LATE and case.scale in {"02", "03"},
}


@require_safe
@allows("screening.view")
def point_detail(request, pk):
    user, today = request.user, localdate()
    plan = get_or_404(ScreeningPlan, pk, user=user, may="screening.view", queryset=ScreeningPlan.objects.for_page())
    warning = plan.point.warning
    screenings = list(Screening.objects.filter(point=plan.point).order_by("-starts_on").select_related("done_by")
                      .prefetch_related("findings__category", "findings__case")[:PAST])
    may_write = may(user, "screening.write", plan)
    for one in screenings:
        one.edge = one.light(today)
        one.may_write = may_write and not one.is_fixed(today)
        one.may_take_back = (one.is_done and one.may_write and not one.in_time
                             and not any(found.case_id for found in one.findings.all()))
    running = next((one for one in screenings if one.starts_on <= today <= one.ends_on), None)
    return render(request, "mediation/screening/point_detail.html", {
        "plan": plan, "point": plan.point, "warning": warning, "level": Level(warning.level), "today": today,
        "why": why_of(user, warning), "screenings": screenings, "running": running, "may_write": may_write,
        "changes": WarningChange.objects.filter(point=plan.point).select_related("by", "rule")[:CHANGES],
        "reset": _reset_of(warning), "history": lines(audit.history(plan)),
        "may_plan": may(user, "screening.plan", plan), "may_watch": holds(user, "warning.view"),
        "may_reset": warning.level != Level.NONE and may(user, "warning.reset", plan),
        "saw_incident": "incident" in request.GET, "may_report": holds(user, "incident.report"),
    })


def why_of(user, warning) -> list[tuple]:
    """Each threshold that is reached, with the cases behind it that the viewer may open, and how many others."""
    if warning.rule is None or warning.computed == Level.NONE:
        return []
    reached = reasons(warning.rule.table, Level(warning.computed), warning.counted)
    cases = []
    if holds(user, "case.view"):
        near = cases_of(warning.point).values("pk")
        cases = list(Case.objects.visible_to(user).open().filter(pk__in=near).order_by("due_at", "id")
                     .only("pk", "scale", "alert")[:NAMED])
    return [(reason, named := [case for case in cases if BELONGS[reason.measure](case)], reason.number - len(named))
            for reason in reached]


def _reset_of(warning) -> WarningChange | None:
    """The reset that holds now."""
    if not warning.reset_until:
        return None
    return WarningChange.objects.filter(point=warning.pk, why=Why.RESET).select_related("by").first()


@GET_AND_POST
@allows("screening.plan")
def point_plan(request, pk):
    plan = get_or_404(ScreeningPlan, pk, user=request.user, may="screening.plan",
                      queryset=ScreeningPlan.objects.for_page())
    form = PlanForm(request.POST or unsent.take(request), plan=plan)
    if request.method == "POST" and form.is_valid():
        plans.set_plan(plan, by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, _("The plan is changed."))
        return redirect(plan)
    return render(request, "mediation/screening/point_plan.html", {"plan": plan, "point": plan.point, "form": form},
                  status=422 if request.method == "POST" else 200)


@GET_AND_POST
@allows("warning.reset")
def point_reset(request, pk):
    plan = get_or_404(ScreeningPlan, pk, user=request.user, may="warning.reset",
                      queryset=ScreeningPlan.objects.for_page())
    form = ResetForm(request.POST or unsent.take(request))
    if request.method == "POST" and form.is_valid():
        resets.reset_warning(plan.point.warning, by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, _("The warning is reset."))
        return redirect(plan)
    resets.check(plan.point.warning)
    return render(request, "mediation/screening/point_reset.html", {
        "plan": plan, "point": plan.point, "warning": plan.point.warning, "form": form,
        "why": why_of(request.user, plan.point.warning)}, status=422 if request.method == "POST" else 200)
