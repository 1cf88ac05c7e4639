"""The agreement: its form, its parts, what is to be performed, and its signatures."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips, DayField

from ...forms.acts import ActForm, lines
from ...models.rounds import AgreementForm
from ..actions.owing import Owed, instalments
from ..models import AgreementText
from .fields import FilesForm, PartyField, PastDayField, ScanField

MOST_TIMES = 120  # ten years of months


def money(label) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=False, min_value=0, max_digits=14, decimal_places=2,
        widget=forms.NumberInput({"inputmode": "decimal", "step": "0.01", "min": "0"}))


class OwedFields(ActForm):
    """What one party has to do, once or in monthly parts."""

    owed_by = PartyField(label=_("Who has to do it"), required=False)
    what = forms.CharField(label=_("What is owed"), max_length=200, required=False,
                           help_text=_("Empty for the payment of the amount."))
    due_on = DayField(label=_("By this day, or the first instalment"), required=False,
                      help_text=_("Empty for the general limit, which runs from the day of effect."))
    times = forms.IntegerField(
        label=_("Monthly instalments"), required=False, min_value=1, max_value=MOST_TIMES,
        widget=forms.NumberInput({"inputmode": "numeric"}),
        help_text=_("So many equal parts, a month apart; empty for all at once."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["owed_by"]
        field.queryset = self.case.parties.all()
        self.has_parties = bool(field.queryset)
        if not self.has_parties:
            field.widget = forms.HiddenInput()
        respondents = [party for party in field.queryset if party.role == "respondent"]
        field.initial = respondents[0].pk if len(respondents) == 1 else None

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day and day <= localdate():
            raise ValidationError(_("A day after today; what is done now, is done on the spot."))
        return day

    def owed(self, amount, *, is_done: bool = False) -> list[Owed]:
        """The items; adds an error where something is missing."""
        given = self.cleaned_data
        what = given.get("what") or (gettext("Payment of the amount agreed") if amount else "")
        if not what:
            self.add_error("what", _("Say what is owed."))
        if not given.get("owed_by") and self.has_parties:
            self.add_error("owed_by", _("Say who has to do it."))
        times = 1 if is_done else given.get("times") or 1
        if times > 1 and not given.get("due_on"):
            self.add_error("due_on", _("Instalments need the day of the first one."))
        if self.errors:
            return []
        owed = Owed(given.get("owed_by"), what, amount or None, None if is_done else given["due_on"], is_done)
        return list(instalments(owed, times)) if times > 1 else [owed]


class Plan(models.TextChoices):
    """When what was agreed is done."""

    NONE = "none", _("Nothing to perform")
    NOW = "now", _("Done on the spot")
    LATER = "later", _("Later")


class AgreeForm(OwedFields):
    agreement_form = forms.ChoiceField(label=_("Form of agreement"), choices=AgreementForm.choices, widget=Chips)
    agreement = forms.CharField(label=_("Content of the agreement"), max_length=10000, widget=lines(6),
                                help_text=_("Who does what, in which manner, until when."))
    amount = money(_("Amount agreed (yuan)"))
    plan = forms.ChoiceField(label=_("Performance"), choices=Plan.choices, required=False, widget=Chips)
    facts = forms.CharField(label=_("Facts and issues"), max_length=5000, required=False, widget=lines(3))
    responsibility = forms.CharField(label=_("Responsibility of each side"), max_length=5000, required=False,
                                     widget=lines(2))
    manner = forms.CharField(label=_("Manner of performance"), max_length=200, required=False)
    term = forms.CharField(label=_("Time of performance"), max_length=200, required=False)
    copies = forms.IntegerField(label=_("Copies"), required=False, min_value=2, max_value=99,
                                widget=forms.NumberInput({"inputmode": "numeric"}),
                                help_text=_("One for each party and one for the committee."))

    field_order = ["agreement_form", "agreement", "amount", "plan", "owed_by", "what", "due_on", "times"]
    PARTS = ("facts", "responsibility", "manner", "term", "copies")
    OWED = ("plan", "owed_by", "what", "due_on", "times")
    folded_label = _("Further parts of a written agreement (art. 29)")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["facts"].initial = self.case.summary
        self.fields["copies"].initial = len(self.fields["owed_by"].queryset) + 1
        if number := self.initial.pop("text", ""):
            self._begin_with(number)

    def _begin_with(self, number: str) -> None:
        """The words that were chosen; what is none of this kind of dispute is no text."""
        texts = AgreementText.objects.for_category(self.case.category)
        chosen = texts.filter(pk=number).first() if number.isdecimal() else None
        if chosen is not None:
            self.initial |= chosen.parts

    @property
    def folded(self) -> list:
        return [self[name] for name in self.PARTS]

    @property
    def folded_open(self) -> bool:
        return any(field.errors for field in self.folded)

    def clean(self):
        super().clean()
        plan, amount = self.cleaned_data.get("plan"), self.cleaned_data.get("amount")
        is_owed = plan in (Plan.NOW, Plan.LATER)
        self.items = self.owed(amount, is_done=plan == Plan.NOW) if is_owed else []

    def given(self) -> dict:
        given = {name: value for name, value in self.cleaned_data.items() if name not in self.OWED}
        return {**given, "owed": self.items}


class OweForm(OwedFields):
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    amount = money(_("Amount (yuan)"))

    field_order = ["owed_by", "what", "amount", "due_on", "times"]

    def clean(self):
        super().clean()
        self.items = self.owed(self.cleaned_data.get("amount"))

    def given(self) -> dict:
        return {"uuid": self.cleaned_data["uuid"], "owed": self.items}


class SignForm(FilesForm):
    signed_on = PastDayField(label=_("Complete since"),
                             help_text=_("The day on which the last signature, or the seal, was put on it."))
    scan = ScanField(label=_("Scan of the signed agreement"))

    field_order = ["signed_on", "scan", "uuid"]

    def clean_signed_on(self):
        day = self.cleaned_data["signed_on"]
        if day < localdate(self.case.round.ended_at):
            raise ValidationError(_("This is before the parties agreed."))
        return day
