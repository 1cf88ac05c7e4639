"""/patrol/effect/: what patrols bring about, and the points and check-ins behind each number."""

from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import scope_q
from shuangliu import audit, spreadsheets
from shuangliu.indicators.periods import PeriodForm
from shuangliu.indicators.registry import registry
from shuangliu.indicators.scope import lineage
from shuangliu.indicators.views import area_or_404
from shuangliu.pages import keyset
from shuangliu.pages.access import allows

from ..models import CheckIn, ShiftStop
from ..shifts.measures import TOLD
from .coverage import NAMES, blind, point_rows, rows_below, whole
from .forms import CheckInFilter, StopFilter
from .heat import HOURS, Kind, heat

ACT = "effect.view"


@require_safe
@allows(ACT)
def effect(request):
    """`?area=`, the period of a dashboard, `?heat=` one of Kind."""
    area, form, period = _asked(request)
    kind = request.GET.get("heat", Kind.GAP)
    if kind not in Kind.values:
        raise BadRequest("no such table")
    return render(request, "patrol/effect/effect.html", {
        "area": area, "path": lineage(request.user, area, ACT), "form": form, "period": period, "at": now(),
        "links": {name: registry.measure(measure).drill.url(area, period.start, period.end)
                  for name, measure in NAMES.items()},
        "whole": whole(area, period), "rows": rows_below(area, period), "points": point_rows(area, period),
        "blind": blind(area, period), "heat": heat(kind, area, period), "hours": HOURS, "kind": Kind(kind),
        "kinds": Kind.choices, "formats": spreadsheets.FORMATS,
    }, status=422 if form.errors else 200)


@require_safe
@allows(ACT)
def effect_export(request):
    """The table of hours as `?format=csv|xlsx`: area, hour, incidents, check-ins."""
    kind = request.GET.get("format", "xlsx")
    if kind not in spreadsheets.FORMATS:
        raise BadRequest("no such format")
    area, _form, period = _asked(request)
    at = now()
    rows = [[pair[0].area.name, hour, *(row.cells[hour].number for row in pair)]
            for pair in zip(heat(Kind.INCIDENTS, area, period), heat(Kind.PATROLS, area, period), strict=True)
            for hour in HOURS]
    sheet = spreadsheets.Sheet(_("Incidents and patrols by the hour"),
                               [_("Area"), _("Hour"), _("Incidents reported"), _("Check-ins")], rows)
    audit.record("effect.exported", None, by=request.user, at=at, area=area.code, format=kind, rows=len(rows))
    name = _("Incidents and patrols by the hour") + localtime(at).strftime(" %Y-%m-%d %H%M")
    return spreadsheets.download(spreadsheets.write([sheet], kind), name, kind)


@require_safe
@allows(ACT)
def stop_list(request):
    """Points of shifts that are over, the latest due first: `?area=`, `?start=`, `?end=`, `?count=`, `?point=`."""
    form = StopFilter(request.GET, user=request.user)
    rows = ShiftStop.objects.filter(scope_q(request.user, ACT, "point__area_key"), shift__state__in=TOLD)
    return _list(request, "patrol/effect/stop_list.html", form, rows.select_related("point", "shift"), "due_at")


@require_safe
@allows(ACT)
def check_in_list(request):
    """The latest first: `?area=`, `?start=`, `?end=`, `?doubtful=`."""
    form = CheckInFilter(request.GET, user=request.user)
    rows = CheckIn.objects.of_desk(request.user, ACT)
    return _list(request, "patrol/effect/check_in_list.html", form, rows.select_related("point", "shift", "by"),
                 "made_at")


def _list(request, template: str, form, rows, moment: str):
    page = keyset.page(form.narrow(rows), order=(f"-{moment}", "-id"), after=request.GET.get("after"))
    return render(request, template, {"page": page, "form": form}, status=422 if form.errors else 200)


def _asked(request):
    area = area_or_404(request.user, request.GET.get("area"), ACT)
    form = PeriodForm(request.GET, today=localdate())
    return area, form, form.chosen()
