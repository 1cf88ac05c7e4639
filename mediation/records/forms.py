"""What is asked about talks, findings, evidence and deposits."""

from django import forms
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext_lazy as _

from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import Chips, DayField, PhotoInput

from ..forms.acts import ActForm, KeptForm, MomentField, PresentField, lines, moment
from ..models.parties import Party, Side
from ..models.sessions import Session
from ..timing.forms import SCANS
from .models import Deposit, DepositMove, Evidence


def yuan(label) -> forms.DecimalField:
    return forms.DecimalField(label=label, min_value=0.01, max_digits=14, decimal_places=2,
                              widget=forms.NumberInput({"inputmode": "decimal", "step": "0.01", "min": "0.01"}))


class SessionField(forms.ModelChoiceField):
    def label_from_instance(self, session):
        return f"{localtime(session.held_at):%Y-%m-%d %H:%M} · {session.place}"


class AddendumForm(ActForm):
    session = SessionField(label=_("Session"), queryset=Session.objects.none(), empty_label=None, widget=Chips)
    text = forms.CharField(label=_("Addendum"), max_length=5000, widget=lines(5))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        sessions = self.case.sessions.order_by("-held_at", "-id")
        self.fields["session"].queryset = sessions
        self.fields["session"].initial = sessions.first()


class PrivateNoteForm(KeptForm):
    side = forms.ChoiceField(label=_("Side"), choices=Side.choices, widget=Chips)
    held_at = MomentField(label=_("Held at"), initial=moment)
    text = forms.CharField(label=_("What was said"), max_length=10000, widget=lines(8))


class InvestigateForm(KeptForm):
    held_at = MomentField(label=_("Held at"), initial=moment)
    place = forms.CharField(label=_("Place"), max_length=100)
    asked = forms.CharField(label=_("Who was asked"), max_length=100, help_text=_("Kept encrypted, shown masked."))
    record = forms.CharField(label=_("What was found"), max_length=10000, widget=lines(8))


class EvidenceForm(KeptForm, WithFiles):
    name = forms.CharField(label=_("What it is"), max_length=100)
    brought_by = forms.ChoiceField(label=_("Brought by"), choices=Evidence.BroughtBy.choices, widget=Chips)
    is_original = forms.BooleanField(label=_("Is the original"), required=False,
                                     help_text=_("An original is given back; a copy stays in the dossier."))
    pieces = forms.IntegerField(label=_("Pieces"), min_value=1, max_value=1000, initial=1)
    received_on = DayField(label=_("Received on"), initial=localdate)
    scans = StagedPhotosField(label=_("Scans or photos"), role=Role.PAPER, most=10, required=False,
                              widget=PhotoInput(SCANS, most=10))


class GiveBackForm(ActForm):
    evidence = forms.ModelChoiceField(label=_("Evidence"), queryset=Evidence.objects.none(), empty_label=None,
                                      widget=Chips)
    returned_to = forms.ChoiceField(label=_("Given back to"), choices=Side.choices, widget=Chips)
    returned_on = DayField(label=_("Given back on"), initial=localdate)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["evidence"].queryset = self.case.evidences.filter(returned_on=None)


class PartyField(forms.ModelChoiceField):
    label_from_instance = PresentField.label_from_instance


class DepositForm(KeptForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=Deposit.Kind.choices, widget=Chips)
    amount = yuan(_("Amount (yuan)"))
    party = PartyField(label=_("Given by"), queryset=Party.objects.none(), empty_label=None, widget=Chips)
    held_by = forms.CharField(label=_("Held by"), max_length=100,
                              help_text=_("The account or office that keeps it. Never a mediator's own."))
    received_on = DayField(label=_("Received on"), initial=localdate)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = self.case.parties.all()


class DepositField(forms.ModelChoiceField):
    def label_from_instance(self, deposit):
        return f"{deposit} · " + str(_("%(left)s yuan left")) % {"left": deposit.left}


class SettleDepositForm(KeptForm):
    deposit = DepositField(label=_("Deposit or guarantee"), queryset=Deposit.objects.none(), empty_label=None,
                           widget=Chips)
    kind = forms.ChoiceField(label=_("What is done"), choices=DepositMove.Kind.choices, widget=Chips)
    amount = yuan(_("Amount (yuan)"))
    on = DayField(label=_("On"), initial=localdate)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["deposit"].queryset = self.case.deposits.prefetch_related("moves")
