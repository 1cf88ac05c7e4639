"""What goes into the file of a mediator."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.workers.forms import CertificateForm as WorkerCertificateForm
from shuangliu.pages.forms import DayField

from ...models import MediatorCertificate, MediatorTraining
from .base import WholeForm, not_ahead


class TrainingForm(WholeForm):
    held_on = DayField(label=_("Date"), validators=[not_ahead])
    hours = forms.DecimalField(label=_("Hours"), min_value=0.5, max_digits=5, decimal_places=1,
                               widget=forms.NumberInput({"inputmode": "decimal", "step": "0.5", "min": "0.5"}))

    class Meta:
        model = MediatorTraining
        fields = ["held_on", "subject", "hours"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("held_on", localdate())


class CertificateForm(WholeForm):
    issued_on = DayField(label=_("Issued on"), validators=[not_ahead])
    valid_until = DayField(label=_("Valid until"), required=False)

    class Meta:
        model = MediatorCertificate
        fields = ["name", "number", "issued_on", "valid_until"]
        help_texts = {"number": _("Not the ID number: leave it out where they are the same.")}

    clean_number = WorkerCertificateForm.clean_number  # an ID number is refused


class GroundForm(forms.Form):
    text = forms.CharField(
        label=_("Tie"), max_length=200,
        help_text=_("To whom or to what, in your own words: relative of the head of a company, member of an owners' "
                    "committee. Only you and the manager of your centre see it."))
