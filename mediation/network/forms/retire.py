"""Why something goes out of service."""

from django import forms
from django.utils.translation import gettext_lazy as _


class RetireForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), min_length=2, max_length=100,
                             help_text=_("It stays in the history. No names, please."))
