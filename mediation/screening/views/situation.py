"""The picture of the towns."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds
from shuangliu.pages.access import allows
from shuangliu.spreadsheets import Sheet

from ..files import send
from ..situation import Town, situation
from .sections import sections


@require_safe
@allows("situation.view")
def situation_page(request):
    picture = situation(request.user, now(), localdate())
    for town in picture.towns:
        town.share = round(town.open * 100 / picture.most) if picture.most else 0
    return render(request, "mediation/screening/situation.html", {
        "sections": sections(request.user, "situation"),
        "picture": picture, "at": now(), "may_open_cases": holds(request.user, "case.view"),
        "cases": reverse("mediation:case-list"), "points": reverse("mediation:point-list"),
        "may_see_workload": holds(request.user, "workload.view"),
    })


@require_safe
@allows("situation.view")
def situation_export(request):
    picture = situation(request.user, now(), localdate())
    headings = [_("Town (subdistrict)"), _("Open cases"), _("Group disputes"), _("Major group disputes"), _("Overdue"),
                _("New this week"), _("Same days of last week"), _("Points with a warning"), _("Screening points"),
                _("Mediation success rate A"), _("Mediation success rate B"), _("Screening completion rate")]
    rows = [[town.area.name, *_cells(town)] for town in picture.towns]
    rows.append([_("Together"), *_cells(picture.total)])
    return send(request, Sheet(_("Situation of the towns"), headings, rows), "situation.exported", rows=len(rows))


def _cells(town: Town) -> list:
    return [town.open, town.group, town.major, town.overdue, town.new, town.before, town.warning, town.points,
            town.rate_a, town.rate_b, town.rate_screening]
