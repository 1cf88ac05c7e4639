"""The terms of a lease and its two sides, as the counter and the public write them."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips, DayField
from shuangliu.privacy import documents, id_number

from ..actions import Given
from ..models import LeaseRule
from ..rules import Space, Use, fault_of_number, fault_of_space
from . import fields

MOST_TENANTS = 8
BLANK_TENANTS = 2  # offered beyond those that are filled in


class TermsForm(forms.Form):
    """What is let, to how many, for how long. Says at its field what the rules do not allow."""

    space = forms.ChoiceField(label=_("What is let"), choices=Space, initial=Space.WHOLE, widget=Chips,
                              help_text=_("Kitchen, bathroom, balcony, corridor, store room, basement and garage must "
                                          "not be let to live in."))
    part = forms.CharField(label=_("Which room"), max_length=40, required=False)
    use = forms.ChoiceField(label=_("Let for"), choices=Use, initial=Use.HOME, widget=Chips)
    floor_area = forms.DecimalField(label=_("Floor let (m²)"), min_value=Decimal("0.01"), max_digits=8,
                                    decimal_places=2, widget=forms.NumberInput({"inputmode": "decimal"}))
    rooms = forms.IntegerField(label=_("Rooms let"), min_value=1, max_value=200, initial=1)
    people = forms.IntegerField(label=_("People who will live there"), min_value=1, max_value=2000, initial=1)
    is_family = forms.BooleanField(label=_("They are one family"), required=False)
    rent = fields.RentField()
    signed_on = DayField(label=_("Lease signed on"))
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"))

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        if (signed := cleaned.get("signed_on")) and signed > localdate():
            self.add_error("signed_on", _("This day is still to come."))
        if {"use", "space"} <= cleaned.keys() and (fault := fault_of_space(cleaned["use"], cleaned["space"])):
            self.add_error("space", fault)
        if {"use", "people", "floor_area", "rooms"} <= cleaned.keys() and (fault := fault_of_number(
                cleaned["use"], cleaned["people"], cleaned["floor_area"], cleaned["rooms"],
                cleaned.get("is_family", False), LeaseRule.room())):
            self.add_error("people", fault)
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day lies before the first."))
        return cleaned

    def terms(self) -> dict:
        return {name: self.cleaned_data[name] for name in TermsForm.base_fields if name in self.cleaned_data}


class PartiesForm(forms.Form):
    """One landlord and up to eight tenants: the first is asked for, further ones where a name is written."""

    landlord_name = fields.name(_("Name of the landlord"))
    landlord_document = fields.document()
    landlord_number = fields.number()
    landlord_phone = fields.PhoneField(label=_("Phone of the landlord"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        filled = sum(bool(self.data.get(f"tenant{n}_name")) for n in range(MOST_TENANTS)) if self.is_bound else 0
        for n in range(min(max(filled, 1) + BLANK_TENANTS, MOST_TENANTS)):
            self.fields |= {f"tenant{n}_name": fields.name(_("Name of the tenant")),
                            f"tenant{n}_document": fields.personal_document(), f"tenant{n}_number": fields.number(),
                            f"tenant{n}_phone": fields.PhoneField(label=_("Phone of the tenant"))}
            if n:
                for part in ("name", "document", "number", "phone"):
                    self.fields[f"tenant{n}_{part}"].required = False

    @property
    def tenant_groups(self) -> list[list[forms.BoundField]]:
        """The fields of each tenant, for the page."""
        return [[self[f"tenant{n}_{part}"] for part in ("name", "document", "number", "phone")]
                for n in range(MOST_TENANTS) if f"tenant{n}_name" in self.fields]

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        self._check("landlord")
        for n in range(MOST_TENANTS):
            if n == 0 or cleaned.get(f"tenant{n}_name") or cleaned.get(f"tenant{n}_number"):
                self._check(f"tenant{n}")
        return cleaned

    def _check(self, who: str) -> None:
        """The number fits the document; and what names somebody is whole."""
        cleaned = self.cleaned_data
        for part in ("name", "number"):
            if not cleaned.get(f"{who}_{part}") and f"{who}_{part}" not in self.errors:
                self.add_error(f"{who}_{part}", _("Please fill this in too."))
        typed = cleaned.get(f"{who}_number")
        if not typed or not cleaned.get(f"{who}_document"):
            return
        cleaned[f"{who}_number"] = id_number.normalise(typed)
        try:
            documents.validate(cleaned[f"{who}_document"], cleaned[f"{who}_number"], today=localdate())
        except ValidationError as error:
            self.add_error(f"{who}_number", error)

    def landlords(self) -> list[Given]:
        return [self._given("landlord")]

    def tenants(self) -> list[Given]:
        return [self._given(f"tenant{n}") for n in range(MOST_TENANTS) if self.cleaned_data.get(f"tenant{n}_name")]

    def _given(self, who: str) -> Given:
        name, document, number, phone = (self.cleaned_data[f"{who}_{part}"]
                                         for part in ("name", "document", "number", "phone"))
        return Given(name, number, document, phone)
