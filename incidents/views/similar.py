"""What may be the same matter, asked while a report is being typed."""

from dataclasses import asdict

from django.http import JsonResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from shuangliu.pages import pace, receipts
from shuangliu.pages.access import allows

from ..forms import SimilarForm
from ..similar import OFTEN, similar

SLOWLY = _("You are quick: what was reported nearby is looked up again in a moment. Just go on writing.")


@require_http_methods(["GET", "POST"])
@allows("incident.report")
def incident_similar(request):
    """A piece of HTML, or JSON for who accepts only that; 422 without a point, 429 with Retry-After for who asks more
    often than anybody types. The page asks by POST: what somebody is writing belongs into no log of addresses."""
    is_json = request.get_preferred_type(["text/html", "application/json"]) == "application/json"
    if seconds := pace.wait("similar", request.user.pk, now(), most=OFTEN):
        answer = receipts.complaint(SLOWLY, 429) if is_json else render(
            request, "incidents/_incident_similar.html", {"said": SLOWLY}, status=429)
        answer["Retry-After"] = seconds
        return answer
    form = SimilarForm(request.POST if request.method == "POST" else request.GET)
    found = similar(request.user, now(), **form.cleaned_data) if form.is_valid() else []
    status = 200 if form.is_valid() else 422
    if is_json:
        return JsonResponse({"results": [asdict(one) for one in found], "errors": form.errors}, status=status)
    return render(request, "incidents/_incident_similar.html", {"similar": found}, status=status)
