"""What narrows the lists of the network."""

from django import forms
from django.utils.translation import gettext_lazy as _


class NetworkFilter(forms.Form):
    """`area` is the code of any area; with `only` without what lies below it."""

    q = forms.CharField(label=_("Name"), max_length=40, required=False)
    area = forms.CharField(max_length=15, required=False)
    only = forms.CharField(max_length=1, required=False)
