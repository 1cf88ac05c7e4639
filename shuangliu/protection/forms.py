"""Stating a purpose, asking for an export, deciding on one, asking who looked."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips, ManyChips

from .purposes import LONGEST, SHORTEST, Purpose


class PurposeForm(forms.Form):
    """A purpose of the closed list; in words what fits none, and whatever makes it clearer."""

    purpose = forms.ChoiceField(label=_("Purpose"), choices=Purpose, widget=Chips)
    words = forms.CharField(label=_("In words"), required=False, max_length=LONGEST,
                            help_text=_("Needed for “something else”. No names and no numbers: it stands in the log."))

    use_required_attribute = False

    def clean(self):
        given = super().clean()
        if given.get("purpose") == Purpose.OTHER and len(given.get("words", "")) < SHORTEST and "words" in given:
            self.add_error("words", _("Say in a few words what you need it for."))
        return given


class AskForm(PurposeForm):
    """What is wanted in a file: for what, for whom, which columns in clear."""

    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    recipient = forms.CharField(label=_("Who gets the file"), min_length=2, max_length=60)
    fields_in_clear = forms.MultipleChoiceField(
        label=_("Columns in clear"), widget=ManyChips,
        help_text=_("Only those without which the purpose cannot be reached; the others are masked."))

    field_order = ["uuid", "fields_in_clear", "purpose", "words", "recipient"]

    def __init__(self, *args, columns, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["fields_in_clear"].choices = [(one.name, one.label) for one in columns if one.masked]
        self.fields["purpose"].label = _("What it is for")
        words = self.fields["words"]
        words.required, words.help_text = True, _("What the file is for. It stands in the file and in the log.")


class DecideForm(forms.Form):
    """Approve, or refuse with a reason."""

    verdict = forms.ChoiceField(label=_("Approve or refuse"), widget=Chips,
                                choices=[("approve", _("Approve")), ("refuse", _("Refuse"))])
    reason = forms.CharField(label=_("Reason"), required=False, max_length=200, help_text=_("Needed for a refusal."))

    use_required_attribute = False

    def clean(self):
        given = super().clean()
        if given.get("verdict") == "refuse" and not given.get("reason") and "reason" in given:
            self.add_error("reason", _("Say why."))
        return given


class SearchForm(forms.Form):
    """Whose data were looked at."""

    number = forms.CharField(label=_("ID number or phone"), max_length=40, min_length=5,
                             widget=forms.TextInput({"autocomplete": "off"}))
    why = forms.CharField(label=_("Why do you ask?"), min_length=SHORTEST, max_length=LONGEST,
                          help_text=_("No names and no numbers: it stands in the log."))

    use_required_attribute = False
