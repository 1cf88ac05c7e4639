"""/patrol/teams/: teams, their members, their leader."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from grids.jurisdiction import get_or_404, holds, may
from shuangliu.pages import keyset, unsent
from shuangliu.pages.access import allows

from .. import actions
from ..forms import JoinForm, TeamEditForm, TeamForm
from ..models import Team
from .acts import say

GET_AND_POST = require_http_methods(["GET", "POST"])


@require_safe
@allows("team.view")
def team_list(request):
    rows = Team.objects.of_desk(request.user).standing().for_list()
    page = keyset.page(rows, order=("id",), after=request.GET.get("after"))
    return render(request, "patrol/volunteers/team_list.html", {
        "page": page, "may_form": holds(request.user, "team.form")})


@GET_AND_POST
@allows("team.form")
def team_form(request):
    form = TeamForm(unsent.typed(request), user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            team = actions.form_team(by=request.user, at=now(), **form.cleaned_data)
        except ValidationError as refused:
            say(form, refused)
        else:
            messages.success(request, _("Formed. Let its members join."))
            return redirect(team)
    return render(request, "patrol/volunteers/team_form.html", {"form": form, "team": None},
                  status=422 if request.method == "POST" else 200)


@require_safe
@allows("team.view")
def team_detail(request, pk):
    return _page(request, _fetch(request, pk, "team.view"), JoinForm(user=request.user), 200)


def _page(request, team: Team, form, code: int):
    user = request.user
    members = keyset.page(team.members.filter(left_on=None).select_related("volunteer"), order=("id",),
                          after=request.GET.get("after"))
    return render(request, "patrol/volunteers/team_detail.html", {
        "team": team, "page": members, "form": form, "may_join": not team.closed_on and may(user, "team.join", team),
        "may_edit": not team.closed_on and may(user, "team.edit", team)}, status=code)


@GET_AND_POST
@allows("team.edit")
def team_edit(request, pk):
    team = _fetch(request, pk, "team.edit")
    form = TeamEditForm(unsent.typed(request), team=team)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_team(team, by=request.user, at=now(), **form.cleaned_data)
        except ValidationError as refused:
            say(form, refused)
        else:
            messages.success(request, _("Put right."))
            return redirect(team)
    return render(request, "patrol/volunteers/team_form.html", {"form": form, "team": team},
                  status=422 if request.method == "POST" else 200)


@require_POST
@allows("team.join")
def team_join(request, pk):
    team = _fetch(request, pk, "team.join")
    form = JoinForm(request.POST, user=request.user)
    if not form.is_valid():
        return _page(request, team, form, 422)
    actions.join_team(team, form.cleaned_data["number"], by=request.user, at=now())
    messages.success(request, _("Joined."))
    return redirect(team)


@require_POST
@allows("team.leave")
def team_leave(request, pk, member):
    team = _fetch(request, pk, "team.leave")
    row = team.members.select_related("team").filter(pk=member).first()
    if row is None:
        raise Http404
    actions.leave_team(row, by=request.user, at=now())
    messages.success(request, _("Left the team."))
    return redirect(team)


@require_POST
@allows("team.close")
def team_close(request, pk):
    team = _fetch(request, pk, "team.close")
    actions.close_team(team, by=request.user, at=now())
    messages.success(request, _("Given up; its members stay volunteers."))
    return redirect("patrol:team-list")


def _fetch(request, pk, act: str) -> Team:
    return get_or_404(Team, pk, user=request.user, may=act,
                      queryset=Team.objects.select_related("area", "leader").defer("area__outline"))
