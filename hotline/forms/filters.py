"""What narrows the list of tickets. The names are those that the dashboards' links use."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.forms.matters import ANY, MatterFilter
from shuangliu import search
from shuangliu.pages.forms import DayField

from .. import finding
from ..measures import TALLY_BY_NAME
from ..models import Channel, Kind
from ..states import State


class TicketFilter(MatterFilter):
    """`area` is any area code; `start` and `end` are days, both included, of the receipt or, with `count`, of what
    that measure counts by. `caller` comes from the search box alone."""

    q = forms.CharField(label=_("Search"), required=False, max_length=search.MOST, widget=forms.TextInput(
        {"type": "search", "placeholder": _("Words, number, phone of the caller"), "enterkeyhint": "search",
         "data-shortcut": "/"}))
    caller = forms.IntegerField(required=False, min_value=0, max_value=2**63 - 1, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("What the caller wants"), choices=[ANY, *Kind.choices], required=False)
    state = forms.ChoiceField(label=_("State"), choices=[ANY, *State.choices], required=False)
    category = forms.CharField(label=_("Category"), required=False, widget=forms.Select)
    area = forms.CharField(label=_("Area"), required=False, widget=forms.Select)
    channel = forms.ChoiceField(label=_("Came by"), choices=[ANY, *Channel.choices], required=False)
    start = DayField(label=_("From"), required=False)
    end = DayField(label=_("Until"), required=False)
    is_urgent = forms.BooleanField(label=_("Urgent only"), required=False)
    is_overdue = forms.BooleanField(label=_("Overdue only"), required=False)
    count = forms.ChoiceField(choices=[ANY, *((name, name) for name in TALLY_BY_NAME)], required=False,
                              widget=forms.HiddenInput)

    act, moment, tallies = "ticket.view", "received_at", TALLY_BY_NAME
    from_the_box = ("q", "caller")
    number_in = staticmethod(finding.number_in)

    def narrow(self, tickets, at: datetime, *, by_index: bool = True):
        """The tickets that fit all filters that are understood, at `at`. Without `by_index`, for few rows, words are
        compared and not looked up."""
        self.is_valid()
        chosen = self.cleaned_data
        if number := finding.number_in(chosen.get("q", "")):
            tickets = tickets.numbered(number)
        tickets = self.with_words(tickets, by_index=by_index)
        if chosen.get("caller") is not None:
            tickets = tickets.filter(caller=chosen["caller"])
        for name in ("kind", "state", "channel"):
            if chosen.get(name):
                tickets = tickets.filter(**{name: chosen[name]})
        if area := chosen.get("area"):
            tickets = tickets.filter(**{f"{area.level}_key": area.key})
        if chosen.get("is_urgent"):
            tickets = tickets.filter(is_urgent=True)
        if chosen.get("is_overdue"):
            tickets = tickets.overdue()
        return self.of_period(self.of_category(tickets))
