"""What goes to the court, and what comes from there."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips

from ...forms.acts import ActForm, lines
from ..actions.court import ADVICE, NOT_CONFIRMABLE, last_day
from ..models.court import Result, SuitKind
from .fields import FilesForm, PastDayField, ScanField


class ConfirmForm(FilesForm):
    about_status = forms.ChoiceField(
        label=_("Does it decide on status, adoption or marriage?"), choices=[("no", _("No")), ("yes", _("Yes"))],
        widget=Chips)
    applied_on = PastDayField(label=_("Applied on"), help_text=_("By both sides together."))
    court = forms.CharField(label=_("People's court"), max_length=100)
    case_number = forms.CharField(label=_("Case number of the court"), max_length=60, required=False)
    scan = ScanField(label=_("Application and receipt"))

    field_order = ["about_status", "applied_on", "court", "case_number", "scan", "uuid"]

    def clean_about_status(self):
        if self.cleaned_data["about_status"] == "yes":
            raise ValidationError(NOT_CONFIRMABLE)
        return "no"

    def clean_applied_on(self):
        day, one = self.cleaned_data["applied_on"], self.case.round
        if one.effective_at is None or day < localdate(one.effective_at):
            raise ValidationError(_("The agreement was not in effect then."))
        if day > last_day(one):
            raise ValidationError(_("The thirty days ended on %(day)s (People's Mediation Law art. 33).") % {
                "day": last_day(one)})
        return day

    def given(self) -> dict:
        return {name: value for name, value in super().given().items() if name != "about_status"}


class RuleForm(FilesForm):
    result = forms.ChoiceField(label=_("Decision"), choices=Result.choices, widget=Chips)
    decided_on = PastDayField(label=_("Decided on"))
    document_number = forms.CharField(label=_("Number of the document"), max_length=60, required=False)
    advice = forms.CharField(label=_("Advice given"), max_length=1000, required=False, widget=lines(3),
                             initial=ADVICE[Result.REJECTED], help_text=_("Only where the court did not confirm."))
    scan = ScanField(label=_("Scan of the decision"))

    field_order = ["result", "decided_on", "document_number", "advice", "scan", "uuid"]

    def clean_decided_on(self):
        day = self.cleaned_data["decided_on"]
        applied = self.case.round.confirmations.filter(result="").first()
        if applied and day < applied.applied_on:
            raise ValidationError(_("This is before the application."))
        return day

    def clean(self):
        cleaned = super().clean()
        result = cleaned.get("result")
        if result == Result.CONFIRMED and not cleaned.get("document_number"):
            self.add_error("document_number", _("A decision has a number."))
        if result == Result.REJECTED and not cleaned.get("advice"):
            self.add_error("advice", _("Say what the parties were told."))
        if result != Result.REJECTED:
            cleaned["advice"] = ""
        return cleaned


class SuitForm(ActForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    kind = forms.ChoiceField(label=_("Kind"), choices=SuitKind.choices, widget=Chips)
    on = PastDayField(label=_("Day"))
    court = forms.CharField(label=_("People's court"), max_length=100)
    number = forms.CharField(label=_("Case number of the court"), max_length=60, required=False)
    note = forms.CharField(label=_("Note"), max_length=500, required=False, widget=lines(2))

    def clean_on(self):
        day = self.cleaned_data["on"]
        if day < localdate(self.case.registered_at):
            raise ValidationError(_("This is before the case was registered."))
        return day
