"""What the parties say afterwards."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips

from ...forms.acts import ActForm, MomentField, lines, moment
from ..models.follow_up import Answer, Kept, Way
from .fields import PartyField

OWN = (Answer.UNASKED, Answer.UNREACHABLE)  # what remains to those who mediated themselves


def mediated(case, user) -> bool:
    """Whether this person mediated the dispute, in any of its rounds."""
    return user is not None and case.rounds.filter(mediator__user=user).exists()


class FollowUpForm(ActForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    party = PartyField(label=_("Whom"))
    way = forms.ChoiceField(label=_("How"), choices=Way.choices, widget=Chips)
    made_at = MomentField(label=_("When"), initial=moment)
    answer = forms.ChoiceField(label=_("How satisfied"), choices=[
        choice for choice in Answer.choices if choice[0] != Answer.UNASKED], widget=Chips)
    kept = forms.ChoiceField(label=_("Is the agreement kept"), choices=Kept.choices, required=False, widget=Chips)
    has_sued = forms.BooleanField(label=_("A party has gone to court"), required=False)
    is_wrong = forms.BooleanField(label=_("Signs of wrong mediation"), required=False)
    may_escalate = forms.BooleanField(label=_("The dispute may escalate"), required=False)
    note = forms.CharField(label=_("What was said"), max_length=2000, required=False, widget=lines(3))
    own_reason = forms.CharField(
        label=_("Why nobody else could do it"), max_length=200,
        help_text=_("Another person than the mediator asks the parties; where that is impossible, say why. How "
                    "satisfied they are is then not asked."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = self.case.parties.all()
        if not self.fields["party"].queryset:
            self.fields["party"].widget, self.fields["party"].required = forms.HiddenInput(), False
        if mediated(self.case, self.by):
            self.fields["answer"].label = _("Were they reached?")
            self.fields["answer"].choices = [(answer.value, answer.label) for answer in OWN]
        else:
            del self.fields["own_reason"]
        if self.case.round.end != "agreed":
            del self.fields["kept"]

    def clean_made_at(self):
        made_at = self.cleaned_data["made_at"]
        if made_at < self.case.round.ended_at.replace(second=0, microsecond=0):
            raise ValidationError(_("This is before mediation ended."))
        return made_at

    def clean(self):
        super().clean()
        answer = self.cleaned_data.get("answer")
        if answer and answer != Answer.UNREACHABLE and "kept" in self.fields and not self.cleaned_data.get("kept"):
            self.add_error("kept", _("Say how the agreement is kept."))
