"""Who has a form of this incident open."""

from uuid import UUID

from django.core.exceptions import BadRequest
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
    """POST: I have, on `?page=` (a UUID of its own making); DELETE: no longer. Answers who else has."""
    rows = Incident.objects.only("area_key", "reporter_id")
    incident = get_or_404(Incident, pk, user=request.user, may="incident.view", queryset=rows)
    at = now()
    if request.method != "GET":
        tell = presence.here if request.method == "POST" else presence.leave
        tell(incident, request.user, page_of(request), at)
    return JsonResponse({"others": presence.others(incident, request.user, at)})


def page_of(request) -> UUID:
    try:
        return UUID(request.GET.get("page", ""))
    except ValueError as error:
        raise BadRequest("not the number of a page") from error
