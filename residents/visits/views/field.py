"""The worker at the door: the visits of the own grid, due first, and what was found. One page, of which the phone keeps
a copy: it works without a network."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from grids.jurisdiction import posts_for
from shuangliu.pages import drafts, receipts, unsent
from shuangliu.pages.access import allows

from ...register.views.acting import GET_AND_POST
from .. import actions
from ..forms import ReportForm
from ..models import Visit, VisitTask

DRAFT = "visit-report"
MOST = 40  # nobody makes more in a day


@GET_AND_POST
@allows("visit.report")
def visit_report(request):
    """`?task=` begins with one; to a phone that asks for it, a receipt."""
    user = request.user
    own = VisitTask.objects.of_desk(user, "visit.report").to_make()
    if request.method == "POST":
        if sent := receipts.sent_before(request, Visit.objects.filter(by=user).select_related("task")):
            return sent
        form = ReportForm(request.POST, tasks=own)
        if form.is_valid():
            tried, is_new = actions.report(form.cleaned_data["task"], by=user, at=now(), **form.given())
            if receipts.wanted(request):
                return receipts.receipt(tried, is_new)
            messages.success(request, _("Told: %(number)s.") % {"number": tried.number})
            return drafts.stored(redirect("residents:visit-report"), DRAFT)
        if receipts.wanted(request):
            return receipts.refusal(form, 422)
    else:
        form = ReportForm(unsent.take(request), tasks=own, initial={"task": request.GET.get("task")})
    tasks = list(own.with_people().order_by("due_at", "id")[:MOST])
    return render(request, "residents/visits/visit_report.html", {
        "form": form, "tasks": tasks, "draft": DRAFT, "chosen": str(form["task"].value() or ""),
        "today": localdate(), "area": posts_for(user, "visit.report")[0].area,
    }, status=422 if request.method == "POST" else 200)
