"""What is asked about a screening, a plan, a reset and a rule."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import scope_q
from grids.models import Area
from grids.models import Level as AreaLevel
from mediation.models import DisputeCategory, MediationOrg
from mediation.models.network import keys_above
from shuangliu.pages.forms import Chips, DayField

from .periods import Every
from .resets import LONGEST
from .results import Found
from .rule import RAISING, Level, Measure, Table

NOTHING, SOMETHING = "none", "found"


class ResultForm(forms.Form):
    """`version` is the result that the writer saw: somebody faster makes it a conflict."""

    outcome = forms.ChoiceField(label=_("Result"), choices=[(NOTHING, _("No dispute found")),
                                                            (SOMETHING, _("Disputes found"))], widget=Chips)
    is_incident = forms.BooleanField(
        label=_("I also saw something that has to be put right (damage, danger, dirt)"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class FindingForm(forms.Form):
    category = forms.ModelChoiceField(
        label=_("What it is about"), required=False, empty_label=_("Please choose"),
        queryset=DisputeCategory.objects.filter(parent=None, is_active=True).order_by("code"))
    text = forms.CharField(label=_("In a few words"), max_length=60, required=False,
                           widget=forms.TextInput({"autocomplete": "off"}))

    def clean(self):
        if self.cleaned_data.get("text") and not self.cleaned_data.get("category") and not self.errors:
            self.add_error("category", _("Please choose what it is about."))

    @property
    def found(self) -> Found | None:
        """None for a row that was left empty."""
        category = self.cleaned_data.get("category")
        return Found(category, self.cleaned_data["text"]) if category else None


class BaseFindings(forms.BaseFormSet):
    ROWS, MOST = 2, 20

    def initial_form_count(self):
        # Rows shown again, or one more, are no stored rows.
        return 0 if self.is_bound else super().initial_form_count()

    @property
    def found(self) -> list[Found]:
        return [form.found for form in self.forms if form.is_valid() and form.found]

    @classmethod
    def showing(cls, rows: list[dict], more: int = 1) -> "BaseFindings":
        """These rows, and empty ones after them."""
        return cls(initial=[*rows, *[{}] * max(more, cls.ROWS - len(rows))][:cls.MOST])

    @classmethod
    def with_row_added(cls, data) -> "BaseFindings":
        """What was typed so far, unjudged, and one empty row more."""
        prefix = cls.get_default_prefix()
        count = data.get(f"{prefix}-TOTAL_FORMS", "")
        rows = min(int(count), cls.MOST) if count.isascii() and count.isdigit() else 0
        return cls.showing([{name: data.get(f"{prefix}-{n}-{name}", "") for name in ("category", "text")}
                            for n in range(rows)])


FindingFormSet = forms.formset_factory(FindingForm, BaseFindings, extra=0, max_num=BaseFindings.MOST,
                                       absolute_max=BaseFindings.MOST, validate_max=True)


class PlanForm(forms.Form):
    every = forms.ChoiceField(label=_("How often"), choices=Every.choices, widget=Chips)
    org = forms.ModelChoiceField(label=_("Screened by"), queryset=MediationOrg.objects.none(), empty_label=None)
    is_active = forms.BooleanField(
        label=_("Screen this point"), required=False,
        help_text=_("Without the tick the plan rests: nothing is planned and nothing is missed."))

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, initial={"every": plan.every, "org": plan.point.org_id, "is_active": plan.is_active},
                         **kwargs)
        near = MediationOrg.objects.active().filter(area__key__in=keys_above(plan.area_key))
        self.fields["org"].queryset = near | MediationOrg.objects.filter(pk=plan.point.org_id)


class ResetForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=200, widget=forms.Textarea({"rows": 3}),
                             help_text=_("What was done, or why the numbers say too much. Shown on the page of the "
                                         "point; without names."))
    until = DayField(label=_("Reset until"), help_text=_("At most 30 days. The warning comes back by itself."))

    def clean_until(self):
        day, today = self.cleaned_data["until"], localdate()
        if not today <= day <= today + LONGEST:
            raise forms.ValidationError(_("Please choose a day within the next 30 days."))
        return day


class RuleForm(forms.Form):
    """A number for each level and each thing that is counted; empty where it plays no part."""

    valid_from = DayField(label=_("Valid from"))
    reason = forms.CharField(label=_("Reason for the change"), max_length=200, widget=forms.Textarea({"rows": 2}))

    def __init__(self, *args, table: Table, **kwargs):
        super().__init__(*args, initial={"valid_from": localdate()}, **kwargs)
        for level in reversed(RAISING):
            for measure in Measure:
                self.fields[f"{level}_{measure}"] = forms.IntegerField(
                    label=f"{level.label}: {measure.label}", required=False, min_value=1, max_value=9999,
                    initial=table.get(level, {}).get(measure),
                    widget=forms.NumberInput({"inputmode": "numeric", "class": "input--short"}))

    def rows(self):
        """For the page: each level with its fields."""
        return [(level, [self[f"{level}_{measure}"] for measure in Measure]) for level in reversed(RAISING)]

    def clean_valid_from(self):
        day = self.cleaned_data["valid_from"]
        if day < localdate():
            raise forms.ValidationError(_("A rule is not changed for days that are over."))
        return day

    def clean(self):
        table = self.table
        for measure in Measure:
            least = 0
            for level in RAISING:
                number = table.get(level, {}).get(measure)
                if number is not None and number <= least:
                    self.add_error(f"{level}_{measure}", _("A higher level needs a higher number than the one below."))
                least = max(least, number or 0)
        if not table:
            raise forms.ValidationError(_("A rule has at least one threshold."))

    @property
    def table(self) -> Table:
        found: Table = {}
        for level in RAISING:
            for measure in Measure:
                if number := self.cleaned_data.get(f"{level}_{measure}"):
                    found.setdefault(level, {})[measure] = number
        return found


class PointFilter(forms.Form):
    """What narrows the list of points; the words of the addresses."""

    town = forms.ChoiceField(label=_("Town (subdistrict)"), required=False)
    level = forms.ChoiceField(label=_("Warning level"), required=False,
                              choices=[("", _("All")), *reversed(Level.choices)])
    missed = forms.BooleanField(label=_("With missed screenings"), required=False)

    def __init__(self, data, *, user):
        super().__init__(data)
        towns = Area.objects.at(AreaLevel.TOWN).filter(scope_q(user, "warning.view", "key")).order_by("key")
        self.fields["town"].choices = [("", _("All")), *towns.values_list("code", "name")]

    @property
    def is_set(self) -> bool:
        return any(self.data.get(name) for name in self.fields)


class ScreeningFilter(forms.Form):
    """What the links of figures narrow the list by: an area, and the last days of the periods."""

    area = forms.CharField(required=False)
    start = DayField(required=False)
    end = DayField(required=False)

    def clean_area(self) -> Area | None:
        code = self.cleaned_data["area"]
        area = Area.objects.by_code(code) if code else None
        if code and area is None:
            raise forms.ValidationError(_("There is no area with this code."))
        return area

    def narrow(self, rows, to: str = ""):
        """`to` leads from the rows to the screening."""
        self.is_valid()
        area, start, end = (self.cleaned_data.get(name) for name in ("area", "start", "end"))
        if area:
            rows = rows.filter(**{f"{to}area_key__gte": area.low, f"{to}area_key__lt": area.high})
        if start:
            rows = rows.filter(**{f"{to}ends_on__gte": start})
        return rows.filter(**{f"{to}ends_on__lte": end}) if end else rows
