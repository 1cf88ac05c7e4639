"""What is typed about reports, liaison officers and plans."""

from datetime import date

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.models import Area, Department
from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.indicators.periods import Period, month_before, month_end, months_before
from shuangliu.pages.forms import Chips, DayField, PhotoInput

from .models import AnalysisReport, ContingencyPlan, LiaisonOfficer

OFFERED = 12


class DraftForm(forms.Form):
    """Which report: of one of the months or quarters that are over."""

    period = forms.ChoiceField(label=_("Period"))

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = {f"{span}:{period.start}": (span, period) for span, period in _over(today)}
        self.fields["period"].choices = [(key, _said(*chosen)) for key, chosen in self.known.items()]

    @property
    def chosen(self) -> tuple[str, Period]:
        return self.known[self.cleaned_data["period"]]


def _over(today: date):
    month = month_before(today)
    for _n in range(OFFERED):
        yield AnalysisReport.Span.MONTH, Period("", "", month, month_end(month))
        if month.month % 3 == 0:
            yield AnalysisReport.Span.QUARTER, Period("", "", months_before(month, 2), month_end(month))
        month = month_before(month)


def _said(span: str, period: Period) -> str:
    if span == AnalysisReport.Span.MONTH:
        return f"{period.start:%Y-%m}"
    return _("%(year)s, quarter %(n)s") % {"year": period.start.year, "n": (period.start.month + 2) // 3}


class ReportForm(forms.ModelForm):
    class Meta:
        model = AnalysisReport
        fields = ["findings", "advice"]
        widgets = {"findings": forms.Textarea({"rows": 14}), "advice": forms.Textarea({"rows": 8})}


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea({"rows": 3}))


def _days(form: forms.ModelForm, *names: str) -> None:
    for name in names:
        form.fields[name] = DayField(label=form.fields[name].label, required=form.fields[name].required)


def _departments(county: Area):
    return Department.objects.filter(area__key__gte=county.low, area__key__lt=county.high, is_active=True).order_by(
        "area__key", "code")


class LiaisonForm(forms.ModelForm):
    class Meta:
        model = LiaisonOfficer
        fields = ["department", "unit", "name", "position", "office_phone", "valid_from", "valid_to"]
        help_texts = {"unit": _("A unit that is no department here: a company, a school."),
                      "office_phone": _("The phone of the office, not a private one.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _days(self, "valid_from", "valid_to")
        self.fields["department"].queryset = _departments(self.instance.area)


class PlanForm(WithFiles, forms.ModelForm):
    """The paper is a PDF, or photographs of its pages; a new one comes beside those that are there."""

    paper = StagedPhotosField(role=Role.PAPER, most=6, label=_("Text of the plan"), required=False,
                              widget=PhotoInput({"accept": "application/pdf,image/*"}, most=6),
                              help_text=_("PDF, or photographs of the pages."))

    class Meta:
        model = ContingencyPlan
        fields = ["title", "kind", "owner", "version", "valid_from", "review_on", "is_active"]
        widgets = {"kind": Chips}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _days(self, "valid_from", "review_on")
        self.fields["kind"].choices = ContingencyPlan.Kind.choices
        self.fields["owner"].queryset = _departments(self.instance.area)


class DrillForm(forms.Form):
    held_on = DayField(label=_("Date"))
    summary = forms.CharField(label=_("What the drill showed"), max_length=500, widget=forms.Textarea({"rows": 4}))

    def clean_held_on(self) -> date:
        day = self.cleaned_data["held_on"]
        if day > localdate():
            raise forms.ValidationError(_("This day lies in the future."))
        return day
