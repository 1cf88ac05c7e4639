"""The pages of changed boundaries: the list, a plan and its preview, one change, calling it off."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from shuangliu.pages import keyset, unsent
from shuangliu.pages.access import allows

from ..jurisdiction import area_q, get_or_404, holds, may, posts_for
from ..models import Area, Level, Post
from ..roles import Role
from . import actions, work
from .forms import ChangeForm, PartsForm
from .models import AreaChange
from .plan import Plan, plan_of, problems


@require_safe
@allows("change.view")
def change_list(request):
    changes = AreaChange.objects.visible_to(request.user).prefetch_related("ends", "makes").select_related("planned_by")
    page = keyset.page(changes, order=("-starts_on", "-id"), after=request.GET.get("after"))
    return render(request, "grids/change_list.html", {"page": page, "may_plan": holds(request.user, "change.plan")})


@require_http_methods(["GET", "POST"])
@allows("change.plan")
def change_new(request):
    """Which community; then what shall happen, a preview of it, and the plan."""
    communities = Area.objects.at(Level.COMMUNITY).current(localdate()).filter(
        area_q([post.area for post in posts_for(request.user, "change.plan")], "key"))
    code = request.POST.get("community") or request.GET.get("community")
    if not code:
        towns = {}
        for community in communities.select_related("parent").defer("outline", "parent__outline").order_by("key"):
            towns.setdefault(community.parent.name, []).append(community)
        return render(request, "grids/change_community.html", {"towns": towns},
                      status=422 if request.method == "POST" else 200)
    community = communities.select_related("parent").filter(code=code).first()
    if community is None:
        raise Http404
    known = {"community": community, "by": request.user, "today": localdate()}
    if request.method == "GET":
        grid = request.GET.get("grid")
        first = {"starts_on": localdate(), "ends": [grid] if grid else [], "kind": request.GET.get("kind")}
        return _show(request, ChangeForm(unsent.take(request), initial=first, **known))
    form = ChangeForm(request.POST, **known)
    if not form.is_valid():
        return _show(request, form, status=422)
    # What is decided is what was looked at: whoever has changed the upper part since sees a preview first.
    is_seen = request.POST.get("seen") == form.fingerprint
    parts = PartsForm(request.POST if is_seen else None, form=form, serving=_serving(form.cleaned_data["ends"]))
    if not parts.is_valid():
        return _show(request, form, parts, status=422)
    plan = form.plan(parts.makes())
    try:
        if is_seen and "plan" in request.POST:
            change = actions.plan_change(plan, by=request.user, at=now())
            done = _("Carried out.") if change.done_at else _("Planned. It is carried out on its day.")
            messages.success(request, done)
            return redirect(change)
        found = problems(plan, today=localdate())
    except actions.Refused as refused:
        found = refused.problems
    for problem in found:
        (form if problem.part is None else parts).tell(problem)
    return _show(request, form, parts, plan, status=422 if found else 200)


@require_safe
@allows("change.view")
def change_detail(request, pk):
    rows = AreaChange.objects.select_related("planned_by", "cancelled_by", "heir")
    change = get_or_404(AreaChange, pk, user=request.user, may="change.view", queryset=rows)
    plan = plan_of(change)
    return render(request, "grids/change_detail.html", {
        "change": change, "ends": plan.ends, "makes": change.makes.select_related("community", "worker", "area"),
        "preview": work.preview(plan) if change.is_pending else None, "map": _features(plan),
        "community": plan.ends[0].parent,
        "may_cancel": change.is_pending and may(request.user, "change.cancel", change),
    })


@require_http_methods(["GET", "POST"])
@allows("change.cancel")
def change_cancel(request, pk):
    change = get_or_404(AreaChange, pk, user=request.user, may="change.cancel")
    if not change.is_pending:
        raise actions.ChangeMoved(_("This change has been carried out or called off meanwhile."), matter=change)
    if request.method == "POST":
        actions.cancel_change(change, by=request.user, at=now())
        messages.success(request, _("Called off. Nothing changes."))
        return redirect(change)
    return render(request, "grids/change_cancel.html", {"change": change})


def _show(request, form: ChangeForm, parts: PartsForm | None = None, plan: Plan | None = None, *, status: int = 200):
    return render(request, "grids/change_new.html", {
        "form": form, "community": form.community, "parts": parts, "plan": plan,
        "seen": form.fingerprint if parts else "", "preview": work.preview(plan) if plan else None,
        "map": _features(plan) if plan else None,
    }, status=status)


def _features(plan: Plan) -> dict:
    """The grids to be made, as the map draws them; of a closed grid its own outline."""
    drawn = [(part.code, part.name, part.outline) for part in plan.makes]
    drawn = drawn or [(area.code, area.name, area.outline) for area in plan.ends]
    return {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"code": code, "name": name}, "geometry": outline}
        for code, name, outline in drawn if outline]}


def _serving(grids) -> dict[int, str]:
    """{grid: username} of those who serve there today."""
    posts = Post.objects.filter(area__in=grids, role=Role.GRID_WORKER, user__is_active=True).on(localdate())
    return dict(posts.order_by("-id").values_list("area", "user__username"))
