"""/hotline/calls/landmarks/: the form asks while a place is typed."""

from dataclasses import asdict

from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from grids.jurisdiction import posts_for
from shuangliu.pages.access import allows

from .. import landmarks


@never_cache
@require_POST
@allows("ticket.receive")
def call_landmarks(request):
    """By POST: where somebody lives belongs into no log of addresses."""
    county = posts_for(request.user, "ticket.receive")[0].area
    spots = landmarks.found(county, request.POST.get("place", "")[:200])
    return JsonResponse({"landmarks": [asdict(spot) for spot in spots]})
