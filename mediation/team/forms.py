"""What is asked about those who work on a case."""

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips

from ..forms.acts import ActForm, KeptForm, MediatorField, MediatorsField, candidates
from ..models.mediators import Mediator
from .members import serving
from .models import ChosenBy, Decision, Ground, Invited, Recusal


class TeamForm(ActForm):
    others = MediatorsField(
        label=_("Other mediators who help"), queryset=Mediator.objects.none(), required=False,
        widget=forms.SelectMultiple({"size": 8}),
        help_text=_("They see the case and work on it like the one who leads. On a computer: Ctrl and click."))
    chosen_by = forms.ChoiceField(label=_("Chosen by"), choices=ChosenBy.choices, initial=ChosenBy.APPOINTED,
                                  widget=Chips)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        there = [row.mediator_id for row in serving(self.case) if not row.is_lead]
        field = self.fields["others"]
        field.queryset = candidates(self.case).exclude(pk=self.case.mediator_id)
        field.recused = frozenset(self.case.recusals.exclude(decision=Decision.REJECTED).values_list("mediator",
                                                                                                     flat=True))
        field.initial = there


class CandidateField(forms.ModelChoiceField):
    def label_from_instance(self, mediator):
        return f"{mediator.name} · {mediator.org}"


class RecusalForm(KeptForm):
    mediator = CandidateField(label=_("Mediator"), queryset=Mediator.objects.none(), empty_label=_("Please choose"))
    raised_by = forms.ChoiceField(label=_("Raised by"), choices=Recusal.RaisedBy.choices, widget=Chips)
    ground = forms.ChoiceField(label=_("Ground"), choices=Ground.choices, widget=Chips)
    detail = forms.CharField(label=_("In words"), max_length=200, required=False,
                             help_text=_("Facts of this case only, without the names of persons."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["mediator"]
        field.queryset = candidates(self.case)
        field.initial = self.case.mediator_id


class OpenRecusalField(forms.ModelChoiceField):
    def label_from_instance(self, recusal):
        return f"{recusal.mediator} · {recusal.get_ground_display()}"


class DecideRecusalForm(ActForm):
    recusal = OpenRecusalField(label=_("Ground for recusal"), queryset=Recusal.objects.none(), widget=Chips,
                               empty_label=None)
    decision = forms.ChoiceField(label=_("Decision"), choices=Decision.choices, widget=Chips)
    mediator = MediatorField(label=_("Who leads the case then"), queryset=Mediator.objects.none(), required=False,
                             empty_label=_("Please choose"), help_text=_("Needed when the one who leads is recused."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        open_ones = self.case.recusals.filter(decision="").select_related("mediator")
        self.fields["recusal"].queryset = open_ones
        self.fields["recusal"].initial = open_ones.first()
        self.fields["mediator"].queryset = candidates(self.case).exclude(pk=self.case.mediator_id)


class InviteForm(KeptForm):
    kind = forms.ChoiceField(label=_("Who it is"), choices=Invited.Kind.choices, widget=Chips)
    name = forms.CharField(label=_("Full name"), max_length=64)
    role = forms.CharField(label=_("What they can help with"), max_length=100)
    parties_consent = forms.BooleanField(label=_("Both sides consent"), required=False)
