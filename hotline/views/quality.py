"""/hotline/quality/: what was drawn to be listened to again, and what was found."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import get_or_404, holds
from shuangliu.pages import keyset, unsent
from shuangliu.pages.access import allows

from ..actions import quality
from ..forms import QualityForm
from ..models import QualityCheck
from ..progress import progress
from ..trail import trail_of

NEWEST = ("-id",)


@require_safe
@allows("quality.view")
def quality_list(request):
    """Supervisors: what waits to be listened to, then what was found. Agents: what was found in their own work."""
    checks = QualityCheck.objects.visible_to(request.user)
    may_note = holds(request.user, "quality.note")
    tab = request.GET.get("tab", "waiting") if may_note else "noted"
    rows = checks.waiting() if tab == "waiting" else checks.exclude(result="")
    page = keyset.page(rows.for_queue(), order=NEWEST, after=request.GET.get("after"))
    return render(request, "hotline/quality_list.html", {
        "page": page, "tab": tab, "may_note": may_note,
        "tabs": [("waiting", _("To be listened to")), ("noted", _("Results of checks"))] if may_note else []})


@require_http_methods(["GET", "POST"])
@allows("quality.view")
def quality_detail(request, pk):
    """One of them: the ticket with its trail; the supervisor notes the result, the agent reads it."""
    check = get_or_404(QualityCheck, pk, user=request.user, may="quality.view",
                       queryset=QualityCheck.objects.select_related("ticket__category", "ticket__area", "agent", "by"))
    may_note = holds(request.user, "quality.note") and not check.result and check.agent_id != request.user.pk
    form = QualityForm(unsent.typed(request)) if may_note else None
    if request.method == "POST":
        if form is None:
            return redirect("hotline:quality-detail", pk)
        if form.is_valid():
            quality.note(check, by=request.user, at=now(), **form.cleaned_data)
            messages.success(request, _("Noted. The agent can read it."))
            return redirect("hotline:quality-list")
    return render(request, "hotline/quality_detail.html", {
        "check": check, "ticket": check.ticket, "form": form, "trail": trail_of(check.ticket),
        "calls": check.ticket.call_backs.select_related("by"), "progress": progress(check.ticket),
    }, status=422 if request.method == "POST" else 200)
