"""The pool of experts, and the member units of centres."""

from django.db.models import Count, Q
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import get_or_404, holds, may
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from ...models import Expert, MeetingDecision, MemberUnit
from .. import actions
from ..forms import RevealForm


@require_safe
@allows("expert.view")
def experts(request):
    """By field; those out of service at the end."""
    rows = (Expert.objects.visible_to(request.user).select_related("center__area").defer("center__area__outline")
            .prefetch_related("categories").order_by("-is_active", "field", "id"))
    if asked := request.GET.get("q", "").replace("\0", "").strip()[:40]:
        rows = rows.filter(Q(name__icontains=asked) | Q(field__icontains=asked) | Q(employer__icontains=asked))
    return render(request, "mediation/network/experts.html", {
        "rows": [(row, may(request.user, "network.edit", row)) for row in rows], "q": asked,
        "may_add": holds(request.user, "network.edit")})


@never_cache
@require_http_methods(["GET", "POST"])
@allows("network.edit")
def expert_reveal(request, pk):
    """The phone in clear, on the answer to a stated purpose and nowhere else."""
    expert = get_or_404(Expert, pk, user=request.user, may="network.edit",
                        queryset=Expert.objects.select_related("center__area"))
    form = RevealForm(unsent.typed(request))
    shown = {"expert": expert, "form": form}
    if request.method == "POST" and form.is_valid():
        shown["phone"] = actions.reveal_expert(expert, by=request.user, at=now(), **form.cleaned_data)
        return render(request, "mediation/network/expert_reveal.html", shown)
    return render(request, "mediation/network/expert_reveal.html", shown,
                  status=422 if request.method == "POST" else 200)


@require_safe
@allows("meeting.view")
def units(request):
    still_open = Q(decisions__state=MeetingDecision.State.OPEN)
    rows = (MemberUnit.objects.visible_to(request.user).select_related("center__area", "department")
            .defer("center__area__outline").annotate(n_open=Count("decisions", filter=still_open))
            .order_by("-is_active", "center__area__key", "id"))
    return render(request, "mediation/network/units.html", {
        "rows": [(row, may(request.user, "network.edit", row)) for row in rows],
        "may_add": holds(request.user, "network.edit"), "title": _("Member units")})
