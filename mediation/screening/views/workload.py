"""The workload of the mediators."""

from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds, scope_q
from grids.models import Area
from grids.models import Level as AreaLevel
from shuangliu.pages.access import allows
from shuangliu.spreadsheets import Sheet

from ..files import send
from ..workload import NUMBERS, workload
from .sections import sections


@require_safe
@allows("workload.view")
def workload_page(request):
    """`?town=` narrows to the organisations in a town; `?all=on` shows those without work as well."""
    town, found = asked(request)
    return render(request, "mediation/screening/workload.html", {
        "sections": sections(request.user, "workload"),
        "found": found, "town": town, "month": localdate().replace(day=1),
        "towns": towns_of(request.user), "is_all": "all" in request.GET,
        "may_open_cases": holds(request.user, "case.view"),
        "is_named": any(org.members for org in found.orgs)})


def asked(request) -> tuple:
    town = None
    if code := request.GET.get("town"):
        town = towns_of(request.user).filter(code=code).first()
        if town is None:
            raise Http404
    return town, workload(request.user, now(), localdate(), town)


def towns_of(user):
    return (Area.objects.at(AreaLevel.TOWN).filter(scope_q(user, "workload.view", "key")).defer("outline")
            .order_by("key"))


@require_safe
@allows("workload.view")
def workload_export(request):
    _town, found = asked(request)
    headings = [_("Mediation organisation"), _("Area"), _("Mediator"), _("Open cases"), _("Accepted this month"),
                _("Concluded this month"), _("Overdue")]
    rows = []
    for one in found.orgs:
        named = [(mediator.name, load) for mediator, load in one.members] or [("", one.load)]
        rows += [[one.org.name, one.org.area.name, name, *(getattr(load, number) for number in NUMBERS)]
                 for name, load in named]
    return send(request, Sheet(_("Workload of the mediators"), headings, rows), "workload.exported", rows=len(rows))
