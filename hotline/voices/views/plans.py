"""The register of contingency plans."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from grids.jurisdiction import get_or_404, holds, may, posts_for
from shuangliu import attachments
from shuangliu.attachments.forms import status
from shuangliu.pages import keyset, unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import DrillForm, PlanForm
from ..models import ContingencyPlan
from ..places import places

GET_AND_POST = require_http_methods(["GET", "POST"])
ROWS = ContingencyPlan.objects.select_related("area", "owner__area").defer("area__outline", "owner__area__outline")


@require_safe
@allows("plan.view")
def plan_list(request):
    """Those in force, the first to be looked at again first; `?all=1` those that are over, too."""
    plans, is_all = ContingencyPlan.objects.visible_to(request.user), bool(request.GET.get("all"))
    page = keyset.page((plans if is_all else plans.in_force()).for_list(), order=("review_on", "id"),
                       after=request.GET.get("after"))
    return render(request, "hotline/voices/plan_list.html", {
        "tabs": places(request.user, "hotline:plan-list"),
        "page": page, "today": localdate(), "is_all": is_all, "may_edit": holds(request.user, "plan.edit")})


@require_safe
@allows("plan.view")
def plan_detail(request, pk):
    plan = _plan(request, pk, "plan.view")
    return render(request, "hotline/voices/plan_detail.html", {
        "plan": plan, "files": attachments.of(plan), "drills": plan.drills.select_related("by"),
        "is_due": plan.is_due(localdate()), "may_edit": may(request.user, "plan.edit", plan),
        "may_drill": may(request.user, "plan.drill", plan)})


@GET_AND_POST
@allows("plan.edit")
def plan_new(request):
    area = posts_for(request.user, "plan.edit")[0].area
    return _edit(request, ContingencyPlan(area=area), "plan.added", _("Add a plan"))


@GET_AND_POST
@allows("plan.edit")
def plan_edit(request, pk):
    return _edit(request, _plan(request, pk, "plan.edit"), "plan.edited", _("Edit"))


@GET_AND_POST
@allows("plan.drill")
def plan_drill(request, pk):
    plan = _plan(request, pk, "plan.drill")
    form = DrillForm(unsent.typed(request))
    if request.method == "POST" and form.is_valid():
        actions.drill(plan, by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, _("Written down."))
        return redirect(plan)
    return render(request, "hotline/voices/form.html", {
        "form": form, "title": _("Write down a drill"), "note": plan.title, "back": plan.get_absolute_url(),
    }, status=422 if request.method == "POST" else 200)


def _plan(request, pk, act: str) -> ContingencyPlan:
    return get_or_404(ContingencyPlan, pk, user=request.user, may=act, queryset=ROWS.all())


def _edit(request, plan: ContingencyPlan, verb: str, title: str):
    back = plan.get_absolute_url() if plan.pk else "hotline:plan-list"
    sent = (request.POST, request.FILES) if request.method == "POST" else (unsent.take(request),)
    form = PlanForm(*sent, instance=plan, by=request.user)
    if request.method == "POST" and form.is_valid():
        actions.keep(form.instance, verb, by=request.user, at=now(), uuid=form.cleaned_data["uuid"],
                     fields=[name for name in form.changed_data if name != "uuid"])
        messages.success(request, _("Kept."))
        return redirect(form.instance)
    return render(request, "hotline/voices/form.html", {
        "form": form, "title": title, "back": back, "has_files": True,
    }, status=status(form) if request.method == "POST" else 200)
