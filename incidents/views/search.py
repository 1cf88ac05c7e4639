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

ANEW = ("q", "number", "tab", "after")  # what a new search replaces, with the person; other filters stay


@require_http_methods(["GET", "POST"])
@allows("incident.view")
def incident_search(request):
    return lead(request, Incident, finding.number_in, "reporter", finding.reporter_of, "incidents:incident-list")


def lead(request, model, number_in, person: str, look_up, address: str):
    """To what is meant: one matter by its number, else the list. Sent by POST, so that a phone number gets into no
    address, no history and no log; the list is then of one `person`, and the look-up is audited."""
    typed = (unsent.typed(request) or {}).get("q", "").strip()
    query = request.GET.copy()
    for name in (*ANEW, person):
        query.pop(name, None)
    number = number_in(typed)
    if number and (matter := model.objects.visible_to(request.user).numbered(number).first()):
        return redirect(matter)
    if phone := finding.phone_in(typed):
        query[person] = look_up(phone, by=request.user, at=now())
    elif finding.is_private(typed):
        messages.error(request, finding.PRIVATE)
    elif typed:
        query["q"] = typed
    return redirect(f"{reverse(address)}?{query.urlencode()}")
