"""Routes: the list, one with its points, and what is done to it."""

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from grids.jurisdiction import get_or_404, holds, may
from residents.register.views.acting import GET_AND_POST, REFUSED, act_page, attempt, typed
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from ..shifts.models import Route
from . import actions
from .forms import PointForm, RouteForm, StopForm
from .spots import spots

ORDER = ("area_key", "id")
ROWS = Route.objects.select_related("area").defer("area__outline")


@require_safe
@allows("route.view")
def route_list(request):
    """`?closed=1` those that were given up; `?after=`."""
    is_closed = bool(request.GET.get("closed"))
    rows = ROWS.visible_to(request.user).exclude(closed_on=None) if is_closed else ROWS.visible_to(
        request.user).in_use()
    page = keyset.page(rows.annotate(n=Count("stops")), order=ORDER, after=request.GET.get("after"))
    return render(request, "patrol/routes/route_list.html", {
        "page": page, "is_closed": is_closed, "may_edit": holds(request.user, "route.edit")})


@GET_AND_POST
@allows("route.edit")
def route_new(request):
    form = RouteForm(typed(request), user=request.user)
    return act_page(request, form, lambda: actions.make(by=request.user, at=now(), **form.cleaned_data),
                    title=_("Make a route"), said=_("Now give it its points."), back=None,
                    template="patrol/routes/route_form.html")


@require_safe
@allows("route.view")
def route_detail(request, pk):
    return _page(request, _fetch(request, pk, "route.view"))


@GET_AND_POST
@allows("route.edit")
def route_edit(request, pk):
    route = _fetch(request, pk, "route.edit")
    form = RouteForm(typed(request), user=request.user, initial={
        "name": route.name, "area": route.area_id, "is_shuffled": route.is_shuffled})
    return act_page(request, form, lambda: actions.correct(route, by=request.user, at=now(), **form.cleaned_data),
                    title=_("Change the route"), said=_("Stored."), back=route,
                    template="patrol/routes/route_form.html")


@require_POST
@allows("route.edit")
def route_add(request, pk):
    """A point more, at the end."""
    route = _fetch(request, pk, "route.edit")
    form = PointForm(request.POST, route=route, user=request.user)
    if form.is_valid() and attempt(form, lambda: actions.add(
            route, by=request.user, at=now(), point=form.cleaned_data["point"])) is not REFUSED:
        return redirect(route)
    return _page(request, route, form, status=422)


@require_POST
@allows("route.edit")
def route_stop(request, pk):
    """A point goes up, down or away."""
    route = _fetch(request, pk, "route.edit")
    form = StopForm(request.POST)
    if not form.is_valid():
        return _page(request, route, status=422)
    given = form.cleaned_data
    if given["do"] == "remove":
        actions.remove(route, by=request.user, at=now(), point=given["point"])
    else:
        actions.shift(route, by=request.user, at=now(), point=given["point"],
                      by_places=-1 if given["do"] == "up" else 1)
    return redirect(route)


@require_POST
@allows("route.edit")
def route_close(request, pk):
    route = _fetch(request, pk, "route.edit")
    actions.give_up(route, by=request.user, at=now())
    messages.success(request, _("Given up. What is planned along it stays."))
    return redirect(route)


def _page(request, route: Route, form: PointForm | None = None, status: int = 200):
    may_edit = may(request.user, "route.edit", route) and route.closed_on is None
    stops = list(route.stops.select_related("point"))
    return render(request, "patrol/routes/route_detail.html", {
        "route": route, "stops": stops, "spots": spots(stops), "may_edit": may_edit,
        "may_plan": may_edit and holds(request.user, "shift.plan"),
        "form": (form or PointForm(route=route, user=request.user)) if may_edit else None,
        "sees_outlines": holds(request.user, "area.view"), "town": str(route.area.code)[:9],
    }, status=status)


def _fetch(request, pk, act: str) -> Route:
    return get_or_404(Route, pk, user=request.user, may=act, queryset=ROWS.all())
