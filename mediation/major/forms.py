"""What is asked about a major dispute."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import DayField

from ..forms.acts import ActForm, KeptForm, lines
from .models import FiveOnes

NAMELESS = _("Without the names of persons: whoever supervises reads it.")


class MarkMajorForm(KeptForm):
    reason = forms.CharField(label=_("Reason"), max_length=200, help_text=NAMELESS)


class FiveOnesForm(ActForm):
    problem = forms.CharField(label=_("One problem: what has to be solved"), required=False, max_length=2000,
                              widget=lines(3))
    leader = forms.CharField(label=_("One leader: who answers for it"), required=False, max_length=60)
    plan = forms.CharField(label=_("One plan: how and until when"), required=False, max_length=5000, widget=lines(4))
    team = forms.CharField(label=_("One team: who works on it"), required=False, max_length=200)
    follow_through = forms.CharField(label=_("Follow-through: who checks what until it is settled"), required=False,
                                     max_length=2000, widget=lines(3))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if written := FiveOnes.objects.filter(case=self.case).first():
            self.initial = {name: getattr(written, name) for name in FiveOnes.PARTS} | self.initial

    def clean(self):
        if not any(self.cleaned_data.get(name) for name in FiveOnes.PARTS):
            self.add_error("problem", _("Write at least one of them."))


class ProgressForm(KeptForm):
    text = forms.CharField(label=_("Progress"), max_length=2000, widget=lines(4))
    next_step = forms.CharField(label=_("Next step"), max_length=200)


class SuperviseForm(KeptForm):
    text = forms.CharField(label=_("What is asked"), max_length=1000, widget=lines(3), help_text=NAMELESS)
    reply_by = DayField(label=_("Reply until"))


class ReplyForm(ActForm):
    reply = forms.CharField(label=_("Reply"), max_length=2000, widget=lines(5), help_text=NAMELESS)
