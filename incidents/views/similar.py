"""What may be the same matter, asked while a report is being typed."""

from dataclasses import asdict

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from shuangliu.pages.access import allows

from ..forms import SimilarForm
from ..similar import similar


@require_http_methods(["GET", "POST"])
@allows("incident.report")
def incident_similar(request):
    """A piece of HTML, or JSON for who accepts only that; 422 without a point. The page asks by POST: what somebody
    is writing belongs into no log of addresses."""
    form = SimilarForm(request.POST if request.method == "POST" else request.GET)
    found = similar(request.user, now(), **form.cleaned_data) if form.is_valid() else []
    status = 200 if form.is_valid() else 422
    if request.get_preferred_type(["text/html", "application/json"]) == "application/json":
        return JsonResponse({"results": [asdict(one) for one in found], "errors": form.errors}, status=status)
    return render(request, "incidents/_incident_similar.html", {"similar": found}, status=status)
