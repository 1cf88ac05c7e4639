"""What the caller of a ticket may say about it."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hotline.querysets import NUMBER
from incidents.models import Incident
from shuangliu.attachments.forms import WithFiles
from shuangliu.pages.forms import Chips

from .fields import photos


def narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(" ", "")


class CodeForm(forms.Form):
    """Number (RX00000012, RX12 or 12) and the six digits. A subclass names another pattern."""

    pattern, begins, looks = NUMBER, _("It begins with RX."), _("A number looks like RX00000012.")

    number = forms.CharField(label=_("Your number"), max_length=24,
                             widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}))
    code = forms.CharField(label=_("Six-digit code"), max_length=12,
                           widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric"}))

    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["number"].help_text = self.begins

    def clean_number(self) -> int:
        found = self.pattern.fullmatch(narrow(self.cleaned_data["number"]))
        if not found:
            raise ValidationError(self.looks)
        return int(found[1])

    def clean_code(self) -> str:
        code = narrow(self.cleaned_data["code"])
        if not (code.isascii() and code.isdigit() and len(code) == 6):
            raise ValidationError(_("The code has six digits."))
        return code


class JudgeForm(forms.Form):
    satisfaction = forms.ChoiceField(label=_("Are you satisfied?"), choices=Incident.Satisfaction, widget=Chips)
    comment = forms.CharField(label=_("In your words"), max_length=500, required=False,
                              widget=forms.Textarea({"rows": 2}))

    use_required_attribute = False

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("satisfaction") == Incident.Satisfaction.UNSATISFIED and not cleaned.get("comment"):
            self.add_error("comment", _("Please say what is not settled: it is done again."))
        return cleaned


class ReopenForm(forms.Form):
    reason = forms.CharField(label=_("What is not settled?"), max_length=500, widget=forms.Textarea({"rows": 2}))

    use_required_attribute = False


class RemarkForm(WithFiles):
    text = forms.CharField(label=_("What do you want to add?"), max_length=1000, widget=forms.Textarea({"rows": 3}))
    photos = photos(3, _("Photos"))

    use_required_attribute = False

    def __init__(self, data=None, files=None):
        super().__init__(data, files, by=None)
