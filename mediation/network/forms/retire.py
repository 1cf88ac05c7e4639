"""Why something goes out of service, and why a number is looked at."""

from django import forms
from django.utils.translation import gettext_lazy as _


class RetireForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), min_length=2, max_length=100,
                             help_text=_("It stays in the history. No names, please."))


class RevealForm(forms.Form):
    purpose = forms.CharField(
        label=_("Purpose"), min_length=4, max_length=200,
        help_text=_("For instance: inviting them to a panel. It is logged with your name, the time and your address."))
