"""The periods a dashboard offers, in days of the county."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import NamedPeriod

THIS_MONTH, CUSTOM = "this-month", "custom"
WEEKS = ("this-week", "last-week")


@dataclass(frozen=True)
class Period:
    """Days from `start` to `end`, both included; `key` is its name in an address. `step` is how many months lie
    between it and the one before it: a quarter that still runs is compared with the same part of the quarter before."""

    key: str
    label: str
    start: date
    end: date
    is_named: bool = False
    step: int = 0

    @property
    def previous(self) -> "Period":
        """The one before: the same part of the month, quarter or year before; else as many days."""
        if self.step:
            return self._back(self.step)
        if self.start.day == 1 and self.end == month_end(self.end):
            return self._back((self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1)
        # A week that still runs is compared with the same days of the week before.
        days = 7 if self.key in WEEKS else (self.end - self.start).days + 1
        return Period("", "", self.start - timedelta(days=days), self.end - timedelta(days=days))

    @property
    def year_before(self) -> "Period":
        """The same days a year before."""
        return self._back(12)

    def _back(self, months: int) -> "Period":
        end = months_before(self.end, months)
        return Period("", "", months_before(self.start, months),
                      month_end(end) if self.end == month_end(self.end) else end)

    @property
    def months(self) -> list["Period"]:
        """Its months, the first and last cut to the period; at least twelve, so that a line can be drawn:
        a shorter period is shown at the end of its last twelve months."""
        first, last = self.start.replace(day=1), self.end.replace(day=1)
        starts = [last]
        while starts[0] > first or len(starts) < 12:
            starts.insert(0, month_before(starts[0]))
        cut = self.start if starts[0] == first else starts[0]
        return [
            Period(f"{start:%Y-%m}", f"{start:%Y-%m}", max(start, cut), min(month_end(start), self.end))
            for start in starts
        ]


def month_before(day: date) -> date:
    """The first day of the month before."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def months_before(day: date, months: int) -> date:
    """The same day so many months before, or the last day of that month."""
    number = day.year * 12 + day.month - 1 - months
    first = date(number // 12, number % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), month_end(first))


def month_end(day: date) -> date:
    """The last day of the month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def offered(today: date) -> list[Period]:
    """The usual ones (those still running end today), then the named ones of the county."""
    month, year = today.replace(day=1), today.replace(month=1, day=1)
    quarter = month.replace(month=(today.month - 1) // 3 * 3 + 1)
    week = today - timedelta(days=today.weekday())
    day = timedelta(days=1)
    return [
        Period("this-week", _("This week"), week, today),
        Period("last-week", _("Last week"), week - 7 * day, week - day),
        Period(THIS_MONTH, _("This month"), month, today, step=1),
        Period("last-month", _("Last month"), month_before(month), month - day, step=1),
        Period("this-quarter", _("This quarter"), quarter, today, step=3),
        Period("last-quarter", _("Last quarter"), months_before(quarter, 3), quarter - day, step=3),
        Period("this-year", _("This year"), year, today, step=12),
        Period("last-year", _("Last year"), months_before(year, 12), year - day, step=12),
        *(Period(f"named-{row.pk}", row.name, row.start, row.end, is_named=True)
          for row in NamedPeriod.objects.all()),
    ]


class PeriodForm(forms.Form):
    """`?period=<key>`, or `?start=…&end=…` for days of one's own choice. Nothing asked: this month."""

    period = forms.ChoiceField(label=gettext_lazy("Period"))
    start = forms.DateField(label=gettext_lazy("From"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    end = forms.DateField(label=gettext_lazy("To"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))

    def __init__(self, query: Mapping[str, str], *, today: date):
        self.offered = {period.key: period for period in offered(today)}
        given = {name: query.get(name, "") for name in ("period", "start", "end")}
        key = given["period"] or (CUSTOM if given["start"] or given["end"] else THIS_MONTH)
        if known := self.offered.get(key):
            given |= {"start": known.start, "end": known.end}
        super().__init__(given | {"period": key})
        choices = [(period.key, period.label) for period in self.offered.values()]
        self.fields["period"].choices = [*choices, (CUSTOM, _("Days of my choice"))]

    def clean_end(self):
        end = self.cleaned_data["end"]
        if "start" in self.cleaned_data and end < self.cleaned_data["start"]:
            raise ValidationError(_("The last day is not before the first."))
        return end

    def chosen(self) -> Period:
        """The period asked for; this month where the question makes no sense (the form says why)."""
        if not self.is_valid():
            return self.offered[THIS_MONTH]
        given = self.cleaned_data
        own = Period(CUSTOM, _("Days of my choice"), given["start"], given["end"])
        return self.offered.get(given["period"], own)
