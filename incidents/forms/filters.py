"""What narrows the list of incidents. The names are those that the dashboards' links use."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu import search
from shuangliu.pages.forms import DayField, midnight_after

from .. import finding
from ..measures import TALLY_BY_NAME
from ..models import Incident
from ..states import State
from .matters import ANY, MatterFilter


class IncidentFilter(MatterFilter):
    """`area` is any area code; `start` and `end` are days, both included, of the report or, with `count`, of
    what that measure counts by: every figure opens the incidents behind it."""

    q = forms.CharField(label=_("Search"), required=False, max_length=search.MOST, widget=forms.TextInput(
        {"type": "search", "placeholder": _("Words, number, phone of the reporter"), "enterkeyhint": "search",
         "data-shortcut": "/"}))
    reporter = forms.IntegerField(required=False, min_value=0, max_value=2**63 - 1, widget=forms.HiddenInput)
    number = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)  # as old links have it
    area = forms.CharField(label=_("Area"), required=False, widget=forms.Select)
    state = forms.ChoiceField(label=_("State"), choices=[ANY, *State.choices], required=False)
    category = forms.CharField(label=_("Category"), required=False, widget=forms.Select)
    channel = forms.ChoiceField(label=_("Came by"), choices=[ANY, *Incident.Channel.choices], required=False)
    start = DayField(label=_("From"), required=False)
    end = DayField(label=_("Until"), required=False)
    is_urgent = forms.BooleanField(label=_("Urgent only"), required=False)
    due = forms.ChoiceField(label=_("Due"), choices=[ANY, ("today", _("Due today")), ("later", _("Due later"))],
                            required=False)
    is_overdue = forms.BooleanField(label=_("Overdue only"), required=False)
    is_returned = forms.BooleanField(label=_("Came back only"), required=False)
    is_dormant = forms.BooleanField(label=_("Dormant only"), required=False)
    count = forms.ChoiceField(choices=[ANY, *((name, name) for name in TALLY_BY_NAME)], required=False,
                              widget=forms.HiddenInput)

    act, moment, tallies = "incident.view", "reported_at", TALLY_BY_NAME
    from_the_box = ("q", "reporter", "number")
    number_in = staticmethod(finding.number_in)

    def narrow(self, incidents, at: datetime, *, by_index: bool = True):
        """The incidents that fit all filters that are understood, at `at`. Without `by_index`, for few rows, words
        are compared and not looked up."""
        self.is_valid()
        chosen = self.cleaned_data
        if number := finding.number_in(chosen.get("q", "")) or chosen.get("number"):
            incidents = incidents.numbered(number)
        incidents = self.with_words(incidents, by_index=by_index)
        if chosen.get("reporter") is not None:
            incidents = incidents.filter(reporter=chosen["reporter"])
        if chosen.get("area"):
            tally = TALLY_BY_NAME.get(chosen.get("count"))
            area = chosen["area"]
            incidents = incidents.counted_in(area, tally.moment) if tally else incidents.in_area(area)
        if chosen.get("state"):
            incidents = incidents.filter(state=chosen["state"])
        if chosen.get("channel"):
            incidents = incidents.filter(channel=chosen["channel"])
        if chosen.get("is_urgent"):
            incidents = incidents.filter(is_urgent=True)
        if chosen.get("is_overdue"):
            incidents = incidents.overdue(at)
        if chosen.get("is_returned"):
            incidents = incidents.came_back()
        if chosen.get("is_dormant"):
            incidents = incidents.dormant(at)
        if due := chosen.get("due"):
            midnight = midnight_after(at)
            until = {"due_at__gt": at, "due_at__lt": midnight} if due == "today" else {"due_at__gte": midnight}
            incidents = incidents.filter(due_at__isnull=False, **until)
        return self.of_period(self.of_category(incidents))
