"""What each act asks for. The cleaned fields are the keywords of the action of the same verb."""

import uuid

from django import forms
from django.db.models import Count, Q
from django.utils.timezone import localtime, now
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips, ManyChips

from ..actions import HAS_IT_ALREADY, NOT_SERVING
from ..models import Case, Mediator, Party
from ..models.cases import ReassignReason, Scale
from ..models.rounds import AgreementForm, FailedReason
from ..team.models import ChosenBy

ADVICE = _(
    "The parties were told that they may apply for arbitration where the law provides it, ask the competent "
    "administrative authority to deal with the dispute, or bring an action before the people's court."
)


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea({"rows": rows})


def moment() -> str:
    """The present moment, as a field of moments begins with."""
    return f"{localtime(now()):%Y-%m-%dT%H:%M}"


class MomentField(forms.DateTimeField):
    """A moment that has come already."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M"), **kwargs)

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned and cleaned > now():
            raise forms.ValidationError(_("This lies in the future."))
        return cleaned


class ActForm(forms.Form):
    """A form about one case."""

    def __init__(self, *args, case: Case, **kwargs):
        self.case = case
        super().__init__(*args, **kwargs)

    def given(self) -> dict:
        """The keywords of the action."""
        return self.cleaned_data


class KeptForm(ActForm):
    """A form that adds a row to the file, once."""

    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class AcceptForm(ActForm):
    """Nothing to fill in: the page says what follows."""


class RefuseForm(ActForm):
    reason = forms.CharField(
        label=_("Reason for not accepting"), max_length=1000, widget=lines(3),
        help_text=_("For instance: already before a court; outside mediation; the other side refuses."))
    advice = forms.CharField(label=_("Advice given"), max_length=1000, required=False, initial=ADVICE, widget=lines(3))


def candidates(case: Case):
    """Whom the case may be given, those with the fewest open cases first."""
    return (Mediator.objects.assignable_to(case).select_related("org")
            .annotate(open_cases=Count("cases", filter=Q(cases__due_at__isnull=False))).order_by("open_cases", "id"))


class NamedMediator:
    """Says with each mediator what the manager should know before choosing."""

    recused: frozenset[int] = frozenset()

    def label_from_instance(self, mediator):
        parts = [mediator.name]
        if mediator.rank != Mediator.Rank.MEDIATOR:
            parts.append(mediator.get_rank_display())
        parts.append(str(mediator.org))
        parts.append(_("%(n)d open") % {"n": mediator.open_cases})
        if mediator.pk in self.recused:
            parts.append(_("a ground for recusal is named"))
        return " · ".join(str(part) for part in parts)


class MediatorField(NamedMediator, forms.ModelChoiceField):
    """One of them."""


class MediatorsField(NamedMediator, forms.ModelMultipleChoiceField):
    """Some of them."""


class AssignForm(ActForm):
    mediator = MediatorField(
        label=_("Mediator"), queryset=Mediator.objects.none(), empty_label=_("Please choose"),
        help_text=_("Active mediators whose centre serves the place, those with the fewest open cases first."),
        error_messages={"invalid_choice": NOT_SERVING})

    chosen_by = forms.ChoiceField(label=_("Chosen by"), choices=ChosenBy.choices, initial=ChosenBy.APPOINTED,
                                  required=False, widget=Chips)
    others = MediatorsField(
        label=_("Other mediators who help"), queryset=Mediator.objects.none(), required=False,
        widget=forms.SelectMultiple({"size": 5}),
        help_text=_("They see the case and work on it like the one who leads. On a computer: Ctrl and click."))
    rank_reason = forms.CharField(label=_("Why no chief mediator"), max_length=200, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        recused = frozenset(self.case.recusals.exclude(decision="rejected").values_list("mediator", flat=True))
        for name in {"mediator", "others"} & set(self.fields):
            self.fields[name].queryset = candidates(self.case)
            self.fields[name].recused = recused
        if self.case.scale != Scale.MAJOR:
            self.fields.pop("rank_reason", None)

    def clean_chosen_by(self):
        return self.cleaned_data["chosen_by"] or ChosenBy.APPOINTED


class ReassignForm(AssignForm):
    others = rank_reason = None
    reason = forms.ChoiceField(label=_("Reason of the change"), choices=ReassignReason.choices, widget=Chips)

    def clean_mediator(self):
        mediator = self.cleaned_data["mediator"]
        if mediator.pk == self.case.mediator_id:
            raise forms.ValidationError(HAS_IT_ALREADY)
        return mediator


class PresentField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, party):
        return f"{party.get_role_display()} {party.masked_name}"


class SessionForm(KeptForm):
    held_at = forms.DateTimeField(
        label=_("Held at"), initial=moment, widget=forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M"))
    place = forms.CharField(label=_("Place"), max_length=100)
    present = PresentField(label=_("Parties present"), queryset=Party.objects.none(), required=False, widget=ManyChips)
    participants = forms.CharField(label=_("Others present"), max_length=200, required=False,
                                   help_text=_("Agents, relatives, experts: who was there and in which role."))
    is_public = forms.BooleanField(label=_("Held in public"), required=False,
                                   help_text=_("As the parties wish (People's Mediation Law art. 23)."))
    record = forms.CharField(
        label=_("Record of the session"), max_length=10000, widget=lines(10),
        help_text=_("What each side said, what was proposed, and how far it came. Confidential."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["present"].queryset = self.case.parties.all()
        if not self.case.parties.exists():
            del self.fields["present"]

    def clean(self):
        if not self.errors and not (self.cleaned_data.get("present") or self.cleaned_data["participants"]):
            self.add_error("participants", _("Somebody must have been there."))

    def clean_held_at(self):
        held_at = self.cleaned_data["held_at"]
        if held_at > now():
            raise forms.ValidationError(_("This lies in the future: record a session after it was held."))
        # The field knows no seconds.
        if self.case.accepted_at and held_at < self.case.accepted_at.replace(second=0, microsecond=0):
            raise forms.ValidationError(_("This is before the case was accepted."))
        return held_at


class AgreeForm(ActForm):
    agreement_form = forms.ChoiceField(label=_("Form of agreement"), choices=AgreementForm.choices, widget=Chips)
    agreement = forms.CharField(label=_("Content of the agreement"), max_length=10000, widget=lines(8),
                                help_text=_("Who does what, in which manner, until when."))
    amount = forms.DecimalField(
        label=_("Amount agreed (yuan)"), required=False, min_value=0, max_digits=14, decimal_places=2,
        widget=forms.NumberInput({"inputmode": "decimal", "step": "0.01", "min": "0"}))


class RetryForm(ActForm):
    failed_reason = forms.ChoiceField(label=_("Reason of failure"), choices=FailedReason.choices,
                                      initial=FailedReason.NO_AGREEMENT, widget=Chips)


class MoveUpForm(RetryForm):
    """Why this level came to no end."""


class ReopenForm(ActForm):
    reason = forms.CharField(label=_("What was not kept"), max_length=200, widget=lines(3),
                             help_text=_("Without the names of persons: it stands in the history."))


class FailForm(ActForm):
    failed_reason = forms.ChoiceField(label=_("Reason of failure"), choices=FailedReason.choices, widget=Chips)
    advice = forms.CharField(
        label=_("Advice given to the parties"), max_length=1000, initial=ADVICE, widget=lines(4),
        help_text=_("Arbitration, administrative and court ways (People's Mediation Law art. 26)."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Beside the general words those of this kind of dispute: where to go, until when.
        self.initial.setdefault("advice", "\n".join(filter(None, [str(ADVICE), self.case.category.advice])))


class RevealForm(ActForm):
    purpose = forms.CharField(
        label=_("Purpose"), min_length=4, max_length=200,
        help_text=_("For instance: inviting the parties to a session; checking identity. "
                    "It is logged with your name, the time and your address."))
