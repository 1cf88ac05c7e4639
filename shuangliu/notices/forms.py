"""The channel in the administration: what is as good as a password is typed in and never shown."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from . import kinds
from .models import Channel


class ChannelForm(forms.ModelForm):
    """An empty address or secret keeps the one that is there."""

    new_address = forms.CharField(
        label=_("Address"), required=False, max_length=500, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Mail address, or the web address of the bot. It is not shown again; leave it empty to keep it."))
    new_secret = forms.CharField(
        label=_("Secret of the signature"), required=False, max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("DingTalk, Feishu: where the bot asks for a signature. Leave it empty to keep it."))
    kinds = forms.MultipleChoiceField(
        label=_("Kinds of notices"), required=False, choices=kinds.choices, widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: all."))

    class Meta:
        model = Channel
        fields = ["medium", "user", "department", "area", "kinds", "quiet_from", "quiet_until", "is_active"]

    def clean(self):
        given = super().clean()
        address = given.get("new_address")
        if not address and not self.instance.address:
            self.add_error("new_address", _("Where to?"))
        elif given.get("medium"):
            self.instance.medium = given["medium"]
            try:
                self.instance.check_address(address or self.instance.address)
            except ValidationError as error:
                self.add_error("new_address", error)
        return given

    def save(self, commit=True):
        self.instance.address = self.cleaned_data["new_address"] or self.instance.address
        self.instance.secret = self.cleaned_data["new_secret"] or self.instance.secret
        return super().save(commit)
