"""The search box above the list."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import finding
from ..models import Incident

ANEW = ("q", "number", "reporter", "tab", "after")  # what a new search replaces; other filters stay


@require_http_methods(["GET", "POST"])
@allows("incident.view")
def incident_search(request):
    """Leads to what is meant: one incident by its number, else the list. Sent by POST, so that a phone number gets
    into no address, no history and no log; the list is then of one reporter, and the look-up is audited."""
    sent = request.POST if request.method == "POST" else unsent.take(request) or {}
    typed = sent.get("q", "").strip()
    query = request.GET.copy()
    for name in ANEW:
        query.pop(name, None)
    number = finding.number_in(typed)
    if number and (incident := Incident.objects.visible_to(request.user).numbered(number).first()):
        return redirect(incident)
    if phone := finding.phone_in(typed):
        query["reporter"] = finding.reporter_of(phone, by=request.user, at=now())
    elif finding.is_private(typed):
        messages.error(request, finding.PRIVATE)
    elif typed:
        query["q"] = typed
    return redirect(f"{reverse('incidents:incident-list')}?{query.urlencode()}")
