"""What the public writes about volunteers."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from grids.fields import AreaField
from grids.models import Level
from shuangliu.guard import codes
from shuangliu.guard.puzzle import WithPuzzle

from ..forms import PersonForm
from ..querysets import NUMBER


class ApplyForm(WithPuzzle, PersonForm):
    """An application. `uuid` names the form: sent twice it makes one."""

    area = AreaField(label=_("Your community"))
    guardian_agrees = forms.BooleanField(
        label=_("I am under 18: my guardian has read this and agrees"), required=False)
    consent = forms.BooleanField(label=_("I have read this and agree"))
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def offer(self):
        self.fields["area"].offer()
        _not_known, *areas = self.fields["area"].choices
        self.fields["area"].choices = [("", "—"), *areas]
        return self

    def clean_area(self):
        """A community: its workstation sees the card."""
        area = self.cleaned_data["area"]
        if area.level == Level.TOWN:
            raise ValidationError(_("Please choose the community: it sees your card."))
        return area

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("guardian_name") and not cleaned.get("guardian_agrees"):
            self.add_error("guardian_agrees", _("Under 18: nobody serves without the guardian's consent."))
        return cleaned

    def given(self) -> dict:
        return super().given() | {name: self.cleaned_data[name] for name in ("area", "uuid")}


class CodeForm(codes.CodeForm):
    """Number (ZY00000012, ZY12 or 12) and the six digits."""

    pattern, begins, looks = NUMBER, _("It begins with ZY."), _("A number looks like ZY00000012.")


class VerifyForm(forms.Form):
    code = forms.CharField(label=_("Check code"), max_length=20,
                           help_text=_("Twelve marks, at the foot of the certificate."),
                           widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}))

    use_required_attribute = False


class WithdrawForm(forms.Form):
    sure = forms.BooleanField(label=_("I do not want to be a volunteer any more"))

    use_required_attribute = False
