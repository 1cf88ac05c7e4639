"""What the acts on an agreement ask for."""

import uuid

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import Chips, DayField

from ..models import AgreementDuty, Claim, FourPartyAgreement, TheftCount
from ..terms import Ground, Loss, Side
from .fields import hours, money, text

MOST_SCANS = 4


class ActForm(forms.Form):
    """Knows the agreement, who acts and when; `given()` are the keywords of the action."""

    def __init__(self, data=None, files=None, *, agreement: FourPartyAgreement, by, at, **kwargs):
        self.agreement, self.by, self.at = agreement, by, at
        super().__init__(data, **kwargs)

    def given(self) -> dict:
        return self.cleaned_data


class SignForm(WithFiles):
    side = forms.ChoiceField(label=_("Who signed"), choices=Side, widget=Chips)
    name = forms.CharField(label=_("Full name of who signed"), max_length=60, widget=forms.TextInput(
        {"autocomplete": "off", "data-draft-skip": True}), help_text=_("Kept encrypted, and shown masked."))
    capacity = forms.CharField(label=_("As what"), max_length=40, help_text=_(
        "Say: secretary of the village, community police officer, elected by households."))
    signed_on = DayField(label=_("Signed on"))
    photos = StagedPhotosField(role=Role.PAPER, most=MOST_SCANS, required=False, label=_("Scan of the signed page"))

    field_order = ["side", "name", "capacity", "signed_on", "photos", "uuid"]

    def __init__(self, data=None, files=None, *, agreement: FourPartyAgreement, by, at, **kwargs):
        super().__init__(data, files, by=by, **kwargs)
        signed = set(agreement.signatures.values_list("side", flat=True))
        self.fields["side"].choices = [(side.value, side.label) for side in Side if side not in signed]
        self.fields["signed_on"].initial = localdate(at)

    def given(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "photos"}


class UnsignForm(ActForm):
    side = forms.ChoiceField(label=_("Whose signature"), choices=Side, widget=Chips)
    reason = text(_("Reason"), rows=2, most=200)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        signed = self.agreement.signatures.values_list("side", flat=True)
        self.fields["side"].choices = [(side, Side(side).label) for side in signed]


class ActivateForm(ActForm):
    policy = forms.CharField(label=_("Number of the policy"), max_length=40,
                             help_text=_("As it stands on the policy of the insurer."))


class ClaimForm(ActForm):
    reference = forms.CharField(label=_("Number with the insurer"), max_length=40, help_text=_(
        "By it the insurer knows who claims. No name and no address is kept here."))
    loss = forms.ChoiceField(label=_("What was lost or broken"), choices=Loss, widget=Chips)
    happened_on = DayField(label=_("Day of the loss"))
    filed_on = DayField(label=_("Claimed on"))
    claimed = money(_("Claimed (yuan)"), least=1)
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["loss"].choices = [(one, Loss(one).label) for one in self.agreement.insures]
        self.fields["filed_on"].initial = localdate(self.at)


class SettleForm(forms.Form):
    decision = forms.ChoiceField(label=_("What the insurer decided"), widget=Chips, choices=[
        (Claim.State.PAID.value, Claim.State.PAID.label), (Claim.State.REFUSED.value, Claim.State.REFUSED.label)])
    paid = money(_("Paid (yuan)"), least=1, required=False)
    settled_on = DayField(label=_("Day of the decision"))
    reason = text(_("Why it was not paid"), rows=2, most=200, required=False,
                  help_text=_("About the thing and the cover, without names."))

    def __init__(self, data=None, *, claim: Claim, at, **kwargs):
        self.claim = claim
        super().__init__(data, initial={"paid": claim.claimed, "settled_on": localdate(at)}, **kwargs)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("decision") == Claim.State.PAID and cleaned.get("paid") is None and "paid" not in self.errors:
            self.add_error("paid", _("Please say how much was paid."))
        if cleaned.get("decision") == Claim.State.REFUSED and not cleaned.get("reason"):
            self.add_error("reason", _("Please say why it was not paid."))
        return cleaned

    def given(self) -> dict:
        is_paid = self.cleaned_data["decision"] == Claim.State.PAID
        return {"settled_on": self.cleaned_data["settled_on"], "paid": self.cleaned_data["paid"] if is_paid else None,
                "reason": "" if is_paid else self.cleaned_data["reason"]}


class MarkForm(forms.Form):
    """`due_on` is the period that the page showed."""

    was_done = forms.TypedChoiceField(label=_("Was it done?"), coerce=lambda value: value == "yes", widget=Chips,
                                      choices=[("yes", _("It was done")), ("no", _("It was not done"))])
    hours = hours(_("Hours spent"), required=False)
    note = text(_("Note"), rows=2, most=200, required=False, help_text=_("Why not, if it was not done. No names."))
    due_on = DayField(hidden=True)

    def __init__(self, data=None, *, duty: AgreementDuty, **kwargs):
        self.duty = duty
        super().__init__(data, initial={"hours": duty.hours, "due_on": duty.due_on}, **kwargs)

    def given(self) -> dict:
        return self.cleaned_data | {"hours": self.cleaned_data["hours"] or 0}


class CountForm(ActForm):
    when = forms.ChoiceField(label=_("Before or after"), choices=TheftCount.When, widget=Chips)
    starts_on = DayField(label=_("Thefts counted from"))
    ends_on = DayField(label=_("Counted until"))
    count = forms.IntegerField(label=_("Thefts reported"), min_value=0, max_value=100_000,
                               help_text=_("The number alone: no case, no place, no person."))
    source = forms.CharField(label=_("Where the number is from"), max_length=100,
                             help_text=_("Say: bulletin of the police station of March 2026."))


class RenewForm(ActForm):
    ends_on = DayField(label=_("New last day"))
    premium = money(_("Premium for the new term (yuan)"))
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        old = self.agreement
        self.fields["premium"].initial = old.premium
        self.fields["ends_on"].initial = old.ends_on + (old.ends_on - old.starts_on)


class TerminateForm(ActForm):
    ground = forms.ChoiceField(label=_("Why it ends"), choices=Ground, widget=Chips)
    reason = text(_("Reason"), help_text=_("What the four have been told. No names."))
