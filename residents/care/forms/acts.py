"""What each act on a referral asks for."""

from datetime import timedelta

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.models import Department
from shuangliu.accounts.models import User
from shuangliu.pages.forms import Chips, DayField
from shuangliu.protection.models import Consent

from ...leases.forms.fields import text
from .. import actions, words
from ..services import CHOSEN, Errand, Hours, Sent

NOTE = _("Note")


class ActForm(forms.Form):
    """A form about `referral`, filled in by `by` at `at`."""

    use_required_attribute = False

    def __init__(self, *args, referral, by, at, **kwargs):
        self.referral, self.by, self.at = referral, by, at
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Fill in what is known."""

    def clean_note(self):
        return words.refuse(self.cleaned_data["note"])

    def given(self) -> dict:
        """The keywords of the action."""
        return self.cleaned_data


def note(label=NOTE):
    return text(label, required=False, rows=2)


class NoteForm(ActForm):
    note = note()


class SendForm(ActForm):
    """The consent stands on the page; it is ticked for just this agency, and each time."""

    agency = forms.ModelChoiceField(Department.objects.none(), label=_("agency"), empty_label=None)
    by_guardian = forms.BooleanField(label=_("The guardian agrees, for the person"), required=False)
    form = forms.ChoiceField(label=_("How they agree"), widget=Chips, initial=Consent.Form.WRITTEN, choices=[
        (Consent.Form.WRITTEN, Consent.Form.WRITTEN.label), (Consent.Form.ORAL, Consent.Form.ORAL.label)])
    witness = forms.CharField(label=_("witness"), max_length=50, required=False, help_text=_("Of what was spoken."),
                              widget=forms.TextInput({"autocomplete": "off"}))
    agreed = forms.BooleanField(label=_("They have read or heard these words and agree that this agency hears of them"),
                                error_messages={"required": _("Without consent nothing can be sent.")})

    def prepare(self):
        found = actions.agencies_for(self.referral, localdate(self.at))
        self.fields["agency"].queryset = Department.objects.filter(pk__in=[one.pk for one in found])
        if not found:
            self.fields["agency"].help_text = _("No agency of the county gives this help yet.")
        self.fields["by_guardian"].initial = self.referral.is_child
        if not self.referral.guardian:
            del self.fields["by_guardian"]

    def clean(self):
        given = super().clean()
        if given.get("form") == Consent.Form.ORAL and not given.get("witness"):
            self.add_error("witness", _("What was spoken has a witness."))
        return given

    def given(self):
        return {name: value for name, value in self.cleaned_data.items() if name != "agreed"}


class ReturnForm(ActForm):
    sent_back = forms.ChoiceField(label=_("Why it goes back"), choices=Sent, widget=Chips)
    note = note(_("What the registrar should know"))


class Days(ActForm):
    """From a day to a day."""

    served_from = DayField(label=_("help from"))
    served_until = DayField(label=_("help until"))
    note = note()

    def prepare(self):
        today = localdate(self.at)
        self.fields["served_from"].initial = self.referral.served_from or today
        self.fields["served_until"].initial = self.referral.served_until or today + timedelta(days=90)


class AcceptForm(Days):
    pass


class BeginForm(Days):
    def prepare(self):
        super().prepare()
        self.fields["served_from"].initial = min(self.fields["served_from"].initial, localdate(self.at))


class EndForm(ActForm):
    outcome = forms.ChoiceField(label=_("what came of it"), choices=CHOSEN, widget=Chips)
    note = note(_("In words"))


class HandOverForm(ActForm):
    """To another registrar of the place."""

    to = forms.ModelChoiceField(User.objects.none(), label=_("Colleague"), empty_label=None)

    def prepare(self):
        colleagues = actions.colleagues_for(self.referral, localdate(self.at))
        self.fields["to"].queryset = User.objects.filter(pk__in=[one.pk for one in colleagues])


class ConsentBackForm(ActForm):
    """Nothing is asked but how it was said."""

    how = forms.ChoiceField(label=_("How they said it"), choices=Consent.Form, widget=Chips)


class AssignForm(ActForm):
    worker = forms.ModelChoiceField(User.objects.none(), label=_("grid worker"), empty_label=None)
    errand = forms.ChoiceField(label=_("errand"), choices=Errand, widget=Chips)
    hours = forms.ChoiceField(label=_("when"), choices=Hours, initial=Hours.ANY, widget=Chips)
    due_on = DayField(label=_("last day of the errand"))

    def prepare(self):
        workers = actions.workers_for(self.referral, localdate(self.at))
        self.fields["worker"].queryset = User.objects.filter(pk__in=[one.pk for one in workers])
        self.fields["worker"].initial = workers[0].pk if workers else None
        self.fields["due_on"].initial = localdate(self.at) + timedelta(days=3)
