"""Something was found on the walk: an incident, in a few taps, by whoever walks."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from incidents.models import Incident
from shuangliu.attachments.forms import status
from shuangliu.pages import drafts, receipts, unsent
from shuangliu.pages.access import allows

from .. import mine
from ..forms import FindingForm

DRAFT = "finding-new"


@require_http_methods(["GET", "POST"])
@allows("shift.walk")
def finding_new(request):
    """`?point=` begins with one. Whoever reports it sees what becomes of it, and of nobody else's."""
    at, user = now(), request.user
    on = mine.at_work(user, at)
    if request.method == "POST":
        if sent := receipts.sent_before(request, Incident.objects.filter(reporter=user)):
            return sent
        form = FindingForm(request.POST, request.FILES, by=user, on=on)
        if form.is_valid():
            incident, is_new = form.report(at=at)
            if incident and receipts.wanted(request):
                return receipts.receipt(incident, is_new)
            if incident:
                messages.success(request, _("Reported: %(number)s.") % {"number": incident.number})
                return drafts.stored(redirect(incident), DRAFT)
        if receipts.wanted(request):
            return receipts.refusal(form, status(form))
    else:
        form = FindingForm(unsent.take(request), by=user, on=on, initial={"point": request.GET.get("point")})
    return render(request, "patrol/walks/finding_new.html", {"form": form, "draft": DRAFT, "shift": on},
                  status=status(form) if request.method == "POST" else 200)
