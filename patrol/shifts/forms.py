"""What is asked about shifts."""

import uuid
from datetime import datetime, timedelta

from django import forms
from django.utils.timezone import get_default_timezone, localdate, localtime
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from residents.filters import CountedFilter
from shuangliu.pages.forms import DayField

from .measures import SHIFTS
from .models import Route, Shift
from .people import PeopleField

CLOCK = {"type": "time", "step": 300}


class ClockField(forms.TimeField):
    """A time of the day, to the minute."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.TimeInput(CLOCK, format="%H:%M"), **kwargs)


class TimesForm(forms.Form):
    """A day and two clocks; an end before the start is on the next day. Cleans to `starts_at` and `ends_at`."""

    day = DayField(label=_("Day"), initial=localdate)
    starts = ClockField(label=_("starts at"))
    ends = ClockField(label=_("ends at"), help_text=_("Earlier than the start: on the next day."))

    def clean(self):
        given = super().clean()
        day, starts, ends = (given.pop(name, None) for name in ("day", "starts", "ends"))
        if day and starts and ends:
            zone = get_default_timezone()
            given["starts_at"] = datetime.combine(day, starts, zone)
            given["ends_at"] = datetime.combine(day + timedelta(days=ends <= starts), ends, zone)
        return given

    @staticmethod
    def of(shift: Shift) -> dict:
        """What the form of a shift begins with."""
        return {"day": localdate(shift.starts_at), "starts": localtime(shift.starts_at).time(),
                "ends": localtime(shift.ends_at).time()}


def rest_field() -> forms.CharField:
    return forms.CharField(label=_("why less rest is right"), max_length=200, required=False, help_text=_(
        "Only where somebody has less rest than is due: you are told who."))


def people_field() -> PeopleField:
    return PeopleField(label=_("Who walks"), help_text=_("Several with Ctrl, or one after the other on a phone."),
                       error_messages={"required": _("Somebody has to walk it.")})


class PlanForm(TimesForm):
    """A shift along a route; `ends_at` and `rest_reason` are what the action may refuse."""

    route = forms.ModelChoiceField(Route.objects.none(), label=_("patrol route"), empty_label=None)
    people = people_field()
    with_police = forms.BooleanField(label=_("with police"), required=False)
    note = forms.CharField(label=_("Note"), max_length=200, required=False, help_text=_(
        "For those who walk: what to take along, what to look at."))
    rest_reason = rest_field()
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    field_order = ["route", "day", "starts", "ends", "people", "with_police", "note", "rest_reason", "uuid"]
    use_required_attribute = False

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["route"].queryset = Route.objects.visible_to(user).in_use().order_by("area_key", "name")
        self.fields["people"].serve(posts_for(user, "shift.plan")[0].area)


class CorrectForm(TimesForm):
    with_police = forms.BooleanField(label=_("with police"), required=False)
    note = forms.CharField(label=_("Note"), max_length=200, required=False)
    rest_reason = rest_field()

    field_order = ["day", "starts", "ends", "with_police", "note", "rest_reason"]
    use_required_attribute = False


class StaffForm(forms.Form):
    people = people_field()
    rest_reason = rest_field()

    use_required_attribute = False

    def __init__(self, *args, shift, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"].serve(shift.area, shift.starts_at)


class CancelForm(forms.Form):
    reason = forms.CharField(label=_("Why?"), max_length=200, help_text=_("Those who walk it read it."))

    use_required_attribute = False


class ShiftFilter(CountedFilter):
    act, moment, tallies, alike = "shift.view", "starts_at", {tally.name: tally for tally in SHIFTS}, ("route",)

    route = forms.ModelChoiceField(Route.objects.none(), label=_("patrol route"), required=False, empty_label=_("All"))

    def __init__(self, data, *, user):
        super().__init__(data, user=user)
        self.fields["route"].queryset = Route.objects.visible_to(user).in_use().order_by("area_key", "name")
