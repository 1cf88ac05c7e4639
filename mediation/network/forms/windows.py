"""A window, its week, and the days on which it is closed."""

from datetime import timedelta
from itertools import pairwise

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import DayField

from ...models import MediationWindow, WindowClosure
from ..models.hours import Weekday
from .base import RowForm, WholeForm

PARTS = 2  # a morning and an afternoon


class ClockField(forms.TimeField):
    """A time of day, typed or picked."""

    def __init__(self, label):
        super().__init__(label=label, required=False, widget=forms.TimeInput({"type": "time"}, "%H:%M"))


class WindowForm(RowForm):
    class Meta:
        model = MediationWindow
        fields = ["name", "area", "center", "org", "keeps_office_days", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_areas()
        self.offer_orgs()
        self.fields["center"].queryset = self.centers()
        for name, empty in (("center", _("Of no centre")), ("org", _("Of no organisation"))):
            self.fields[name].required = False
            self.fields[name].choices = [("", empty), *list(self.fields[name].choices)[1:]]
        for name in self._clocks():
            self.fields[name] = ClockField(_("From") if name.endswith("opens") else _("Until"))
        if not self.is_bound and self.instance.pk:
            self._fill()

    @staticmethod
    def _clocks() -> list[str]:
        return [f"d{day}_{part}_{end}" for day in Weekday for part in range(PARTS) for end in ("opens", "closes")]

    def _fill(self) -> None:
        week: dict[int, list] = {}
        for row in self.instance.hours.all():
            week.setdefault(row.weekday, []).append(row)
        for day, rows in week.items():
            for part, row in enumerate(rows[:PARTS]):
                self.initial[f"d{day}_{part}_opens"], self.initial[f"d{day}_{part}_closes"] = row.opens, row.closes

    @property
    def week(self) -> list[tuple[str, list]]:
        """For the template: each day with its pairs of fields."""
        return [(label, [(self[f"d{day}_{part}_opens"], self[f"d{day}_{part}_closes"]) for part in range(PARTS)])
                for day, label in Weekday.choices]

    @property
    def plain(self) -> list:
        """The fields beside the week."""
        return [self[name] for name in self.Meta.fields]

    @property
    def week_errors(self) -> list:
        return [error for name in self._clocks() for error in self.errors.get(name, [])]

    def clean(self):
        super().clean()
        hours = []
        for day in Weekday:
            spans = []
            for part in range(PARTS):
                name = f"d{day}_{part}"
                opens, closes = (self.cleaned_data.get(f"{name}_{end}") for end in ("opens", "closes"))
                if (opens is None) != (closes is None) and not self.errors.keys() & {f"{name}_opens", f"{name}_closes"}:
                    self.add_error(f"{name}_opens", _("%(day)s: from and until belong together.") % {"day": day.label})
                elif opens and closes and opens >= closes:
                    self.add_error(f"{name}_closes", _("%(day)s: it closes before it opens.") % {"day": day.label})
                elif opens and closes:
                    spans.append((opens, closes))
            spans.sort()
            if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
                self.add_error(f"d{day}_1_opens", _("%(day)s: the times overlap.") % {"day": day.label})
            hours += [(int(day), opens, closes) for opens, closes in spans]
        self.cleaned_data["hours"] = hours
        return self.cleaned_data


class ClosureForm(WholeForm):
    first = DayField(label=_("First day"))
    last = DayField(label=_("Last day"))

    class Meta:
        model = WindowClosure
        fields = ["first", "last", "reason"]

    def clean_last(self):
        day = self.cleaned_data["last"]
        if day < localdate():
            raise ValidationError(_("This day is over."))
        if day > localdate() + timedelta(days=366):
            raise ValidationError(_("At most a year ahead."))
        return day
