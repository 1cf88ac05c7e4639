"""Who stands on either side of a dispute, as written down with a new case or later."""

import re

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import DayField
from shuangliu.privacy import documents
from shuangliu.privacy import id_number as id_numbers
from shuangliu.privacy.documents import Document

from ..actions import PartyGiven
from ..models import Consent
from ..models.parties import MOST_FOR_A_GROUP, Contact, Sex, Side

PHONE = re.compile(r"\+?[\d\s()-]{5,20}")
UNKNOWN = ("", _("Unknown"))
# Numbers are not kept on the device with the draft of a form.
PRIVATE = {"autocomplete": "off", "data-draft-skip": True}
PERSONAL = [(document.value, document.label) for document in documents.PERSONAL]


class IdentityFields(forms.Form):
    """Name, document, number and phone of somebody, each checked."""

    name = forms.CharField(label=_("Name of the party"), max_length=80, widget=forms.TextInput({"autocomplete": "off"}))
    document = forms.ChoiceField(label=_("Kind of document"), choices=PERSONAL, required=False,
                                 initial=Document.ID_CARD)
    id_number = forms.CharField(label=_("Number of the document"), max_length=30, required=False,
                                widget=forms.TextInput(PRIVATE))
    phone = forms.CharField(label=_("Phone"), max_length=20, required=False,
                            widget=forms.TextInput({"inputmode": "tel", **PRIVATE}))

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and not PHONE.fullmatch(phone):
            raise forms.ValidationError(_("A phone number has digits only."))
        return phone

    def clean(self):
        self.cleaned_data["id_number"] = number = id_numbers.normalise(self.cleaned_data.get("id_number") or "")
        document = self.document_for(self.cleaned_data)
        self.cleaned_data["document"] = document if number else ""
        if number and not self.errors.get("document"):
            try:
                documents.validate(document, number, today=localdate())
            except forms.ValidationError as error:
                self.add_error("id_number", error)

    def document_for(self, given: dict) -> str:
        """An organisation has its credit code; what nothing was said of is an ID card."""
        return Document.CREDIT_CODE if given.get("is_organisation") else given.get("document") or Document.ID_CARD


class PartyFields(IdentityFields):
    """All that is written down of a party."""

    role = forms.ChoiceField(label=_("Side"), choices=Side.choices)
    is_organisation = forms.BooleanField(label=_("Is an organisation"), required=False)
    sex = forms.ChoiceField(label=_("Sex"), choices=[UNKNOWN, *Sex.choices], required=False)
    born_on = DayField(label=_("Birthday"), required=False)
    occupation = forms.CharField(label=_("Occupation"), max_length=60, required=False)
    address = forms.CharField(label=_("Address"), max_length=150, required=False,
                              widget=forms.TextInput({"autocomplete": "off"}))
    contact = forms.ChoiceField(label=_("Wants to be reached"), choices=[UNKNOWN, *Contact.choices], required=False)
    is_spokesperson = forms.BooleanField(label=_("Stands for others of the group"), required=False)

    # Sex and birthday are asked where no ID number tells them; the rest may be learned later.
    MORE = ("sex", "born_on", "occupation", "address", "contact", "is_spokesperson")
    field_order = ("role", "name", "is_organisation", "document", "id_number", "phone")

    @property
    def more(self) -> list:
        return [self[name] for name in self.MORE]

    @property
    def is_more_open(self) -> bool:
        return any(self.errors.get(name) or self[name].value() for name in self.MORE)

    def clean_born_on(self):
        day = self.cleaned_data["born_on"]
        if day and day > localdate():
            raise forms.ValidationError(_("This day lies in the future."))
        return day


class PartyForm(PartyFields):
    """A party of a new case; `consent` where it has been told its rights and agrees already."""

    consent = forms.ChoiceField(
        label=_("Told of rights, agrees to mediation"), required=False,
        choices=[("", _("Not asked yet")), *Consent.Form.choices])

    field_order = ("role", "name", "is_organisation", "document", "id_number", "phone", "consent")

    def has_changed(self):
        """A row in which nothing was typed is empty: what is chosen beforehand does not count."""
        return not {"name", "id_number", "phone", "address", "occupation", "born_on"}.isdisjoint(self.changed_data)

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
        for side in Side:
            check_spokespersons([party for party in parties if party.role == side])

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


def check_spokespersons(parties) -> None:
    """Raise ValidationError where one side of a group has more representatives than a court would hear."""
    if sum(party.is_spokesperson for party in parties) > MOST_FOR_A_GROUP:
        raise forms.ValidationError(
            _("A group is represented by at most %(most)d people a side (Civil Procedure Law art. 56)."), code="group",
            params={"most": MOST_FOR_A_GROUP})


PartyFormSet = forms.formset_factory(PartyForm, BasePartyFormSet, extra=0, min_num=2, validate_min=True, max_num=20,
                                     absolute_max=20, validate_max=True)
