"""Applying for aid, deciding on it, writing down payments."""

from django import forms
from django.core.validators import MinValueValidator
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import Chips, DayField

from ...leases.forms.fields import text
from .. import words
from ..models.aid import AidKind, AidPayment, Refusal

CENT = [MinValueValidator(0.01)]


def money(label):
    return forms.DecimalField(label=label, max_digits=9, decimal_places=2, validators=CENT,
                              widget=forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}))


class ApplyForm(WithFiles):
    kind = forms.ChoiceField(label=_("kind of aid"), choices=AidKind, widget=Chips)
    amount = money(_("amount asked for (yuan)"))
    starts_on = DayField(label=_("asked for from"))
    ends_on = DayField(label=_("asked for until"))
    for_household = forms.BooleanField(label=_("For the whole household"), required=False)
    photos = StagedPhotosField(role=Role.REPORT, most=12, required=False, label=_("Photos of the papers"))

    use_required_attribute = False


class AidForm(forms.Form):
    """A form about `application`."""

    use_required_attribute = False

    def __init__(self, *args, application, at, **kwargs):
        self.application, self.at = application, at
        super().__init__(*args, **kwargs)

    def clean_reason(self):
        return words.refuse(self.cleaned_data["reason"])


class NothingForm(AidForm):
    """Nothing is asked."""


class GrantForm(AidForm):
    granted = money(_("amount granted (yuan)"))
    granted_from = DayField(label=_("granted from"))
    granted_until = DayField(label=_("granted until"))
    payments = forms.IntegerField(label=_("In how many monthly payments"), min_value=1, max_value=24, initial=1)
    reason = text(_("What the letter should say beside that"), required=False, rows=2)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, asked in (("granted", "amount"), ("granted_from", "starts_on"), ("granted_until", "ends_on")):
            self.fields[name].initial = getattr(self.application, asked)


class RefuseForm(AidForm):
    refusal = forms.ChoiceField(label=_("Ground of the refusal"), choices=Refusal, widget=Chips)
    reason = text(_("Reason"), help_text=_("It stands in the letter: which rule, and what would have to be shown."))


class PayForm(AidForm):
    payment = forms.ModelChoiceField(AidPayment.objects.none(), label=_("Payment"), empty_label=None)
    paid_on = DayField(label=_("paid on"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["payment"].queryset = self.application.payments.filter(paid_on=None)
        self.fields["paid_on"].initial = localdate(self.at)
