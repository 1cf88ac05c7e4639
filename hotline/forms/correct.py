"""Putting right what was taken down."""

from django import forms
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import area_q, posts_for
from grids.models import Area, Level
from incidents.forms.report import CategoryField, picker_choices
from shuangliu.pages.forms import Chips, TwoTapPicker

from ..models import Kind
from .acts import LONGEST, ActForm, text
from .placed import Placed

TAKEN_DOWN = ("kind", "content", "place", "longitude", "latitude", "is_urgent")


class CorrectForm(Placed, ActForm):
    """A point that is put somewhere else says the area too. Another area than that of a point that was left alone takes
    the point away: one of the two is wrong, and the word is newer."""

    kind = forms.ChoiceField(label=_("What the caller wants"), choices=Kind, widget=Chips,
                             help_text=_("The time limit of the reply follows from it, from the call on."))
    content = text(_("What is said"), rows=4, most=LONGEST)
    category = CategoryField(label=_("Category"), widget=TwoTapPicker, required=False)
    area = forms.ModelChoiceField(Area.objects.none(), label=_("Area"), to_field_name="code",
                                  widget=forms.Select({"data-behaviour": "find"}))
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    is_urgent = forms.BooleanField(label=_("Urgent: somebody is in danger, or many are affected"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ticket, fields = self.ticket, self.fields
        held = [post.area for post in posts_for(self.by, "ticket.correct")]
        self.county = held[0]
        areas = Area.objects.filter(area_q(held, "key"))
        fields["area"].queryset = areas
        shown = areas.exclude(level=Level.GRID).filter(valid_to=None).order_by("key")
        named = list(shown.values_list("code", "name"))
        if ticket.area.code not in dict(named):
            named.append((ticket.area.code, ticket.area.name))
        fields["area"].choices = named
        fields["category"].choices = picker_choices()
        for name in TAKEN_DOWN:
            fields[name].initial = ticket.said if name == "content" else getattr(ticket, name)
        fields["area"].initial = ticket.area.code
        fields["category"].initial = ticket.category and ticket.category.code

    def given(self) -> dict:
        given, ticket = dict(self.cleaned_data), self.ticket
        is_moved = (given["longitude"], given["latitude"]) != (ticket.longitude, ticket.latitude)
        if given["area"] == ticket.area:
            del given["area"]
        elif not is_moved:
            given |= {"longitude": None, "latitude": None}
        return given
