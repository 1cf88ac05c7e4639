"""What is asked when a party is added, corrected, taken out, represented."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import Chips, DayField, ManyChips
from shuangliu.privacy import documents
from shuangliu.privacy import id_number as id_numbers
from shuangliu.privacy.documents import Document

from ..actions import PartyGiven, has_met
from ..models import Party, Representative
from ..models.parties import Contact, Sex, Side
from .acts import ActForm, lines
from .parties import PERSONAL, IdentityFields, PartyForm, check_spokespersons

SAME = ("", _("Stays as it is"))
REASON = _("Without the names of persons: it stands in the history.")


class PartyField(forms.ModelChoiceField):
    """A party of the case, called by side and masked name."""

    def __init__(self, **kwargs):
        super().__init__(Party.objects.none(), label=_("Party"), empty_label=_("Please choose"), **kwargs)

    def label_from_instance(self, party):
        return party.label


class OfPartyForm(ActForm):
    """An act on one party of the case."""

    party = PartyField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = self.case.parties.prefetch_related("representatives")


class AddPartyForm(PartyForm, ActForm):
    def clean(self):
        super().clean()
        party = self.party
        side = [one for one in self.case.parties.all() if party and one.role == party.role]
        check_spokespersons([*side, party] if party else [])

    @property
    def party(self) -> PartyGiven | None:
        return None if self.errors else PartyGiven(**self.cleaned_data)

    def given(self) -> dict:
        return {"party": self.party}


class CorrectPartyForm(OfPartyForm):
    """What is left empty stays: the page shows nobody's data. `erase` empties what is not true at all."""

    ERASABLE = {"id_number": _("Number of the document"), "phone": _("Phone"), "occupation": _("Occupation"),
                "address": _("Address"), "stated_birthday": _("Birthday"), "stated_sex": _("Sex")}

    role = forms.ChoiceField(label=_("Side"), choices=[SAME, *Side.choices], required=False)
    name = forms.CharField(label=_("Name of the party"), max_length=80, required=False,
                           widget=forms.TextInput({"autocomplete": "off"}))
    document = forms.ChoiceField(label=_("Kind of document"), required=False, choices=[
        SAME, *PERSONAL, (Document.CREDIT_CODE.value, Document.CREDIT_CODE.label)])
    id_number = IdentityFields.base_fields["id_number"]
    phone = IdentityFields.base_fields["phone"]
    stated_sex = forms.ChoiceField(label=_("Sex"), choices=[SAME, *Sex.choices], required=False)
    stated_birthday = DayField(label=_("Birthday"), required=False)
    occupation = PartyForm.base_fields["occupation"]
    address = PartyForm.base_fields["address"]
    contact = forms.ChoiceField(label=_("Wants to be reached"), choices=[SAME, *Contact.choices], required=False)
    erase = forms.MultipleChoiceField(label=_("Strike out"), choices=list(ERASABLE.items()), required=False,
                                      widget=ManyChips)
    reason = forms.CharField(label=_("Reason of the correction"), max_length=200, required=False, help_text=REASON)

    FIELDS = ("role", "name", "document", "id_number", "phone", "stated_sex", "stated_birthday", "occupation",
              "address", "contact")
    clean_phone = IdentityFields.clean_phone

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = has_met(self.case)

    def clean(self):
        party, given = self.cleaned_data.get("party"), self.cleaned_data
        given["id_number"] = number = id_numbers.normalise(given.get("id_number") or "")
        if party is None:
            return
        document = given.get("document") or party.document or party.usual_document
        if number or (given.get("document") and party.id_number):
            try:
                documents.validate(document, number or party.id_number, today=localdate())
            except ValidationError as error:
                self.add_error("id_number", error)

    def given(self) -> dict:
        cleaned = self.cleaned_data
        changes = {name: cleaned[name] for name in self.FIELDS if cleaned.get(name)}
        if isinstance(changes.get("stated_birthday"), date):
            changes["stated_birthday"] = changes["stated_birthday"].isoformat()
        changes |= {name: "" for name in cleaned["erase"] if name not in changes}
        return {"party": cleaned["party"], "changes": changes, "reason": cleaned["reason"]}


class RemovePartyForm(OfPartyForm):
    reason = forms.CharField(label=_("Reason"), max_length=200, widget=lines(2), help_text=REASON)


class RepresentForm(IdentityFields, OfPartyForm, WithFiles):
    """An agent shows the power of attorney; a guardian is one by law."""

    kind = forms.ChoiceField(label=_("Kind of representation"), choices=Representative.Kind.choices, widget=Chips)
    relation = forms.CharField(label=_("Relation to the party"), max_length=40, required=False,
                               help_text=_("For instance: mother, lawyer, colleague, village committee."))
    powers = forms.ChoiceField(
        label=_("Powers of an agent"), choices=Representative.Powers.choices, required=False, widget=Chips,
        help_text=_("Admitting, waiving, changing claims and settling need special powers (Civil Procedure Law art. "
                    "62)."))
    authorised_on = DayField(label=_("Power of attorney of (day)"), required=False)
    papers = StagedPhotosField(role=Role.PAPER, most=4, required=False,
                               label=_("Scan of the power of attorney or the proof of guardianship"))

    field_order = ("party", "kind", "name", "relation", "document", "id_number", "phone", "powers", "authorised_on",
                   "papers")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the representative")
        self.fields["papers"].widget.attrs["accept"] = "image/*,application/pdf"

    def clean(self):
        IdentityFields.clean(self)
        WithFiles.clean(self)
        cleaned = self.cleaned_data
        party, kind = cleaned.get("party"), cleaned.get("kind")
        if kind == Representative.Kind.AGENT:
            for name in ("powers", "authorised_on"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, self.fields[name].error_messages["required"])
            if (day := cleaned.get("authorised_on")) and day > localdate():
                self.add_error("authorised_on", _("This day lies in the future."))
        elif kind:
            cleaned |= {"powers": "", "authorised_on": None}
        if party and kind == Representative.Kind.GUARDIAN and party.is_organisation:
            self.add_error("kind", _("An organisation has no guardian; its legal representative speaks for it."))
        if party and cleaned.get("id_number") and cleaned["id_number"] == party.id_number:
            self.add_error("id_number", _("A party does not represent itself."))

    def given(self) -> dict:
        given = {name: value for name, value in self.cleaned_data.items() if name not in ("papers", "uuid")}
        return {**given, "draft": self.cleaned_data["uuid"]}


class SpeakerField(forms.ModelChoiceField):
    def label_from_instance(self, speaker):
        return f"{speaker.get_kind_display()} {speaker.masked_name} → {speaker.party.label}"


class DismissForm(ActForm):
    representative = SpeakerField(Representative.objects.none(), label=_("Representative"),
                                  empty_label=_("Please choose"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["representative"].queryset = (
            Representative.objects.filter(party__case=self.case, ended_at=None).select_related("party"))
