"""Register, correct, give up a point, and make its sign worthless."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from grids.jurisdiction import get_or_404, posts_for
from shuangliu.pages import unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import PointForm
from ..models import PatrolPoint

ROWS = PatrolPoint.objects.for_list()


@require_http_methods(["GET", "POST"])
@allows("point.register")
def point_register(request):
    form = PointForm(unsent.typed(request), by=request.user, act="point.register")
    if request.method == "POST" and form.is_valid():
        point = actions.register(by=request.user, at=now(), **form.given())
        messages.success(request, _("Registered: %(point)s.") % {"point": point})
        return redirect(point)
    return _page(request, form, _("Register a point"), "point.register")


@require_http_methods(["GET", "POST"])
@allows("point.correct")
def point_correct(request, pk):
    point = get_or_404(PatrolPoint, pk, user=request.user, may="point.correct", queryset=ROWS)
    if point.closed_on:
        raise actions.PointClosed(point)
    form = PointForm(unsent.typed(request), instance=point, by=request.user, act="point.correct")
    if request.method == "POST" and form.is_valid():
        actions.correct(point, by=request.user, at=now(), **form.given())
        messages.success(request, _("Corrected: %(point)s.") % {"point": point})
        return redirect(point)
    return _page(request, form, _("Correct the point"), "point.correct", point)


@require_POST
@allows("point.close")
def point_close(request, pk):
    point = get_or_404(PatrolPoint, pk, user=request.user, may="point.close", queryset=ROWS)
    actions.close(point, by=request.user, at=now())
    messages.success(request, _("Given up: %(point)s.") % {"point": point})
    return redirect(point)


@require_POST
@allows("point.sign")
def point_sign(request, pk):
    point = get_or_404(PatrolPoint, pk, user=request.user, may="point.sign", queryset=ROWS)
    point = actions.new_sign(point, by=request.user, at=now())
    messages.success(request, _("The old sign is worthless. Print the new one and hang it up."))
    return redirect(point)


def _page(request, form, title: str, act: str, point=None):
    return render(request, "patrol/points/point_form.html", {
        "form": form, "title": title, "point": point, "area": posts_for(request.user, act)[0].area,
    }, status=422 if request.method == "POST" else 200)
