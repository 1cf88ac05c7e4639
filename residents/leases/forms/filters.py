"""What narrows the list of leases. The names are those that the dashboards' links use."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from grids.models import Area
from shuangliu.pages.forms import DayField, day_start

from ..measures import TALLY_BY_NAME
from ..models.leases import Filer
from ..states import State

ANY = ("", _("All"))


class LeaseFilter(forms.Form):
    """`start` and `end` are days, both included, of filing or, with `count`, of what that measure counts by; `area` is
    any area code."""

    state = forms.ChoiceField(label=_("State"), choices=[ANY, *State.choices], required=False)
    filed_by = forms.ChoiceField(label=_("Who files it"), choices=[ANY, *Filer.choices], required=False)
    area = forms.CharField(label=_("Area"), required=False, widget=forms.Select)
    start = DayField(label=_("From"), required=False)
    end = DayField(label=_("Until"), required=False)
    count = forms.ChoiceField(choices=[ANY, *((name, name) for name in TALLY_BY_NAME)], required=False,
                              widget=forms.HiddenInput)

    def __init__(self, data, *, user):
        super().__init__(data)
        self.areas = [post.area for post in posts_for(user, "lease.view")]
        self.fields["area"].widget.choices = self._areas

    def _areas(self) -> list[tuple[str, str]]:
        below = Area.objects.filter(parent__in=self.areas) | Area.objects.filter(pk__in=[one.pk for one in self.areas])
        return [ANY, *below.filter(valid_to=None).order_by("key").values_list("code", "name")]

    def clean_area(self) -> Area | None:
        code = self.cleaned_data["area"]
        area = Area.objects.by_code(code) if code else None
        if code and area is None:
            raise forms.ValidationError(_("There is no area with this code."))
        return area

    @property
    def is_set(self) -> bool:
        return any(self.data.get(name) for name in self.fields)

    def narrow(self, leases):
        """The leases that fit all filters that are understood."""
        self.is_valid()
        chosen, moment = self.cleaned_data, "filed_at"
        for name in ("state", "filed_by"):
            if chosen.get(name):
                leases = leases.filter(**{name: chosen[name]})
        if area := chosen.get("area"):
            leases = leases.filter(**{f"{area.level}_key": area.key})
        if tally := TALLY_BY_NAME.get(chosen.get("count")):
            moment = tally.moment
            leases = leases.filter(tally.rows, **{f"{moment}__isnull": False})
        if start := chosen.get("start"):
            leases = leases.filter(**{f"{moment}__gte": day_start(start)})
        if end := chosen.get("end"):
            leases = leases.filter(**{f"{moment}__lt": day_start(end + timedelta(days=1))})
        return leases
