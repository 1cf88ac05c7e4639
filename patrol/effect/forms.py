"""What narrows the lists behind the figures, and what is asked of a precaution."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q, posts_for
from grids.models import Area, Level
from residents.filters import CountedFilter
from shuangliu.pages.forms import DayField

from ..shifts.measures import STOPS


class StopFilter(CountedFilter):
    act, moment, place, tallies = "effect.view", "due_at", "point__", {tally.name: tally for tally in STOPS}

    point = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def narrow(self, rows):
        rows = super().narrow(rows)
        return rows.filter(point=point) if (point := self.cleaned_data.get("point")) else rows


class CheckInFilter(CountedFilter):
    act, moment = "effect.view", "made_at"

    doubtful = forms.BooleanField(label=_("Doubtful ones"), required=False)

    def narrow(self, rows):
        rows = super().narrow(rows)
        return rows.doubtful() if self.cleaned_data.get("doubtful") else rows


class PrecautionForm(forms.Form):
    title = forms.CharField(label=_("title"), max_length=60, help_text=_("For instance: lamps at the north gate, night "
                                                                         "watch of the villages."))
    area = forms.ModelChoiceField(Area.objects.none(), label=_("area"), empty_label=None)
    begun_on = DayField(label=_("since"))
    text = forms.CharField(label=_("what is done"), max_length=400, widget=forms.Textarea({"rows": 3}),
                           help_text=_("No names, nothing about a person."))

    use_required_attribute = False

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        areas = [post.area for post in posts_for(user, "precaution.record")]
        self.fields["area"].queryset = Area.objects.filter(
            area_q(areas, "key"), level__in=[Level.COUNTY, Level.TOWN, Level.COMMUNITY]).current(localdate()).defer(
                "outline").order_by("key")

    def clean_begun_on(self):
        day = self.cleaned_data["begun_on"]
        if day and day > localdate():
            raise ValidationError(_("Today at the latest: what has not begun has no effect."))
        return day
