"""What a party was told and answers; what it means to join one case to another."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips, ManyChips

from ..models import Case, Consent, Party
from ..states import OPEN
from .acts import ActForm, MomentField, lines

What = Consent.What


class PartiesField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, party):
        return party.label


class ConsentForm(ActForm):
    """One answer for those who gave it together."""

    parties = PartiesField(Party.objects.none(), label=_("Parties"), widget=ManyChips)
    told = forms.BooleanField(label=_("The text of rights and duties was read or handed out to them"), required=False)
    answer = forms.ChoiceField(label=_("Mediation"), required=False, widget=Chips, choices=[
        ("", _("Not answered yet")), *((one.value, one.label) for one in (What.AGREES, What.REFUSES))])
    openness = forms.ChoiceField(label=_("In public?"), required=False, widget=Chips, choices=[
        ("", _("Not answered yet")), *((one.value, one.label) for one in (What.CLOSED, What.PUBLIC))])
    form = forms.ChoiceField(label=_("How it was said"), choices=Consent.Form.choices, widget=Chips)
    said_at = MomentField(label=_("When"), required=False, help_text=_("Empty: now."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parties"].queryset = self.case.parties.all()

    def clean(self):
        if not self.errors and not self.what:
            raise forms.ValidationError(_("Please say what they were told or have answered."))

    @property
    def what(self) -> list[str]:
        given = self.cleaned_data
        said = What.TOLD if given.get("told") else "", given.get("answer"), given.get("openness")
        return [one for one in said if one]

    def given(self) -> dict:
        return {"parties": self.cleaned_data["parties"], "what": self.what, "form": self.cleaned_data["form"],
                "said_at": self.cleaned_data["said_at"]}


class JoinForm(ActForm):
    """`into` is the number of an open case that the user may read."""

    into = forms.CharField(label=_("Number of the case it goes on in"), max_length=20,
                           widget=forms.TextInput({"placeholder": "TJ00000001", "autocomplete": "off"}))

    def clean_into(self) -> Case:
        digits = "".join(mark for mark in self.cleaned_data["into"] if mark.isascii() and mark.isdigit())
        found = None
        if digits and len(digits) < 18:
            found = Case.objects.visible_to(self.by).filter(pk=int(digits)).exclude(pk=self.case.pk).first()
        if found is None:
            raise forms.ValidationError(_("There is no other case with this number that you may see."))
        if found.state not in OPEN:
            raise forms.ValidationError(_("%(number)s is “%(state)s”: nothing can be joined to it.") % {
                "number": found.number, "state": found.get_state_display()})
        return found


class PartForm(ActForm):
    reason = forms.CharField(label=_("Why they are two disputes"), max_length=200, widget=lines(2),
                             help_text=_("Without the names of persons: it stands in the history."))
