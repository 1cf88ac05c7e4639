"""Reporting an incident."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import posts_for
from shuangliu.attachments.forms import status
from shuangliu.pages import drafts, receipts, unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import ReportForm
from ..models import Category, Incident

DRAFT = "incident-new"


@require_http_methods(["GET", "POST"])
@allows("incident.report")
def incident_new(request):
    if request.method == "POST":
        if sent := receipts.sent_before(request, Incident.objects.filter(reporter=request.user)):
            return sent
        form = ReportForm(request.POST, request.FILES, by=request.user)
        if form.is_valid():
            incident, is_new = actions.report(by=request.user, at=now(), **form.given())
            if receipts.wanted(request):
                return receipts.receipt(incident, is_new)
            said = _("Reported: %(number)s.") if is_new else _("This report had arrived already: %(number)s.")
            messages.success(request, said % {"number": incident.number})
            if incident.goes_on_as:
                messages.info(request, _("It is known already and goes on as %(number)s.") % {
                    "number": incident.goes_on_as})
            return drafts.stored(redirect(incident), DRAFT)
        if receipts.wanted(request):
            return receipts.refusal(form, status(form))
    else:
        form = ReportForm(unsent.take(request), by=request.user)
    advice = dict(Category.objects.reportable().exclude(advice="").values_list("code", "advice"))
    context = {"form": form, "draft": DRAFT, "area": posts_for(request.user, "incident.report")[0].area,
               "advice": advice}
    return render(request, "incidents/incident_new.html", context,
                  status=status(form) if request.method == "POST" else 200)
