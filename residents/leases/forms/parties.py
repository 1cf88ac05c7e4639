"""Forms about one party, and about who holds premises."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.accounts.models import User
from shuangliu.privacy import documents, id_number

from . import fields


class PartyForm(forms.Form):
    """How the papers name a party. What is not written again stays as it is: numbers are never shown in a field."""

    name = forms.CharField(label=_("Full name"), max_length=60, required=False)
    document = fields.document()
    id_number = forms.CharField(label=_("ID number"), max_length=40, required=False)
    phone = fields.PhoneField(label=_("Phone"), required=False)

    use_required_attribute = False

    def __init__(self, *args, party, **kwargs):
        super().__init__(*args, **kwargs)
        self.party = party
        self.fields["document"].initial = party.document
        for name, masked in (("name", party.masked_name), ("id_number", party.masked_id_number),
                             ("phone", party.masked_phone)):
            self.fields[name].help_text = _("Now: %(masked)s. Empty: it stays.") % {"masked": masked}

    def clean(self):
        cleaned = super().clean()
        typed = id_number.normalise(cleaned.get("id_number", ""))
        if typed and cleaned.get("document"):
            try:
                documents.validate(cleaned["document"], typed, today=localdate())
            except ValidationError as error:
                self.add_error("id_number", error)
        return cleaned

    def given(self) -> dict:
        said = {name: value for name, value in self.cleaned_data.items() if value}
        if "id_number" not in said:
            said.pop("document", None)  # the kind goes with its number
        return said


class RevealForm(forms.Form):
    purpose = forms.CharField(
        label=_("Purpose"), min_length=4, max_length=200,
        help_text=_("For instance: comparing with the ID card at the counter. It is logged with your name, the time "
                    "and your address."))


class HolderForm(forms.Form):
    """The account of somebody who stands at the counter."""

    username = forms.CharField(label=_("User name of the account"), max_length=150,
                               widget=forms.TextInput({"autocomplete": "off"}))
    has_seen = forms.BooleanField(label=_("I have seen the ID card and the title, and they fit."))

    use_required_attribute = False

    def clean_username(self) -> User:
        user = User.objects.filter(username=self.cleaned_data["username"].strip(), is_active=True).first()
        if user is None:
            raise ValidationError(_("There is no such account."))
        return user
