"""Who stands on either side of a dispute."""

import re

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy import id_number as id_numbers

from ..actions import PartyGiven
from ..models.parties import Side

PHONE = re.compile(r"\+?[\d\s()-]{5,20}")


class PartyForm(forms.Form):
    role = forms.ChoiceField(label=_("Side"), choices=Side.choices)
    name = forms.CharField(label=_("Name of the party"), max_length=80, widget=forms.TextInput({"autocomplete": "off"}))
    is_organisation = forms.BooleanField(label=_("Is an organisation"), required=False)
    id_number = forms.CharField(label=_("ID number"), max_length=30, required=False,
                                widget=forms.TextInput({"autocomplete": "off"}))
    phone = forms.CharField(label=_("Phone"), max_length=20, required=False,
                            widget=forms.TextInput({"inputmode": "tel", "autocomplete": "off"}))

    def has_changed(self):
        """A row in which nothing but the side was chosen is empty."""
        return not {"name", "id_number", "phone"}.isdisjoint(self.changed_data)

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and not PHONE.fullmatch(phone):
            raise forms.ValidationError(_("A phone number has digits only."))
        return phone

    def clean(self):
        number = id_numbers.normalise(self.cleaned_data.get("id_number", ""))
        if number and not self.cleaned_data.get("is_organisation"):
            try:
                id_numbers.validate(number, today=localdate())
            except forms.ValidationError as error:
                self.add_error("id_number", error)
        self.cleaned_data["id_number"] = number

    @property
    def given(self) -> PartyGiven | None:
        """The party, None for a row that was left empty."""
        return PartyGiven(**self.cleaned_data) if self.has_changed() else None


class BasePartyFormSet(forms.BaseFormSet):
    """Two rows at least; rows beyond that may stay empty."""

    def initial_form_count(self):
        # Rows shown again with what was typed in them (“add a party”) are no stored rows.
        return 0 if self.is_bound else super().initial_form_count()

    def get_form_kwargs(self, index):
        return {} if self.initial else {"initial": {"role": Side.RESPONDENT if index else Side.APPLICANT}}

    def clean(self):
        parties = self.parties
        seen = set()
        for form in self.forms:
            number = form.cleaned_data.get("id_number") if hasattr(form, "cleaned_data") else ""
            if number and number in seen:
                form.add_error("id_number", _("This person is entered twice."))
            seen.add(number)
        if not any(self.errors) and {party.role for party in parties} != set(Side.values):
            raise forms.ValidationError(_("A dispute has an applicant and a respondent at least."), code="sides")

    @property
    def parties(self) -> list[PartyGiven]:
        """The parties of the rows that are filled in and right."""
        return [form.given for form in self.forms if not form.errors and form.given]

    @property
    def names(self) -> list[str]:
        """The names of persons that were typed, in whatever row; an organisation's name is no personal data."""
        typed = [form.cleaned_data for form in self.forms if hasattr(form, "cleaned_data")]
        return [row["name"] for row in typed if row.get("name") and not row.get("is_organisation")]

    @classmethod
    def with_row_added(cls, data) -> "BasePartyFormSet":
        """What was typed so far, unjudged, and one empty row more."""
        prefix = cls.get_default_prefix()
        count = data.get(f"{prefix}-TOTAL_FORMS", "")
        rows = min(int(count), cls.max_num) if count.isascii() and count.isdigit() else cls.min_num
        typed = [{name: data.get(f"{prefix}-{row}-{name}", "") for name in cls.form.base_fields} for row in range(rows)]
        return cls(initial=[*typed, {"role": Side.RESPONDENT}][:cls.max_num])


PartyFormSet = forms.formset_factory(PartyForm, BasePartyFormSet, extra=0, min_num=2, validate_min=True, max_num=20,
                                     absolute_max=20, validate_max=True)
