"""What is asked when a dispute may turn violent; short, for it is filled in while it happens."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips

from ..forms.acts import ActForm, KeptForm, MomentField, lines, moment
from .models import Sign

SITUATION = _("What happens here and now, never what somebody is like.")


class RiskForm(KeptForm):
    sign = forms.ChoiceField(label=_("What was seen or heard"), choices=Sign.choices, widget=Chips, help_text=SITUATION)
    measure = forms.CharField(label=_("What is done against it"), max_length=500, widget=lines(3))


class PoliceForm(KeptForm):
    sign = forms.ChoiceField(label=_("What was seen or heard"), choices=Sign.choices, initial=Sign.HEATED, widget=Chips,
                             help_text=SITUATION)
    reported_at = MomentField(label=_("Reported at"), initial=moment)
    to = forms.CharField(label=_("Reported to"), max_length=100, initial=_("110 emergency call"))
    answer = forms.CharField(label=_("What was answered"), max_length=200, required=False)


class RiskOverForm(ActForm):
    end_note = forms.CharField(label=_("Why it is over"), max_length=200, help_text=SITUATION)
