"""The note: as short as what is to be told. And what narrows the list of notes."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from incidents import whereabouts
from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import Chips

from .models import Kind, Purpose

MOST_PHOTOS = 4


class NoteForm(WithFiles):
    """`uuid` names the form, `noted_at` is when the phone kept it."""

    kind = forms.ChoiceField(label=_("What did you do?"), choices=Kind.choices, widget=Chips)
    purpose = forms.ChoiceField(label=_("Purpose of the visit"), choices=Purpose.choices, required=False, widget=Chips,
                                help_text=_("For visits only."))
    text = forms.CharField(
        label=_("In a few words"), max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text=_("What you saw, did or heard. No names, phone or ID numbers, nothing on a person's health, faith "
                    "or past: a note is about the place and the service."))
    place = forms.CharField(label=_("Place"), max_length=200, required=False,
                            help_text=_("Street and house number, or what stands beside it."))
    photos = StagedPhotosField(role=Role.REPORT, most=MOST_PHOTOS, required=False, label=_("Photos"))
    longitude = forms.FloatField(min_value=-180, max_value=180, required=False, widget=forms.HiddenInput)
    latitude = forms.FloatField(min_value=-90, max_value=90, required=False, widget=forms.HiddenInput)
    noted_at = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    field_order = ["kind", "purpose", "text", "place", "photos", "longitude", "latitude", "noted_at", "uuid"]

    def clean(self):
        cleaned = super().clean()
        is_visit = cleaned.get("kind") == Kind.VISIT
        if is_visit and not cleaned.get("purpose") and "purpose" not in self.errors:
            self.add_error("purpose", _("Say why you called: nobody is visited without a purpose."))
        elif not is_visit:
            cleaned["purpose"] = ""
        longitude, latitude = cleaned.get("longitude"), cleaned.get("latitude")
        if (longitude is None) != (latitude is None):
            self.add_error("place", _("A point has a longitude and a latitude."))
        elif longitude is not None:
            try:
                whereabouts.find(self.by, longitude, latitude)
            except ValidationError as error:
                self.add_error("place", error)
        return cleaned

    def given(self) -> dict:
        """What actions.write_note wants to know."""
        return {name: value for name, value in self.cleaned_data.items() if name != "photos"}


class NoteFilter(forms.Form):
    kind = forms.ChoiceField(choices=Kind.choices, required=False)

    def narrow(self, notes):
        """The notes of the chosen kind; a kind that does not exist is no filter."""
        kind = self.cleaned_data.get("kind") if self.is_valid() else ""
        return notes.filter(kind=kind) if kind else notes
