"""What narrows the lists of matters that a figure counts. The names are those that the dashboards' links use."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from grids.models import Area
from shuangliu.pages.forms import DayField, day_start

ANY = ("", _("All"))


class CountedFilter(forms.Form):
    """`start` and `end` are days, both included, of `moment` or, with `count`, of what that measure counts by; `area`
    is any area code. A subclass names the act by which people see the list, the fields compared as they are, and by
    `place` ("point__") what lies somewhere where the rows themselves do not.
    """

    act, moment, tallies, alike, place = "", "", {}, (), ""

    area = forms.CharField(label=_("Area"), required=False, widget=forms.Select)
    start = DayField(label=_("From"), required=False)
    end = DayField(label=_("Until"), required=False)
    count = forms.ChoiceField(required=False, widget=forms.HiddenInput)

    def __init__(self, data, *, user):
        self.field_order = [*self.alike, "area", "start", "end", "count"]
        super().__init__(data)
        self.areas = [post.area for post in posts_for(user, self.act)]
        self.fields["area"].widget.choices = self._areas
        self.fields["count"].choices = [ANY, *((name, name) for name in self.tallies)]

    def _areas(self) -> list[tuple[str, str]]:
        below = Area.objects.filter(parent__in=self.areas) | Area.objects.filter(pk__in=[one.pk for one in self.areas])
        return [ANY, *below.filter(valid_to=None).order_by("key").values_list("code", "name")]

    def clean_area(self) -> Area | None:
        code = self.cleaned_data["area"]
        area = Area.objects.by_code(code) if code else None
        if code and area is None:
            raise ValidationError(_("There is no area with this code."))
        return area

    @property
    def is_set(self) -> bool:
        return any(self.data.get(name) for name in self.fields)

    def narrow(self, rows):
        """Those that fit all filters that are understood."""
        self.is_valid()
        chosen, moment = self.cleaned_data, self.moment
        rows = rows.filter(**{name: chosen[name] for name in self.alike if chosen.get(name)})
        if area := chosen.get("area"):
            rows = rows.filter(**{f"{self.place}{area.level}_key": area.key})
        if tally := self.tallies.get(chosen.get("count")):
            moment = tally.moment
            rows = rows.filter(tally.rows, **{f"{moment}__isnull": False})
        if start := chosen.get("start"):
            rows = rows.filter(**{f"{moment}__gte": day_start(start)})
        if end := chosen.get("end"):
            rows = rows.filter(**{f"{moment}__lt": day_start(end + timedelta(days=1))})
        return rows
