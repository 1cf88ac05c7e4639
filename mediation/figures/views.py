"""/mediation/figures/: the success rates and what explains them."""

from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds
from shuangliu import audit, spreadsheets
from shuangliu.indicators import reading
from shuangliu.indicators.figures import measures_of
from shuangliu.indicators.periods import PeriodForm
from shuangliu.indicators.registry import registry
from shuangliu.indicators.scope import lineage
from shuangliu.indicators.views import area_or_404
from shuangliu.pages.access import allows

from ..models.queryset import mediators_of
from .after import BROKEN, CONFIRMED, FEW, PERFORMED
from .parts import PARTS
from .sheet import COLUMNS, OTHERS, RATE_A, RATE_B, Sheet
from .workbook import sheets

ACT = "figure.view"


def asked(request) -> tuple[Sheet, PeriodForm]:
    """The sheet that the address asks for. Raises Http404 for an area that is not the reader's."""
    area = area_or_404(request.user, request.GET.get("area"), ACT)
    form = PeriodForm(request.GET, today=localdate())
    return Sheet(request.user, area, form.chosen()), form


@require_safe
@allows(ACT)
def figures(request):
    """`?area=`, the period as on the dashboard, `?by=` a part."""
    sheet, form = asked(request)
    parts = sheet.parts()
    part = PARTS.get(request.GET.get("by") or parts[0].name)
    if part not in parts:
        raise BadRequest("no such part")
    return render(request, "mediation/figures/figures.html", {
        "sheet": sheet, "form": form, "area": sheet.area, "period": sheet.period,
        "path": lineage(request.user, sheet.area, ACT),
        "children": sheet.area.children.current(localdate()).defer("outline").order_by("key")
        if PARTS["area"] in parts else [],
        "may_exchange": holds(request.user, "case.exchange"), "parts": parts,
        "table": sheet.table(part), "few": FEW, "at": now(),
        "trend": sheet.trend, "charts": {sheet.trend.section.name: sheet.trend.chart} if sheet.trend.chart else {},
        "query": f"area={sheet.area.code}&period={sheet.period.key}&start={sheet.period.start}&end={sheet.period.end}",
    }, status=422 if form.errors else 200)


@require_safe
@allows(ACT)
def figures_export(request):
    """The same as an Excel file: a sheet for each part, and the definitions they were counted by."""
    sheet, form = asked(request)
    if form.errors:
        return figures(request)
    at = now()
    file = spreadsheets.write(sheets(sheet, at), "xlsx")
    audit.record("figure.exported", None, by=request.user, at=at, area=sheet.area.code, start=sheet.period.start,
                 end=sheet.period.end)
    return spreadsheets.download(file, _("Mediation figures") + localtime(at).strftime(" %Y-%m-%d %H%M"), "xlsx")


@require_safe
@allows("figure.own")
def figures_own(request):
    """A mediator's own figures: seen by nobody but the mediator and their manager, and beside no others."""
    form = PeriodForm(request.GET, today=localdate())
    period = form.chosen()
    own = {str(pk) for pk in mediators_of(request.user)}
    read = reading.of_items(measures_of(COLUMNS), "mediator", own, period.start, period.end)
    lines = []
    for name in (RATE_A, RATE_B):
        rate = registry.indicator_on(name, period.end)
        urls = [f"{reverse('mediation:case-list')}?tab=all&count={part}&start={period.start}&end={period.end}"
                f"&mediator={next(iter(own), '')}" for part in (rate.numerator, rate.denominator)]
        numbers = [read[rate.numerator], read[rate.denominator]]
        lines.append({"rate": rate, "value": reading.percent(*numbers),
                      "numbers": list(zip(numbers, urls, strict=True)), "is_few": 0 < numbers[1] < FEW})
    return render(request, "mediation/figures/own.html", {"form": form, "period": period, "lines": lines, "few": FEW,
                                                          "at": now()}, status=422 if form.errors else 200)


@require_safe
@allows("network.view")
def definitions(request):
    """How it is counted: every version of every definition, and the rules that hold for all."""
    names = (RATE_A, RATE_B, *OTHERS)
    told = [
        {"one": one, "numerator": registry.measure(one.numerator).label,
         "denominator": registry.measure(one.denominator).label}
        for name in names for one in reversed(registry.versions[name])
    ]
    return render(request, "mediation/figures/definitions.html", {
        "definitions": told, "after": [PERFORMED, BROKEN, CONFIRMED], "few": FEW})
