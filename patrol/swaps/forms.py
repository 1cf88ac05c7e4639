"""What is asked about swaps."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from ..shifts.people import PersonField


class AskForm(forms.Form):
    taker = PersonField(label=_("Who shall walk it instead?"), help_text=_(
        "They are asked, then the patrol leader. Until it is granted you walk it yourself."))
    reason = forms.CharField(label=_("Why?"), max_length=200, required=False, help_text=_(
        "A word is enough; nothing about health."))
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    use_required_attribute = False

    def __init__(self, *args, shift, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["taker"].serve(shift.area, shift.starts_at, without=user)


class GrantForm(forms.Form):
    rest_reason = forms.CharField(label=_("why less rest is right"), max_length=200, required=False)


class RefuseForm(forms.Form):
    answer = forms.CharField(label=_("Why?"), max_length=200)

    use_required_attribute = False
