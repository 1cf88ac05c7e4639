"""What is written down about a new dispute."""

import re
import uuid

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import scope_q
from grids.keys import LENGTH
from grids.models import Area, Level
from shuangliu.pages.forms import Chips

from ..models import DisputeCategory
from ..models.cases import GAVE, Source
from .dispute import DisputeForm
from .groups import grouped

# An incident opens its case itself.
SOURCES = [(value, label) for value, label in Source.choices if value != Source.INCIDENT]


class CaseForm(DisputeForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    source = forms.ChoiceField(label=_("Source"), choices=SOURCES, initial=Source.APPLICATION, widget=Chips)
    external_ref = forms.CharField(
        label=_("Number elsewhere"), max_length=60, required=False,
        help_text=_("The number given by the court, the petition office, the police or the hotline."))
    brought_by = forms.CharField(label=_("Brought by"), max_length=80, required=False,
                                 help_text=_("Who of the other office handed it over, and how to reach them."))
    area = forms.ModelChoiceField(
        label=_("Community (village)"), queryset=Area.objects.none(), empty_label=_("Please choose"),
        widget=forms.Select({"data-behaviour": "find"}),
        error_messages={"invalid_choice": _("This community does not belong to your area.")})

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        areas = (Area.objects.at(Level.COMMUNITY).current(localdate()).filter(scope_q(user, "case.register", "key"))
                 .select_related("parent").order_by("key"))
        self.fields["area"].queryset = areas
        self.fields["area"].choices = [("", _("Please choose")), *grouped(areas, lambda row: row.parent)]

    def clean(self):
        given = self.cleaned_data
        if given.get("source") in GAVE and not given.get("external_ref") and "external_ref" not in self.errors:
            self.add_error("external_ref", _(
                "A dispute sent by the police, the petition office or a court has a number there."))

    @classmethod
    def prefilled(cls, asked) -> dict:
        """The initial values that an address asks for: codes for category and area (a grid's stands for its community),
        the rest as typed. Parties are never in an address."""
        initial = {name: asked[name] for name in cls.PREFILLED if name in asked}
        if category := DisputeCategory.objects.filter(code=asked.get("category", "")).first():
            initial["category"] = category.pk
        if area := Area.objects.by_code(asked.get("area", "")[:LENGTH[Level.COMMUNITY]]):
            initial["area"] = area.pk
        return initial

    PREFILLED = ("source", "external_ref", "brought_by", "scale", "title", "happened_on", "place", "people", "summary")


class SameForm(forms.Form):
    """As much of a case being written down as there is, to look for the same dispute; nothing is an error."""

    uuid = forms.UUIDField(required=False)
    external_ref = forms.CharField(max_length=60, required=False)
    title = forms.CharField(max_length=100, required=False)
    category = forms.ModelChoiceField(DisputeCategory.objects.all(), required=False)
    area = forms.ModelChoiceField(Area.objects.all(), required=False)

    NUMBER = re.compile(r"form-\d{1,2}-(id_number|phone)")

    def asked(self) -> dict:
        """The keywords of same.same()."""
        self.is_valid()
        given = {name: value for name, value in self.cleaned_data.items() if value}
        found = {"id_number": [], "phone": []}
        for name, value in self.data.items():
            if (match := self.NUMBER.fullmatch(name)) and value:
                found[match[1]].append(value[:30])
        return {**given, "numbers": found["id_number"], "phones": found["phone"]}
