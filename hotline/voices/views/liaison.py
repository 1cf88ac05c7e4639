"""Liaison officers of the units, and units without one."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import area_q, get_or_404, holds, posts_for
from grids.models import Department
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import LiaisonForm
from ..models import LiaisonOfficer
from ..places import places

GET_AND_POST = require_http_methods(["GET", "POST"])


@require_safe
@allows("liaison.view")
def liaison_list(request):
    """Those of today by unit; `?all=1` those before and after, too."""
    today, everyone = localdate(), LiaisonOfficer.objects.visible_to(request.user)
    serving = everyone.on(today)
    rows = (everyone if request.GET.get("all") else serving).for_list()
    counties = [post.area for post in posts_for(request.user, "liaison.view")]
    lacking = Department.objects.filter(area_q(counties, "area__key"), is_active=True).exclude(
        pk__in=serving.exclude(department=None).values("department")).order_by("area__key", "code")
    return render(request, "hotline/voices/liaison_list.html", {
        "tabs": places(request.user, "hotline:liaison-list"),
        "rows": rows.order_by("department__code", "unit", "-valid_from", "id"),
        "lacking": lacking, "today": today, "is_all": bool(request.GET.get("all")),
        "may_edit": holds(request.user, "liaison.edit")})


@GET_AND_POST
@allows("liaison.edit")
def liaison_new(request):
    area = posts_for(request.user, "liaison.edit")[0].area
    begun = {"valid_from": localdate(), "department": request.GET.get("department")}
    return _edit(request, LiaisonOfficer(area=area), "liaison.added", _("Add a liaison officer"), begun)


@GET_AND_POST
@allows("liaison.edit")
def liaison_edit(request, pk):
    officer = get_or_404(LiaisonOfficer, pk, user=request.user, may="liaison.edit",
                         queryset=LiaisonOfficer.objects.select_related("area"))
    return _edit(request, officer, "liaison.edited", _("Edit"), {})


def _edit(request, officer: LiaisonOfficer, verb: str, title: str, begun: dict):
    form = LiaisonForm(unsent.typed(request), instance=officer,
                       initial=begun)
    if request.method == "POST" and form.is_valid():
        actions.keep(form.instance, verb, by=request.user, at=now(), fields=form.changed_data)
        messages.success(request, _("Kept."))
        return redirect("hotline:liaison-list")
    return render(request, "hotline/voices/form.html", {"form": form, "title": title, "back": "hotline:liaison-list"},
                  status=422 if request.method == "POST" else 200)
