"""What each act asks for. The cleaned fields are the keywords of the action of the same verb."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.attachments.forms import StagedPhotosField, WithFiles
from shuangliu.attachments.models import Role
from shuangliu.pages.forms import Chips, DayField, ManyChips

from ...models.homes import Dwelling
from ...models.living import Kind, Reason
from ..actions import Settler, is_fit_to_settle
from ..actions.in_force import CHANGEABLE
from ..finding import dwelling_at
from ..models import Lease
from ..rules import Paper, Refusal
from . import fields
from .fields import text
from .terms import TermsForm


class ActForm(forms.Form):
    """A form about `lease`, filled in by `by` at `at`."""

    use_required_attribute = False

    def __init__(self, *args, lease: Lease, by, at, **kwargs):
        self.lease, self.by, self.at = lease, by, at
        super().__init__(*args, **kwargs)

    def given(self) -> dict:
        """The keywords of the action."""
        return self.cleaned_data


class NoteForm(ActForm):
    note = text(_("Note"), required=False, rows=2)


class DraftForm(ActForm):
    """Nothing is asked: what is there is sent in."""


class NeedMoreForm(ActForm):
    needs = forms.MultipleChoiceField(label=_("What is missing"), choices=Paper, widget=ManyChips, required=False)
    note = text(_("What else, in words they understand"), required=False, rows=3)

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("needs") and not cleaned.get("note"):
            self.add_error("needs", _("Please say what is missing: it is told once, and whole."))
        return cleaned


class CompleteForm(ActForm, WithFiles):
    photos = StagedPhotosField(role=Role.REPORT, most=12, required=False, label=_("Photos of the papers"))
    note = text(_("Note"), required=False, rows=2)

    def __init__(self, data=None, files=None, *, lease: Lease, by, at, **kwargs):
        self.lease, self.at = lease, at
        WithFiles.__init__(self, data, files, by=by, **kwargs)

    def given(self) -> dict:
        return {"uuid": self.cleaned_data["uuid"], "note": self.cleaned_data["note"]}


class AcceptForm(ActForm):
    dwelling = fields.DwellingField(help_text=_("Its number (FW…), or the address as the register writes it."))
    papers = forms.MultipleChoiceField(label=_("Papers that you have seen"), choices=Paper, widget=ManyChips,
                                       required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["dwelling"].by = self.by
        found = self.lease.dwelling or dwelling_at(self.lease.address, Dwelling.objects.visible_to(self.by))
        self.fields["dwelling"].initial = found.address if found else self.lease.address


class RegisterForm(ActForm):
    """Which tenants live there now and become residents; offered once the lease has begun."""

    settle = forms.MultipleChoiceField(label=_("Enter as residents of the dwelling"), widget=ManyChips, required=False,
                                       help_text=_("Only those who live there already. Who is in the register moves."))
    kind = forms.ChoiceField(label=_("They are"), choices=Kind, initial=Kind.FLOATING, widget=Chips)
    reason = forms.ChoiceField(label=_("Came"), choices=[("", _("not said")), *Reason.choices], required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if is_fit_to_settle(self.lease, self.at):
            self.fields["settle"].choices = [(str(party.pk), party.masked_name) for party in self.lease.tenants]
        else:
            self.fields.clear()

    def given(self) -> dict:
        chosen = set(self.cleaned_data.get("settle", []))
        kind = self.cleaned_data.get("kind", "")
        reason = self.cleaned_data.get("reason", "") if kind == Kind.FLOATING else ""
        return {"settlers": [Settler(party, kind, reason) for party in self.lease.tenants if str(party.pk) in chosen]}


class RefuseForm(ActForm):
    refusal = forms.ChoiceField(label=_("Ground"), choices=Refusal, widget=Chips)
    reason = text(_("Reason"), help_text=_("The landlord and the tenant read it: what is wrong, and what they can do."))


class DeclineForm(ActForm):
    reason = text(_("Reason"), help_text=_("Whoever asked reads it."))


class CorrectForm(ActForm, TermsForm):
    note = text(_("Note"), required=False, rows=2)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in TermsForm.base_fields:
            self.fields[name].initial = getattr(self.lease, name)


class ChangeForm(CorrectForm):
    """Of the terms those that a lease in force may change; what the parties asked for is filled in."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in set(TermsForm.base_fields) - set(CHANGEABLE):
            del self.fields[name]
        if (asked := asked_for(self.lease, "change")) and asked.rent:
            self.fields["rent"].initial = asked.rent


class RenewForm(ActForm):
    ends_on = DayField(label=_("New last day"))
    rent = fields.RentField(required=False, help_text=_("Empty: as before."))
    note = text(_("Note"), required=False, rows=2)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if asked := asked_for(self.lease, "renew"):
            self.fields["ends_on"].initial, self.fields["rent"].initial = asked.ends_on, asked.rent


class EndForm(ActForm):
    ended_on = DayField(label=_("Ended on"))
    note = text(_("Note"), required=False, rows=2)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asked = asked_for(self.lease, "end")
        self.fields["ended_on"].initial = (asked and asked.ends_on) or localdate(self.at)


def asked_for(lease: Lease, kind: str):
    """The open request of this kind."""
    return lease.asked.filter(answer="", kind=kind).first()
