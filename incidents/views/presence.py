"""Who has a form of this incident open."""

from django.http import JsonResponse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from grids.jurisdiction import get_or_404
from shuangliu.pages.access import allows
from shuangliu.worklists import presence

from ..models import Incident


@require_http_methods(["GET", "POST", "DELETE"])
@allows("incident.view")
def incident_presence(request, pk):
    """POST: I have; DELETE: no longer. Answers who else has."""
    rows = Incident.objects.only("area_key", "reporter_id")
    incident = get_or_404(Incident, pk, user=request.user, may="incident.view", queryset=rows)
    at = now()
    if request.method == "POST":
        presence.here(incident, request.user, at)
    elif request.method == "DELETE":
        presence.leave(incident, request.user)
    return JsonResponse({"others": presence.others(incident, request.user, at)})
