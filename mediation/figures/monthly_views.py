"""/mediation/figures/monthly/: the justice bureau's table to look at, to print, and as an Excel file."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from shuangliu import audit, spreadsheets
from shuangliu.indicators.periods import month_before
from shuangliu.indicators.scope import lineage
from shuangliu.indicators.views import area_or_404
from shuangliu.pages.access import allows
from shuangliu.pages.forms import DayField
from shuangliu.spreadsheets import Sheet

from .monthly import COLUMNS, Month

ACT = "figure.view"


class MonthForm(forms.Form):
    """`?month=2026-03`; nothing asked: last month, which is the one to be reported."""

    month = forms.CharField(label=gettext_lazy("Month"), widget=forms.TextInput({"type": "month"}))

    def clean_month(self) -> date:
        try:
            first = date.fromisoformat(f"{self.cleaned_data['month']}-01")
        except ValueError:
            raise ValidationError(_("A month is a year and a number: 2026-03.")) from None
        if not DayField.EARLIEST <= first <= localdate():
            raise ValidationError(_("This month lies in the future or too far back."))
        return first


def asked(request) -> tuple[Month, MonthForm]:
    """The month and area of the address; last month where the question makes no sense (the form says why)."""
    area = area_or_404(request.user, request.GET.get("area"), ACT)
    usual = month_before(localdate())
    form = MonthForm({"month": request.GET.get("month") or f"{usual:%Y-%m}"})
    return Month(area, form.cleaned_data["month"] if form.is_valid() else usual), form


@require_safe
@allows(ACT)
def monthly(request):
    month, form = asked(request)
    return render(request, "mediation/figures/monthly.html", {
        "month": month, "form": form, "area": month.area, "path": lineage(request.user, month.area, ACT),
        "children": month.area.children.current(localdate()).defer("outline").order_by("key"),
        "columns": list(COLUMNS.values()), "at": now(),
    }, status=422 if form.errors else 200)


@require_safe
@allows(ACT)
def monthly_export(request):
    month, form = asked(request)
    if form.errors:
        return monthly(request)
    at = now()
    file = spreadsheets.write([_sheet(part) for part in month.parts], "xlsx")
    audit.record("figure.exported", None, by=request.user, at=at, table="justice", area=month.area.code,
                 start=month.first, end=month.last)
    name = _("Monthly table of people's mediation") + f" {month.area.name} {month.first:%Y-%m}"
    return spreadsheets.download(file, f"{name} {localtime(at):%Y%m%d-%H%M}", "xlsx")


def _sheet(part) -> Sheet:
    lines = [*part.lines, part.total]
    return Sheet(str(part.label), [str(part.label), *(str(label) for label in COLUMNS.values())],
                 [[str(line.label), *line.cells] for line in lines])
