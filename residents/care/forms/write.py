"""A need is told at the counter."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips

from ...leases.forms.fields import PhoneField, text
from ...names import tidy
from ...register.forms.fields import PlaceField
from .. import words
from ..services import Service

PLAIN = {"autocomplete": "off", "spellcheck": "false"}


class WriteForm(forms.Form):
    """Of `person`, or of somebody who is in no register and whose name is asked. There is no field for what somebody
    lives with, and the words are looked at."""

    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    name = forms.CharField(label=_("full name"), max_length=50, widget=forms.TextInput(PLAIN))
    phone = PhoneField(label=_("phone"), required=False)
    area = PlaceField(label=_("Community or grid"))
    address = forms.CharField(label=_("address"), max_length=200, required=False, widget=forms.TextInput(PLAIN))
    is_child = forms.BooleanField(label=_("Under 14: the guardian tells and consents"), required=False)
    guardian = forms.CharField(label=_("name of the guardian"), max_length=50, required=False,
                               help_text=_("Where a guardian tells it. Needed under 14."),
                               widget=forms.TextInput(PLAIN))
    service = forms.ChoiceField(label=_("help wanted"), choices=Service, widget=Chips)
    need = text(_("need, in their words"), rows=4, most=1000, help_text=_(
        "What the person or the guardian tells, as they say it. No diagnosis, no offence, nothing of drugs: it does "
        "not belong here, and there is no field for it."))

    use_required_attribute = False

    def __init__(self, data=None, *, user, person=None, age=None, **kwargs):
        super().__init__(data, **kwargs)
        self.person, self.age = person, age
        self.fields["area"].serve(user, "care.write")
        if person:
            for name in ("name", "phone", "area", "address"):
                del self.fields[name]
            if age is not None:
                del self.fields["is_child"]

    def clean_name(self):
        return tidy(self.cleaned_data["name"])

    def clean_need(self):
        return words.refuse(self.cleaned_data["need"])

    def clean(self):
        given = super().clean()
        if given.get("is_child") and not given.get("guardian"):
            self.add_error("guardian", ValidationError(_("Under 14 the guardian consents, nobody else.")))
        return given
