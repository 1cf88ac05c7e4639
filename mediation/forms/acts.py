"""What each act asks for. The cleaned fields are the keywords of the action of the same verb."""

import uuid

from django import forms
from django.db.models import Count, Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips

from ..actions import HAS_IT_ALREADY, NOT_SERVING
from ..models import Case, Mediator
from ..models.cases import ReassignReason
from ..models.rounds import FailedReason

ADVICE = _(
    "The parties were told that they may apply for arbitration where the law provides it, ask the competent "
    "administrative authority to deal with the dispute, or bring an action before the people's court."
)


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea({"rows": rows})


class ActForm(forms.Form):
    """A form about one case, filled in by `by`."""

    def __init__(self, *args, case: Case, by=None, **kwargs):
        self.case, self.by = case, by
        super().__init__(*args, **kwargs)

    def given(self) -> dict:
        """The keywords of the action."""
        return self.cleaned_data


class AcceptForm(ActForm):
    """Nothing to fill in: the page says what follows."""


class RefuseForm(ActForm):
    reason = forms.CharField(
        label=_("Reason for not accepting"), max_length=1000, widget=lines(3),
        help_text=_("For instance: already before a court; outside mediation; the other side refuses."))
    advice = forms.CharField(label=_("Advice given"), max_length=1000, required=False, initial=ADVICE, widget=lines(3))


class MediatorField(forms.ModelChoiceField):
    def label_from_instance(self, mediator):
        parts = [mediator.name]
        if mediator.rank != Mediator.Rank.MEDIATOR:
            parts.append(mediator.get_rank_display())
        parts.append(str(mediator.org))
        parts.append(_("%(n)d open") % {"n": mediator.open_cases})
        return " · ".join(str(part) for part in parts)


class AssignForm(ActForm):
    mediator = MediatorField(
        label=_("Mediator"), queryset=Mediator.objects.none(), empty_label=_("Please choose"),
        help_text=_("Active mediators whose centre serves the place, those with the fewest open cases first."),
        error_messages={"invalid_choice": NOT_SERVING})

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mediator"].queryset = (
            Mediator.objects.assignable_to(self.case).select_related("org")
            .annotate(open_cases=Count("cases", filter=Q(cases__due_at__isnull=False))).order_by("open_cases", "id"))


class ReassignForm(AssignForm):
    reason = forms.ChoiceField(label=_("Reason of the change"), choices=ReassignReason.choices, widget=Chips)

    def clean_mediator(self):
        mediator = self.cleaned_data["mediator"]
        if mediator.pk == self.case.mediator_id:
            raise forms.ValidationError(HAS_IT_ALREADY)
        return mediator


class SessionForm(ActForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    held_at = forms.DateTimeField(
        label=_("Held at"), widget=forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M"))
    place = forms.CharField(label=_("Place"), max_length=100)
    participants = forms.CharField(label=_("Participants"), max_length=200,
                                   help_text=_("Parties, relatives, experts: who was there and in which role."))
    record = forms.CharField(
        label=_("Record of the session"), max_length=10000, widget=lines(10),
        help_text=_("What each side said, what was proposed, and how far it came. Confidential."))

    def clean_held_at(self):
        held_at = self.cleaned_data["held_at"]
        if held_at > now():
            raise forms.ValidationError(_("This lies in the future: record a session after it was held."))
        # The field knows no seconds.
        if self.case.accepted_at and held_at < self.case.accepted_at.replace(second=0, microsecond=0):
            raise forms.ValidationError(_("This is before the case was accepted."))
        return held_at


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


class RevealForm(ActForm):
    purpose = forms.CharField(
        label=_("Purpose"), min_length=4, max_length=200,
        help_text=_("For instance: inviting the parties to a session; checking identity. "
                    "It is logged with your name, the time and your address."))
