"""What a worker says of a task: one of a few words."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips

from ..services import Done


class ReportForm(forms.Form):
    done = forms.ChoiceField(label=_("what became of it"), choices=Done, widget=Chips)

    use_required_attribute = False
