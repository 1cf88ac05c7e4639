"""The pool of experts, and the member units of centres."""

from django.db.models import Count, Q
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds, may
from shuangliu.pages.access import allows
from shuangliu.protection import reveals

from ...models import Expert, MeetingDecision, MemberUnit


@require_safe
@allows("expert.view")
def experts(request):
    """By field; those out of service at the end."""
    rows = (Expert.objects.visible_to(request.user).select_related("center__area").defer("center__area__outline")
            .prefetch_related("categories").order_by("-is_active", "field", "id"))
    if asked := request.GET.get("q", "").replace("\0", "").strip()[:40]:
        rows = rows.filter(Q(name__icontains=asked) | Q(field__icontains=asked) | Q(employer__icontains=asked))
    shown = reveals.open_among(request.user, rows)
    return reveals.private(render(request, "mediation/network/experts.html", {
        "rows": [(row, may(request.user, "network.edit", row), shown.get(row.pk)) for row in rows], "q": asked,
        "may_add": holds(request.user, "network.edit")}), shown)


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
